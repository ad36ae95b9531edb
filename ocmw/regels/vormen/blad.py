"""What the value of a rule looks like, said once: how people read it, which fields a form needs, and what is wrong with it.

A value is made of leaves (a number, yes or no, a choice, a text, a row of numbers). Each leaf has a path, for example
`("0", "dagen")` for the days in the first row of a table; a form has one field per leaf and builds the value back.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ocmw.kalender.woorden import getal, opsomming

Pad = tuple[str, ...]
LEEG: tuple[Any, ...] = (None, "", [], ())


@dataclass(frozen=True)
class Blad:
    """One thing to fill in."""

    pad: Pad
    label: str
    vorm: "Vorm"


@dataclass(frozen=True)
class Rooster:
    """A value as a table: the heads, and per row its name (may be empty) and its cells in words."""

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]

    @property
    def met_koppen(self) -> list[list[tuple[str, str]]]:
        """Per row (head, cell), for a screen on which a row is a card."""
        return [list(zip(self.koppen, rij, strict=True)) for rij in self.rijen]


@dataclass(frozen=True)
class Vorm:
    """A leaf, unless a subclass says otherwise."""

    def bladeren(self, waarde: Any, pad: Pad = (), label: str = "Waarde") -> list[Blad]:
        """What a form asks, with room to grow where a value may."""
        return [Blad(pad, label, self)]

    def plat(self, waarde: Any, pad: Pad = ()) -> dict[Pad, Any]:
        """The value per leaf."""
        return {pad: waarde}

    def bouw(self, plat: Mapping[Pad, Any], pad: Pad = ()) -> Any:
        """The value again, from what stands at each leaf."""
        return plat.get(pad)

    def weigering(self, waarde: Any) -> str:
        """Why this cannot be the value; empty when it can."""
        return "Vul dit in." if waarde in LEEG else ""

    def in_woorden(self, waarde: Any) -> str:
        return str(waarde)

    def kort(self, waarde: Any) -> str:
        """For a line in a list; the same words, unless the value is too long for that."""
        return self.in_woorden(waarde)

    def rooster(self, waarde: Any) -> Rooster | None:
        return None


@dataclass(frozen=True)
class Getal(Vorm):
    """A whole number with its unit (one, many); with `centen` an amount, kept as text when it is not whole."""

    een: str = ""
    veel: str = ""
    minstens: int = 0
    hoogstens: int = 100_000
    centen: bool = False
    mag_leeg: bool = False

    def weigering(self, waarde: Any) -> str:
        if waarde is None:
            return "" if self.mag_leeg else "Vul een getal in."
        try:
            getal = float(waarde)
        except (TypeError, ValueError):
            return "Vul een getal in."
        past = not isinstance(waarde, bool) and self.minstens <= getal <= self.hoogstens
        return "" if past else self.grenzen

    @property
    def grenzen(self) -> str:
        """What to fill in, as a sentence: also the answer to a number that is too low or too high."""
        soort = "bedrag" if self.centen else "getal"
        return f"Vul een {soort} in van {self.minstens} tot {self.hoogstens}."

    def in_woorden(self, waarde: Any) -> str:
        try:
            tekst = getal(waarde, vast=isinstance(waarde, str))  # an amount with cents is kept as text
        except ArithmeticError:
            tekst = str(waarde)  # a concept that is not finished may hold anything
        return f"{tekst} {self.een if waarde == 1 else self.veel}".strip()


@dataclass(frozen=True)
class JaNee(Vorm):
    def weigering(self, waarde: Any) -> str:
        return "" if isinstance(waarde, bool) else "Kies ja of nee."

    def in_woorden(self, waarde: Any) -> str:
        return "ja" if waarde else "nee"


@dataclass(frozen=True)
class Tekst(Vorm):
    pass


@dataclass(frozen=True)
class Code(Tekst):
    """What the application knows a row of a table by: it stands in addresses, and answers are kept under it."""

    hoogstens: int = 20

    def weigering(self, waarde: Any) -> str:
        if re.fullmatch(rf"[a-z0-9][a-z0-9_-]{{0,{self.hoogstens - 1}}}", str(waarde or "")):
            return ""
        return f"Gebruik kleine letters, cijfers, - en _, hoogstens {self.hoogstens} tekens. Bijvoorbeeld: laatste_gesprek."


@dataclass(frozen=True)
class Tijd(Tekst):
    """06:30"""

    def weigering(self, waarde: Any) -> str:
        goed = re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", str(waarde or ""))
        return "" if goed else "Vul een uur in met vier cijfers: 06:30."


@dataclass(frozen=True)
class Keuze(Vorm):
    keuzes: tuple[tuple[str, str], ...] = ()

    def weigering(self, waarde: Any) -> str:
        return "" if waarde in dict(self.keuzes) else "Kies een van de mogelijkheden."

    def in_woorden(self, waarde: Any) -> str:
        return dict(self.keuzes).get(waarde, str(waarde))


@dataclass(frozen=True)
class Getallenrij(Vorm):
    """Numbers in one direction: `neer` counts down (90, 60, 30), otherwise up (1, 2, 7). `een`: the unit of only a 1."""

    eenheid: str = ""
    een: str = ""
    neer: bool = False
    mag_leeg: bool = False

    def weigering(self, waarde: Any) -> str:
        if not waarde:
            return "" if self.mag_leeg else "Vul minstens één getal in. Zonder getal valt deze regel weg."
        if not all(isinstance(getal, int) and not isinstance(getal, bool) and 0 <= getal <= 9999 for getal in waarde):
            return "Vul hele getallen in, met een komma ertussen: 90, 60, 30."
        if list(waarde) != sorted(set(waarde), reverse=self.neer):
            richting = "groot naar klein" if self.neer else "klein naar groot"
            return f"Zet de getallen van {richting}, elk getal één keer."
        return ""

    def in_woorden(self, waarde: Sequence[int]) -> str:
        eenheid = self.een if list(waarde) == [1] and self.een else self.eenheid
        return f"{opsomming(map(str, waarde))} {eenheid}".strip() if waarde else "geen"


@dataclass(frozen=True)
class Tekstenrij(Vorm):
    """Short texts, in order; with `keuzes` only those codes, each read by its label."""

    keuzes: tuple[tuple[str, str], ...] = ()

    def weigering(self, waarde: Any) -> str:
        vreemd = [str(deel) for deel in waarde or () if self.keuzes and deel not in dict(self.keuzes)]
        if vreemd:
            return f"{opsomming(vreemd)} bestaat niet. Kies uit: {opsomming(code for code, _ in self.keuzes)}."
        return super().weigering(waarde)

    def in_woorden(self, waarde: Sequence[str]) -> str:
        return opsomming(dict(self.keuzes).get(deel, deel) for deel in waarde)


def als_zin(naam: str) -> str:
    return naam.replace("_", " ").capitalize()
