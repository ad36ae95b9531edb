"""The rules of the money of one TWE, per start date. Many clients share a start, and looking a rule up costs more than
the sum: one read of all rules serves a whole list.

How long a TWE lasts and when art.60 starts in time is what the rules said on its start. What a month pays is what they
say on the last day of that month: a change halfway counts from then on (assumption: no source tells, and VDAB settles
per month of performance, T19)."""

from dataclasses import dataclass
from datetime import date

from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde, regelboek
from trajecten.twe.venster import TweVenster, twe_venster
from trajecten.twe.vergoeding import Bedragen, Tarief

BEDRAGEN = ("twe.inspanningsvergoeding", "twe.compensatie", "twe.compensatie_na_24m")
LENGTES = ("twe.max_maanden", "twe.tijdig_art60_maanden")


@dataclass(frozen=True)
class Geldregels:
    """`regels`: the lengths, and every set of amounts that holds on or after the start."""

    tarief: Tarief
    venster: TweVenster
    regels: tuple[Regelwaarde, ...]

    def gebruikt(self, tot: date) -> tuple[Regelwaarde, ...]:
        """Those with which months up to `tot` (included) are counted."""
        return tuple(regel for regel in self.regels if regel.geldig_van <= tot)


class Tarieven:
    """Make one per page or batch: windows that open on the same day are worked out once."""

    def __init__(self) -> None:
        self._boek = regelboek()
        self._per_start: dict[date, Geldregels] = {}

    def langste(self) -> int:
        """The longest TWE any rule allowed, in months: an older start may have a longer window."""
        return max(set_.waarde for set_ in self._boek.van("twe.max_maanden"))

    def voor(self, start: date) -> Geldregels:
        """The rules of a window that opens on `start`, as they hold on that day. Raises OnbekendeRegel before TWE (T1)."""
        if start not in self._per_start:
            duur, tijdig = (self._boek.zoek(sleutel, start) for sleutel in LENGTES)
            stappen, bedragen = self._bedragen(start)
            tarief = Tarief(duur.waarde, tijdig.waarde, stappen)
            venster = twe_venster(start, duur=duur, tijdig=tijdig)
            self._per_start[start] = Geldregels(tarief, venster, (duur, tijdig, *bedragen))
        return self._per_start[start]

    def _bedragen(self, start: date) -> tuple[tuple[tuple[date, Bedragen], ...], list[Regelwaarde]]:
        """The amounts from `start` on, each with its first day, and the sets they come from."""
        later = [s for sleutel in BEDRAGEN for s in self._boek.van(sleutel) if s.geldig_van > start]
        dagen = sorted({start, *(s.geldig_van for s in later)})
        stappen = tuple(
            (dag, Bedragen.uit_regels(*(getattr(set_, "waarde", None) for set_ in self._op(dag)))) for dag in dagen
        )
        return stappen, [*(set_ for set_ in self._op(start) if set_), *later]

    def _op(self, dag: date) -> list[Regelwaarde | None]:
        """The sets of amounts on a day; the one for month 25 is younger than TWE: before it nothing was paid for that."""
        return [*(self._boek.zoek(sleutel, dag) for sleutel in BEDRAGEN[:2]), self._na_24(dag)]

    def _na_24(self, dag: date) -> Regelwaarde | None:
        try:
            return self._boek.zoek(BEDRAGEN[2], dag)
        except OnbekendeRegel:
            return None
