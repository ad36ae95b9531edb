"""Employers and workplaces by the names in a workbook: found, or made."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

from clienten.namen import naamvorm
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from ocmw.werkruimte.invoer.velden import norm
from tewerkstelling.enums import Werkgeversoort
from tewerkstelling.journaalcodes import WERKGEVER_GEWIJZIGD
from tewerkstelling.models import Werkgever, Werkplek

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
_SOORTEN = (
    (Werkgeversoort.EIGEN_DIENST, r"\bocmw\b|zorgbedrijf|woonzorgcentrum|\bwzc\b|sociaal huis|lokaal dienstencentrum"),
    (Werkgeversoort.GEMEENTE, r"\bstad\b|gemeente|bibliotheek|technische dienst|politie|academie"),
    (Werkgeversoort.ZIEKENHUIS, r"ziekenhuis|\bazorg\b|\baz\b"),
    (Werkgeversoort.SOCIALE_ECONOMIE, r"kringwinkel|kringloop|maatwerk|sociale economie|fietspunt|sociale werkplaats"),
    (Werkgeversoort.PRIVE, r"\bbv\b|\bbvba\b|\bnv\b|\bcv\b|\bcomm v\b|\bvof\b"),
)


def raad_soort(naam: str) -> Werkgeversoort:
    """What kind of user of art.60 this most likely is (A3); vzw when nothing in the name tells."""
    sleutel = norm(naam)
    return next((soort for soort, vorm in _SOORTEN if re.search(vorm, sleutel)), Werkgeversoort.VZW)


def per_naam(rijen: Iterable[T], sleutel: Callable[[T], K]) -> dict[K, list[T]]:
    """Every row under its key: what stands alone under it can be meant by a name."""
    gevonden: dict[K, list[T]] = {}
    for rij in rijen:
        gevonden.setdefault(sleutel(rij), []).append(rij)
    return gevonden


def weigering_voor_naam(wat: str, naam: str, gevonden: Sequence[Any]) -> str:
    """Why this name does not say which one is meant; empty when it does, also when nobody is called so yet."""
    if not naamvorm(naam):
        return f"In de naam '{naam}' van de {wat} staan tekens die we niet kunnen lezen. Verbeter de naam."
    if len(gevonden) > 1:
        namen = ", ".join(str(rij.naam) for rij in gevonden)
        return f"Er is meer dan één {wat} die '{naam}' heet ({namen}). Geef ze elk een eigen naam en kijk de rijen opnieuw na."
    return ""


class Werkplekken:
    """All workplaces of one OCMW in memory, so that a chunk of rows asks for them once."""

    def __init__(self, ocmw_id: int, *, door: Medewerker) -> None:
        self.ocmw_id, self.door = ocmw_id, door
        self.werkgevers = per_naam(Werkgever.objects.filter(ocmw=ocmw_id), lambda rij: naamvorm(rij.naam))
        plekken = Werkplek.objects.filter(werkgever__ocmw=ocmw_id).select_related("werkgever")
        self.plekken = per_naam(plekken, lambda plek: (plek.werkgever_id, naamvorm(plek.naam)))

    def weigering_voor(self, namen: tuple[str, str]) -> str:
        """Why ("employer", "workplace") does not say where somebody works; empty when it does, or when it is new."""
        werkgevers = self.werkgevers.get(naamvorm(namen[0]), [])
        if zin := weigering_voor_naam("werkgever", namen[0], werkgevers):
            return zin
        plekken = self.plekken.get((werkgevers[0].pk, naamvorm(namen[1])), []) if werkgevers else []
        return weigering_voor_naam("werkplek", namen[1], plekken)

    def geef(self, namen: tuple[str, str]) -> Werkplek:
        """The workplace called so; made, with a kind guessed from the name, when it is new. Raises Geweigerd as above."""
        weiger_als(self.weigering_voor(namen))
        bestaande = self.werkgevers.setdefault(naamvorm(namen[0]), [])
        if not bestaande:
            bestaande.append(self._maak_werkgever(namen[0]))
        plekken = self.plekken.setdefault((bestaande[0].pk, naamvorm(namen[1])), [])
        if not plekken:
            plek = Werkplek(werkgever=bestaande[0], naam=namen[1], gewijzigd_door=self.door)
            plek.clean_fields(exclude=["werkgever"])
            plek.save(force_insert=True)
            noteer(WERKGEVER_GEWIJZIGD, plek, door=self.door)
            plekken.append(plek)
        return plekken[0]

    def _maak_werkgever(self, naam: str) -> Werkgever:
        werkgever = Werkgever(ocmw_id=self.ocmw_id, naam=naam, soort=raad_soort(naam), gewijzigd_door=self.door)
        werkgever.clean_fields(exclude=["ocmw"])
        werkgever.save(force_insert=True)
        noteer(WERKGEVER_GEWIJZIGD, werkgever, door=self.door)
        return werkgever
