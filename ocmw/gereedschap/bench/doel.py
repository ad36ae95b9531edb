"""What a measurement aims at: limits on its figures, as numbers, so that a missed one can be seen by a machine."""

from dataclasses import dataclass, field, fields
from typing import Any

from ocmw.kalender.woorden import getal


def _grens(cijfer: str, teken: str, maat: str) -> Any:
    """`cijfer` is the name of the figure on Meting or Stroom; `teken` says on which side of the limit it must stay."""
    return field(default=None, metadata={"cijfer": cijfer, "teken": teken, "maat": maat})


@dataclass(frozen=True)
class Meetdoel:
    """None asks nothing. Without any limit the measurement is only reported."""

    verhouding: float | None = _grens("verhouding", "<=", "x")
    minstens: float | None = _grens("verhouding", ">=", "x")
    queries: int | None = _grens("queries", "<=", " queries")
    per_seconde: float | None = _grens("per_seconde", ">=", " per seconde")
    databank: float | None = _grens("databank", "<=", " ms in de databank")
    geheugen: float | None = _grens("geheugen", "<=", " MB erbij")
    functies: int | None = _grens("functies", "<=", " functies")
    mappen: int | None = _grens("mappen", "<=", " mappen")

    def __str__(self) -> str:
        return ", ".join(
            f"{grens.metadata['teken']} {getal(waarde)}{grens.metadata['maat']}"
            for grens in fields(self)
            if (waarde := getattr(self, grens.name)) is not None
        )

    def gemist(self, cijfers: Any) -> tuple[str, ...]:
        """The figures on the wrong side of their limit. A figure that was not measured meets nothing and is missed too."""
        return tuple(
            grens.metadata["cijfer"]
            for grens in fields(self)
            if (waarde := getattr(self, grens.name)) is not None
            and not _haalt(getattr(cijfers, grens.metadata["cijfer"], None), grens.metadata["teken"], waarde)
        )


def _haalt(cijfer: float | None, teken: str, waarde: float) -> bool:
    if cijfer is None:
        return False
    return cijfer <= waarde if teken == "<=" else cijfer >= waarde
