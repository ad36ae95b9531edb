"""Numbers as people write them."""

from decimal import Decimal
from fractions import Fraction


def getal(aantal: Decimal | float) -> str:
    """38, 28,5."""
    return f"{Decimal(str(aantal)).normalize():f}".replace(".", ",")


def bedrag(euro: Decimal | float) -> str:
    """€ 450, € 1.250,50."""
    waarde = Decimal(str(euro)).quantize(Decimal("0.01"))
    tekst = f"{waarde:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"€ {tekst.removesuffix(',00')}"


def dagen_tekst(waarde: Fraction | Decimal | int) -> str:
    """Days or hours with at most two decimals and a comma: 212, 36,5, 211,2."""
    return f"{float(waarde):.2f}".rstrip("0").rstrip(".").replace(".", ",")
