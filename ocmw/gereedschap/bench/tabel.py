"""The table on the screen: columns of a fixed width, so that each line can be printed the moment it is measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ocmw.gereedschap.bench.doel import Meetdoel
from ocmw.gereedschap.bench.meten import Tijdmeting
from ocmw.gereedschap.bench.spoor import Stroom
from ocmw.kalender.woorden import getal


@dataclass(frozen=True)
class Meetkolom:
    kop: str
    breedte: int
    rechts: bool = True

    def cel(self, tekst: str) -> str:
        return tekst.rjust(self.breedte) if self.rechts else tekst.ljust(self.breedte)


METINGKOLOMMEN = (
    Meetkolom("verhouding", 10),
    Meetkolom("laagste-hoogste", 15),
    Meetkolom("ms", 9),
    Meetkolom("referentie ms", 13),
    Meetkolom("queries", 7),
    Meetkolom("per seconde", 11),
)
STROOMKOLOMMEN = (
    Meetkolom("SQL", 4),
    Meetkolom("met savepoints", 14),
    Meetkolom("letterlijk herhaald", 19),
    Meetkolom("functies", 8),
    Meetkolom("modules", 7),
    Meetkolom("mappen", 6),
    Meetkolom("wissels", 7),
    Meetkolom("aanroepen", 9),
    Meetkolom("diepte", 6),
)
SLOT = (Meetkolom("streefdoel", 42, rechts=False), Meetkolom("oordeel", 8, rechts=False))


class Meettabel:
    def __init__(self, titel: str, kolommen: Sequence[Meetkolom], naam: int, schrijf: Callable[[str], None]) -> None:
        self.titel, self.schrijf = titel, schrijf
        self.kolommen = (Meetkolom("meting", naam, rechts=False), *kolommen, *SLOT)
        self.begonnen = False

    def regel(self, naam: str, cellen: Sequence[str], doel: Meetdoel, oordeel: str, toelichting: str) -> None:
        self._lijn((naam, *cellen, str(doel), oordeel), toelichting)

    def zin(self, naam: str, zin: str) -> None:
        """A measurement without figures: the sentence that says why, in the place of them."""
        self._begin()
        self.schrijf(f"| {self.kolommen[0].cel(naam)} | {zin} |")

    def _begin(self) -> None:
        if self.begonnen:
            return
        self.begonnen = True
        self.schrijf(f"\n{self.titel}\n")
        self._lijn([kolom.kop for kolom in self.kolommen], "toelichting")
        self.schrijf("|" + "|".join("-" * (kolom.breedte + 2) for kolom in self.kolommen) + "|---|")

    def _lijn(self, cellen: Sequence[str], toelichting: str) -> None:
        self._begin()
        tekst = " | ".join(kolom.cel(cel) for kolom, cel in zip(self.kolommen, cellen, strict=True))
        self.schrijf(f"| {tekst} | {toelichting} |")


def metingcellen(meting: Tijdmeting) -> tuple[str, ...]:
    return (
        f"{getal(meting.verhouding, 2, vast=True)}x",
        f"{getal(meting.laagste, 2, vast=True)}-{getal(meting.hoogste, 2, vast=True)}",
        getal(meting.milliseconden, 1, vast=True),
        getal(meting.referentie, 1, vast=True),
        "" if meting.queries is None else str(meting.queries),
        ""
        if meting.per_seconde is None
        else getal(meting.per_seconde, 1 if meting.per_seconde < 100 else 0, vast=True),
    )


def stroomcellen(stroom: Stroom) -> tuple[str, ...]:
    return (
        str(stroom.queries),
        str(stroom.met_savepoints),
        str(stroom.herhaald),
        str(stroom.functies),
        str(stroom.modules),
        str(stroom.mappen),
        str(stroom.wissels),
        str(stroom.aanroepen),
        str(stroom.diepte),
    )
