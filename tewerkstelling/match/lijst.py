"""A ranked list as the page shows it: groups with their counts, one page of rows, the cells of each row."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ocmw.ui.paging import Pagina, blader
from tewerkstelling.match.bevinding import Factoroordeel
from tewerkstelling.match.enums import Factor, Kleur, Uitslag
from tewerkstelling.match.factoren import AFGESCHERMD
from tewerkstelling.match.feiten import Zijde
from tewerkstelling.match.filters import Matchfilter
from tewerkstelling.match.models import Voorstel
from tewerkstelling.match.oordeel import Oordeel, rangschik

BEELD = {Kleur.GROEN: "check-circle-fill", Kleur.ORANJE: "exclamation-triangle-fill", Kleur.ROOD: "x-octagon-fill",
         Kleur.GRIJS: "question-circle"}  # fmt: skip
_KORT = {Factor.OPVANG: "Opvang", Factor.WERKTIJD: "Tijden", Factor.REIS: "Reis", Factor.PLAATS: "Plaats"}
ONBEKEND = "?"  # the icon of the cell says so already
# The status with the same colour: one set of colours in the house.
STATUS = {Kleur.GROEN: "klaar", Kleur.ORANJE: "vandaag", Kleur.ROOD: "te_laat", Kleur.GRIJS: "onderbroken"}


@dataclass(frozen=True)
class Matchcel:
    """One factor of one row: colour, icon, and what the other side has."""

    factor: Factor
    kleur: Kleur
    tekst: str
    zin: str
    afgeschermd: bool = False

    @property
    def beeld(self) -> str:
        return "shield-lock" if self.afgeschermd else BEELD[self.kleur]

    @property
    def woord(self) -> str:
        return AFGESCHERMD if self.afgeschermd else str(self.kleur.label)

    @property
    def status(self) -> str:
        return STATUS[self.kleur]


@dataclass(frozen=True)
class Matchrij:
    """`wie` is the candidate or the place; `voorstellen` are its proposals that still run."""

    wie: Any
    oordeel: Oordeel
    kant: Zijde
    rang: int
    voorstellen: list[Voorstel] = field(default_factory=list)

    @property
    def cellen(self) -> list[Matchcel]:
        return [cel(rij, self.kant) for rij in self.oordeel.factoren if rij.factor in kolommen(self.kant)]

    @property
    def al_voorgesteld(self) -> bool:
        return any(voorstel.werkplek_id == self.oordeel.werkplek for voorstel in self.voorstellen)

    @property
    def redenen(self) -> list[Matchcel]:
        """What stands in the way first."""
        return [cel(rij, self.kant) for rij in self.oordeel.op_ernst]

    @property
    def paren(self) -> list[dict[str, Any]]:
        """Both sides of each factor, for the page of one pair."""
        return [
            {"cel": cel(rij, self.kant), "bij_client": rij.bij_client, "bij_plek": rij.bij_plek}
            for rij in self.oordeel.op_ernst
        ]


def cel(rij: Factoroordeel, kant: Zijde) -> Matchcel:
    tekst = rij.bij_client if kant == Zijde.CLIENT else rij.bij_plek or rij.bij_client
    return Matchcel(rij.factor, rij.kleur, "" if tekst == ONBEKEND else tekst, rij.zin, rij.bij_client == AFGESCHERMD)


@lru_cache
def kolommen(kant: Zijde) -> dict[Factor, str]:
    """The factors that differ from row to row, with a head short enough for so many columns. In a list of candidates
    the room at the place is the same for everybody: that stands above the list."""
    return {
        factor: _KORT.get(factor, str(factor.label))
        for factor in Factor
        if not (kant == Zijde.CLIENT and factor == Factor.PLAATS)
    }


@dataclass(frozen=True)
class Kandidaatgroep:
    """A tab above the list; the fields are those of a filter chip."""

    uitslag: Uitslag
    aantal: int
    aan: bool

    @property
    def label(self) -> str:
        return str(self.uitslag.label)


def groepen(oordelen: Iterable[Oordeel], filter_: Matchfilter) -> list[Kandidaatgroep]:
    """The groups with how many stand in each; an empty one only when it is being looked at, or is the first."""
    aantallen = Counter(oordeel.uitslag for oordeel in oordelen)
    alle = [Kandidaatgroep(uitslag, aantallen[uitslag], uitslag == filter_.groep) for uitslag in Uitslag]
    return [groep for groep in alle if groep.aantal or groep.aan or groep.uitslag == Uitslag.PAST]


def bladzijde(
    oordelen: list[Oordeel],
    filter_: Matchfilter,
    nummer: Any,
    *,
    naam_van: Callable[[Oordeel], str],
) -> tuple[Pagina, dict[int, int]]:
    """One page of the chosen group, and the rank of each judgement in that group whatever the sorting."""
    groep = [oordeel for oordeel in oordelen if oordeel.uitslag == filter_.groep]
    op_rang = rangschik(groep)
    rang = {id(oordeel): plaats for plaats, oordeel in enumerate(op_rang, 1)}
    gesorteerd = sorted(op_rang, key=filter_.sorteersleutel(naam_van))
    return blader(gesorteerd, nummer), rang
