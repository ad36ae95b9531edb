"""The head of a ranked list, the same on both pages."""

from dataclasses import dataclass

from tewerkstelling.match.enums import Factor

# Short enough for eleven columns; the full name is the title.
_KORT = {Factor.OPVANG: "Opvang", Factor.WERKTIJD: "Tijden", Factor.REIS: "Reis", Factor.PLAATS: "Plaats"}


@dataclass(frozen=True)
class Kolom:
    factor: Factor
    kort: str


def kolommen() -> list[Kolom]:
    """One per factor, in the order in which they are judged."""
    return [Kolom(factor, _KORT.get(factor, str(factor.label))) for factor in Factor]
