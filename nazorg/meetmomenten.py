"""When we look whether work lasts: dates after the exit from the tijdelijke werkervaring (T20, T21, W11). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ocmw.kalender.maanden import plus_maanden


@dataclass(frozen=True)
class Meetmoment:
    code: str
    naam: str
    dag: date
    bron: str


def meetmomenten(uitstroom_op: date, momenten: Iterable[Mapping[str, Any]]) -> tuple[Meetmoment, ...]:
    """The dates of the rule `uitstroom.meetmomenten`, counted from the last day (`uitstroom_op`, included).

    Months clamp to the end of a shorter month: six months after 31 August is 28 or 29 February (W11).
    """
    return tuple(
        Meetmoment(
            rij["code"],
            rij["naam"],
            plus_maanden(uitstroom_op, rij["maanden"]) + timedelta(days=rij["dagen"]),
            rij["bron"],
        )
        for rij in momenten
    )


def uitstroomdag(contract_einde: date, twe_einde: date | None) -> date:
    """The last day in the tijdelijke werkervaring: of the window or the day it was stopped; a contract that runs on
    past it counts (T16), and without a window only the contract does."""
    return max(contract_einde, twe_einde) if twe_einde else contract_einde
