"""What the rules of the RVA say by themselves: the row for an age, and work done as days of the 6-day week (A10-A18). Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ocmw.kalender.maanden import leeftijd

DAGEN_PER_WEEK = Decimal(6)


def trap_voor(
    toelating: Sequence[Mapping[str, Any]], *, geboortedatum: date | None, aanvraag: date
) -> Mapping[str, Any]:
    """The row of the rule for the age on the day of the application (A10, A11); one row for all asks no birth date (A12).

    Raises ValueError when the age matters and is not known.
    """
    if len(toelating) == 1:
        return toelating[0]
    if geboortedatum is None:
        raise ValueError("Vul de geboortedatum in: het aantal dagen hangt voor deze aanvraag af van de leeftijd.")
    jaren = leeftijd(geboortedatum, max(aanvraag, geboortedatum))
    return next(rij for rij in toelating if rij["tot_leeftijd"] is None or jaren < rij["tot_leeftijd"])


def dagen_uit_prestaties(
    *,
    gewerkte_dagen: Decimal | None = None,
    dagen_per_week: Decimal | None = None,
    uren: Decimal | None = None,
    voltijds: Decimal | None = None,
) -> Decimal:
    """Worked days or hours as days of the 6-day week (A17): days x 6 / average days a week, or hours x 6 / S."""
    if gewerkte_dagen is not None and dagen_per_week is not None and uren is None and voltijds is None:
        if not 0 < dagen_per_week <= 7 or gewerkte_dagen < 0:
            raise ValueError(
                "Het aantal dagen per week ligt tussen 0 en 7, en het aantal gewerkte dagen is niet negatief."
            )
        return gewerkte_dagen * DAGEN_PER_WEEK / dagen_per_week
    if uren is not None and voltijds is not None and gewerkte_dagen is None and dagen_per_week is None:
        if voltijds <= 0 or uren < 0:
            raise ValueError("De uren van een voltijdse zijn meer dan 0, en het aantal uren is niet negatief.")
        return uren * DAGEN_PER_WEEK / voltijds
    raise ValueError("Geef gewerkte_dagen met dagen_per_week, of uren met voltijds.")
