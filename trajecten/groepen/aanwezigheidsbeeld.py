"""Who was there in one trimester, a row per person and a column per session: pure, from rows that were read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ocmw.kalender.woorden import aandeel
from trajecten.groepen.enums import WAS_ER, Sessiestand
from trajecten.groepen.models import Inschrijving, Sessie

# First month of each, in the order of a school year; summer is a trimester of its own, so that no session is left out.
TRIMESTERS = (
    (9, 12, "september tot december"),
    (1, 3, "januari tot maart"),
    (4, 6, "april tot juni"),
    (7, 8, "juli en augustus"),
)
LETTERS = {
    Sessiestand.AANWEZIG: "A",
    Sessiestand.TE_LAAT: "L",
    Sessiestand.VERONTSCHULDIGD: "V",
    Sessiestand.AFWEZIG: "X",
}


@dataclass(frozen=True, order=True)
class Trimester:
    """`maand` is its first month."""

    jaar: int
    maand: int

    @property
    def code(self) -> str:
        return f"{self.jaar}-{self.maand:02}"

    @property
    def woord(self) -> str:
        return next(f"{naam} {self.jaar}" for eerste, _, naam in TRIMESTERS if eerste == self.maand)


def trimester_van(dag: date) -> Trimester:
    return next(Trimester(dag.year, eerste) for eerste, laatste, _ in TRIMESTERS if eerste <= dag.month <= laatste)


@dataclass(frozen=True)
class Cel:
    """`stand` is empty when nothing is noted; `letter` says it without colour."""

    sessie: Sessie
    stand: str
    letter: str
    woord: str


@dataclass(frozen=True)
class Beeldrij:
    inschrijving: Inschrijving
    cellen: tuple[Cel, ...]

    @property
    def aanwezig(self) -> int:
        return sum(cel.stand in WAS_ER for cel in self.cellen)

    @property
    def gevraagd(self) -> int:
        """Of what is noted, without excuses (R6)."""
        return sum(bool(cel.stand) and cel.stand != Sessiestand.VERONTSCHULDIGD for cel in self.cellen)

    @property
    def aandeel(self) -> str:
        return aandeel(Fraction(self.aanwezig, self.gevraagd), 0) if self.gevraagd else "-"


def maak_beeld(
    inschrijvingen: Sequence[Inschrijving], sessies: Sequence[Sessie], standen: Mapping[tuple[int, int], str]
) -> list[Beeldrij]:
    """`standen`: (session, enrolment) -> code. A session that does not take place has no column: leave it out of `sessies`."""
    return [
        Beeldrij(rij, tuple(_cel(sessie, standen.get((sessie.pk, rij.pk), "")) for sessie in sessies))
        for rij in inschrijvingen
    ]


def _cel(sessie: Sessie, stand: str) -> Cel:
    if not stand:
        return Cel(sessie, "", "\N{MIDDLE DOT}", "niet genoteerd")
    return Cel(sessie, stand, LETTERS[Sessiestand(stand)], Sessiestand(stand).label.lower())
