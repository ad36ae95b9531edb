"""The rules of the money of one TWE, per start date. Many clients share a start, and looking a rule up costs more than
the sum: one read of all rules serves a whole list."""

from dataclasses import dataclass
from datetime import date

from nazorg.venster import TweVenster, twe_venster
from nazorg.vergoeding import Tarief
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde, alle_regels

SLEUTELS = (
    "twe.inspanningsvergoeding",
    "twe.compensatie",
    "twe.compensatie_na_24m",
    "twe.max_maanden",
    "twe.tijdig_art60_maanden",
)


@dataclass(frozen=True)
class Geldregels:
    tarief: Tarief
    venster: TweVenster
    regels: tuple[Regelwaarde, ...]


class Tarieven:
    """Make one per page or batch; a rule that changes in between counts from the next."""

    def __init__(self) -> None:
        self._sets: dict[str, list[Regelwaarde]] = {}
        for set_ in alle_regels():
            self._sets.setdefault(set_.sleutel, []).append(set_)
        self._per_start: dict[date, Geldregels] = {}
        self._gevonden: dict[tuple[str, date], Regelwaarde] = {}

    def zoek(self, sleutel: str, op: date) -> Regelwaarde:
        """As regel(), for who asks thousands of times. Raises OnbekendeRegel."""
        vraag = (sleutel, op)
        if vraag not in self._gevonden:
            for set_ in self._sets.get(sleutel, ()):
                if set_.geldig_van <= op and (set_.geldig_tot is None or op < set_.geldig_tot):
                    self._gevonden[vraag] = set_
                    break
            else:
                raise OnbekendeRegel(f"Er is geen regel {sleutel!r} op {op:%d/%m/%Y}.")
        return self._gevonden[vraag]

    def voor(self, start: date) -> Geldregels:
        """The rules of a window that opens on `start`, as they hold on that day. Raises OnbekendeRegel before TWE (T1)."""
        if start not in self._per_start:
            regels = tuple(self.zoek(sleutel, start) for sleutel in SLEUTELS)
            tarief = Tarief.uit_regels(*(regel.waarde for regel in regels))
            venster = twe_venster(start, duur=regels[3], tijdig=regels[4])
            self._per_start[start] = Geldregels(tarief, venster, regels)
        return self._per_start[start]
