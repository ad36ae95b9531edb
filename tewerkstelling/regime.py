"""The working hours of a contract from one day on."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from ocmw.kalender.woorden import getal


class Regime(NamedTuple):
    """Other hours from `vanaf` on, until the next change or the end of the contract. A change of regime is counted as a
    contract of its own that goes on: what was proven before stands, and a new month begins (A17, A22)."""

    vanaf: date
    uren: Fraction
    dagen_per_week: int

    @property
    def uren_tekst(self) -> str:
        return getal(self.uren)
