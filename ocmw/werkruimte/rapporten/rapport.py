"""A report is a value. Page, workbook and PDF are three ways to show the same one, so they cannot disagree.

A report module builds a `Rapport` from the database; nothing here queries, renders or knows a colleague's rights.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from ocmw.ui.feit import Feit

Cel = str | int | float | Decimal | date | datetime | Feit | None


class Celsoort(StrEnum):
    TEKST = "tekst"
    GETAL = "getal"  # a count of people or things: the small-cell rule looks at these
    MAAT = "maat"  # a measure about a group: average, median
    DATUM = "datum"
    AANDEEL = "aandeel"  # 0.25 is shown as 25 %


@dataclass(frozen=True)
class Tabelkolom:
    """`feit`: which fact of a dossier stands under this heading (docs/adr/0027); its cells come out of a value object."""

    kop: str
    soort: Celsoort = Celsoort.TEKST
    feit: str = ""


@dataclass(frozen=True)
class Rapporttabel:
    """Rows under headings. The first column names the row; `totaal` is the last row and stands apart."""

    kolommen: tuple[Tabelkolom, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    bijschrift: str = ""
    leeg: str = "Geen gegevens."
    totaal: tuple[Cel, ...] | None = None
    sjabloon: ClassVar[str] = "rapporten/_tabel.html"

    def __post_init__(self) -> None:
        rijen = (*self.rijen, self.totaal) if self.totaal else self.rijen
        if any(len(rij) != len(self.kolommen) for rij in rijen):
            raise ValueError(f"Elke rij van “{self.bijschrift}” telt {len(self.kolommen)} cellen.")
        for k, kolom in enumerate(self.kolommen):
            if kolom.feit and any(not isinstance(rij[k], Feit | None) for rij in self.rijen):
                raise TypeError(f"Onder “{kolom.kop}” staat een feit uit zijn waardeobject.")

    def cellen(self) -> Iterator[list[tuple[Tabelkolom, Cel]]]:
        for rij in self.rijen:
            yield list(zip(self.kolommen, rij, strict=True))

    def cellen_totaal(self) -> list[tuple[Tabelkolom, Cel]]:
        return list(zip(self.kolommen, self.totaal or (), strict=True)) if self.totaal else []


@dataclass(frozen=True)
class Rapporttekst:
    """Paragraphs; a line break inside one is kept."""

    alineas: tuple[str, ...]
    sjabloon: ClassVar[str] = "rapporten/_tekst.html"


@dataclass(frozen=True)
class Mededeling:
    """What the reader must know about the report itself: left out for lack of a right, partial, an estimate."""

    tekst: str
    sjabloon: ClassVar[str] = "rapporten/_mededeling.html"


@dataclass(frozen=True)
class Feitenlijst:
    """Label and value, two by two; `merken`: per label of which facts the value is made (ocmw/ui/feit.py)."""

    paren: tuple[tuple[str, Cel], ...]
    merken: tuple[tuple[str, str], ...] = ()
    sjabloon: ClassVar[str] = "rapporten/_feiten.html"

    @property
    def rijen(self) -> list[tuple[str, Cel, str]]:
        merken = dict(self.merken)
        return [(label, waarde, merken.get(label, "")) for label, waarde in self.paren]


@dataclass(frozen=True)
class Item:
    kop: str
    meta: str
    tekst: str


@dataclass(frozen=True)
class Verhaal:
    """Longer pieces of text with a heading each: talks, answers, notes."""

    items: tuple[Item, ...]
    leeg: str = "Nog niets genoteerd."
    sjabloon: ClassVar[str] = "rapporten/_verhaal.html"


@dataclass(frozen=True)
class Beeld:
    """A picture: SVG that carries no style or script (page and PDF show the same), and what it says in words.

    `svg` comes from a drawing function of ours, never from input; `tabel` holds the same numbers.
    """

    svg: str
    alt: str
    bijschrift: str = ""
    tabel: Rapporttabel | None = None
    sjabloon: ClassVar[str] = "rapporten/_beeld.html"


Blok = Rapporttabel | Rapporttekst | Mededeling | Feitenlijst | Verhaal | Beeld


@dataclass(frozen=True)
class Sectie:
    titel: str
    blokken: tuple[Blok, ...]
    inleiding: str = ""


@dataclass(frozen=True)
class Handtekening:
    """One box to sign in: who, in which capacity."""

    hoedanigheid: str
    naam: str = ""


@dataclass(frozen=True)
class Rapport:
    titel: str
    ocmw: str
    onderwerp: str  # who or what it is about
    periode: str
    opgemaakt_door: str
    opgemaakt_op: datetime
    secties: tuple[Sectie, ...]
    definities: tuple[tuple[str, str], ...] = ()
    handtekeningen: tuple[Handtekening, ...] = ()
    kenmerken: tuple[tuple[str, Cel], ...] = ()  # more lines under the title
    voettekst: str = "Vertrouwelijk: valt onder het beroepsgeheim."
    bestandsnaam: str = "rapport"  # no personal data: it ends up in logs and download lists
    inhoudstafel: bool = False

    @property
    def monogram(self) -> str:
        """What stands in the coat-of-arms slot until the OCMW has put its own there."""
        return self.ocmw.removeprefix("OCMW ")[:1].upper()
