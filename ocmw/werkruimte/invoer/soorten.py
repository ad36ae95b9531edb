"""The kinds of import: which sheets each looks for, who judges its rows and who writes them. The room around them is one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ocmw.journaal.journaalcodes import Journaalcode
from ocmw.werkruimte.invoer.beoordelen import Beoordelaar
from ocmw.werkruimte.invoer.dossierschrijver import Dossierschrijver
from ocmw.werkruimte.invoer.enums import Invoersoort
from ocmw.werkruimte.invoer.journaalcodes import CASELOAD_INGEVOERD, WERKPLEKKEN_INGEVOERD
from ocmw.werkruimte.invoer.models import Invoer
from ocmw.werkruimte.invoer.overnemen import Overnemer
from ocmw.werkruimte.invoer.plek.beoordelen import Plekbeoordelaar
from ocmw.werkruimte.invoer.plek.schrijver import Plekschrijver
from ocmw.werkruimte.invoer.velden import Bladsoort

Telling = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Soort:
    """`hoofd` is the kind of sheet whose rows the counts on the screens are about; `met_woorden` asks what words mean."""

    code: Invoersoort
    hoofd: Bladsoort
    bladsoorten: tuple[Bladsoort, ...]
    beoordelaar: Callable[..., Any]
    schrijver: Callable[..., Overnemer]
    geen_blad: str
    wat: Journaalcode
    met_woorden: bool

    def details(self, telling: Telling) -> dict[str, Any]:
        """What the journaal keeps: how many rows became what."""
        aantallen = {naam: n for naam, n in telling[self.hoofd.value].items() if naam}
        rest = {soort.value: sum(telling[soort.value].values()) for soort in self.bladsoorten if soort != self.hoofd}
        return {**aantallen, **rest}


SOORTEN: dict[Invoersoort, Soort] = {
    soort.code: soort
    for soort in (
        Soort(
            Invoersoort.CASELOAD,
            Bladsoort.CASELOAD,
            (Bladsoort.CASELOAD, Bladsoort.GESPREKKEN),
            Beoordelaar,
            Dossierschrijver,
            "We herkennen in dit bestand geen caseload en geen gesprekken. Zet koppen boven de kolommen, "
            "bijvoorbeeld Naam, INSZ en Fase.",
            CASELOAD_INGEVOERD,
            met_woorden=True,
        ),
        Soort(
            Invoersoort.WERKPLEKKEN,
            Bladsoort.WERKPLEKKEN,
            (Bladsoort.WERKPLEKKEN,),
            Plekbeoordelaar,
            Plekschrijver,
            "We herkennen in dit bestand geen werkplekken. Zet koppen boven de kolommen, bijvoorbeeld Werkgever, "
            "Werkplek en Aantal plaatsen.",
            WERKPLEKKEN_INGEVOERD,
            met_woorden=False,
        ),
    )
}


def soort_van(invoer: Invoer) -> Soort:
    return SOORTEN[Invoersoort(invoer.soort)]
