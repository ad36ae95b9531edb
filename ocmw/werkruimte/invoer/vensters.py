"""The TWE window for many people: the same answers as `trajecten.twe.venster`, with the rules read once."""

from datetime import date

from ocmw.regels.opzoeken import Regelwaarde, alle_regels
from trajecten.twe.venster import TweVenster, twe_venster


class Vensters:
    def __init__(self) -> None:
        self._regels = alle_regels()
        self._vensters: dict[date, TweVenster | None] = {}
        self._gevonden: dict[tuple[str, date], Regelwaarde | None] = {}

    def regel(self, sleutel: str, op: date) -> Regelwaarde | None:
        """As `regels.opzoeken.regel`, None where that raises."""
        if (sleutel, op) not in self._gevonden:
            self._gevonden[sleutel, op] = next(
                (r for r in self._regels if r.sleutel == sleutel and _geldt(r, op)), None
            )
        return self._gevonden[sleutel, op]

    def vanaf(self, start: date) -> TweVenster | None:
        """The window that opens on `start`; None before TWE existed (T1)."""
        if start not in self._vensters:
            duur, tijdig = self.regel("twe.max_maanden", start), self.regel("twe.tijdig_art60_maanden", start)
            self._vensters[start] = twe_venster(start, duur=duur, tijdig=tijdig) if duur and tijdig else None
        return self._vensters[start]


def _geldt(regel: Regelwaarde, op: date) -> bool:
    return regel.geldig_van <= op and (regel.geldig_tot is None or op < regel.geldig_tot)
