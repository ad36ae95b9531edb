"""Walks the working days of one contract, once, in whole units: the engine of the rechtenteller, nothing else uses it.

Days are ordinals and amounts are whole units of 1/noemer day: nothing is rounded, and a contract of two years takes a tenth
of a millisecond.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Mapping
from datetime import MAXYEAR, date
from functools import lru_cache
from math import gcd, lcm
from typing import Any

from tewerkstelling.rechtenteller.grootboek import MAAND, Ruw, Tellerfeiten

EINDELOOS = date.max.toordinal()
MAANDEN_VOORAF = 60


class Maat:
    """Walks one contract from event to event, once, for the lines and for the expected end together.

    `loop()` leaves the lines in `ruw`, their sum in `eenheden`, and in `einde` the day on which the days are proven when
    work goes on and only the known events happen: 0 when they were proven before the contract.
    """

    def __init__(self, feiten: Tellerfeiten, regels: Mapping[str, Any]) -> None:
        uren, vol, al = feiten.uren, feiten.voltijds, feiten.al_bewezen
        boven = 6 * uren.numerator * vol.denominator * (2 if feiten.halve_dagen else 1)
        onder = feiten.dagen_per_week * uren.denominator * vol.numerator
        deler = gcd(boven, onder)
        self.noemer = lcm(onder // deler, al.denominator)
        self.per_werkdag = boven // deler * (self.noemer // (onder // deler))
        self.al = al.numerator * (self.noemer // al.denominator)
        self.per_maand = MAAND * self.noemer
        self.per_week = feiten.dagen_per_week
        self.voltijds = uren == vol and not feiten.halve_dagen
        self.start = feiten.start.toordinal()
        vorige = feiten.vorige_toelating
        # The first day that can count: days of an earlier admission do not count again (A13).
        self.begin = max(self.start, vorige.toordinal() + 1) if vorige else self.start
        self.maanden = list(_maandbegins(feiten.start.year, feiten.start.month, feiten.start.day))
        self.eerste = feiten.start
        gevallen = sorted(
            (van.toordinal(), laatste.toordinal(), soort) for soort, van, laatste in feiten.gebeurtenissen
        )
        # Only what does not count interrupts the work; the rest is work by law and stays inside its month.
        self.gaten = [geval for geval in gevallen if regels[geval[2]]["telt"] == "niet"]
        self.gelijk = [geval for geval in gevallen if regels[geval[2]]["telt"] != "niet"]
        self.lijnen: list[Ruw] = []
        self.ruw: tuple[Ruw, ...] = ()
        self.eenheden, self.einde = self.al, 0

    def loop(self, tot: int, nodig: int) -> None:
        """Lines up to `tot`; the expected end of `nodig` days may lie before or after it."""
        dag, rest = self.begin, nodig * self.noemer - self.al
        zoekt = rest > 0
        if self.start < dag and self.start <= tot:
            self._lijn(self.start, min(dag - 1, tot), "vorige_toelating", "niet")
        for van, laatste, soort in self.gaten:
            if laatste < dag:
                continue
            van = max(van, dag)
            gewerkt = self._werk(dag, min(van - 1, tot))
            if zoekt:
                stuk = gewerkt if van - 1 <= tot else self._tel(dag, van - 1)
                if rest <= stuk:
                    self.einde, zoekt = min(self._dag_van(dag, rest), van - 1), False
                rest -= stuk
            if van <= tot:
                self._lijn(van, min(laatste, tot), soort, "niet")
            dag = laatste + 1
        self._werk(dag, tot)
        if zoekt:
            self.einde = self._dag_van(dag, rest)
        for van, laatste, soort in self.gelijk:
            if max(van, self.start) <= min(laatste, tot):
                self._lijn(max(van, self.start), min(laatste, tot), soort, "inbegrepen")
        self.ruw = tuple(sorted(self.lijnen) if self.gelijk else self.lijnen)

    def _werk(self, van: int, tot: int) -> int:
        """Write the lines of work without interruption in [van, tot], and return their units."""
        if van > tot:
            return 0
        voor = self.eenheden
        if self.voltijds:
            eerste, aantal = self._volle_maanden(van, tot)
            if aantal > 0:
                begin, na = self.maanden[eerste], self.maanden[eerste + aantal]
                self._werkdagen_lijn(van, begin - 1)
                self.lijnen.append((begin, na - 1, "maand", self.per_maand * aantal, 0, "geteld"))
                self.eenheden += self.per_maand * aantal
                van = na
        self._werkdagen_lijn(van, tot)
        return self.eenheden - voor

    def _tel(self, van: int, tot: int) -> int:
        """Units of work without interruption in [van, tot], without writing a line."""
        eerste, aantal = self._volle_maanden(van, tot) if self.voltijds else (0, 0)
        if aantal <= 0:
            return self._los(van, tot)
        begin, na = self.maanden[eerste], self.maanden[eerste + aantal]
        return self.per_maand * aantal + self._los(van, begin - 1) + self._los(na, tot)

    def _dag_van(self, dag: int, rest: int) -> int:
        """The day the `rest` is proven when nothing interrupts from `dag` on: days, whole contract months, days."""
        if self.voltijds:
            self._reik_tot(dag)
            nummer = bisect_left(self.maanden, dag)
            begin = self.maanden[nummer]
            deel = self._los(dag, begin - 1)
            if deel < rest:
                maanden, rest = divmod(rest - deel, self.per_maand)
                while len(self.maanden) <= nummer + maanden + 1:
                    self._nog_een_maand()
                dag = self.maanden[nummer + maanden]
                if not rest:
                    return dag - 1
                # A short month is complete before its working days alone would have made it.
                return min(self._werkdag(dag, rest), self.maanden[nummer + maanden + 1] - 1)
        return self._werkdag(dag, rest)

    def _werkdag(self, dag: int, rest: int) -> int:
        """The working day from `dag` on with which `rest` units of separate working days are reached."""
        nodig = -(-rest // self.per_werkdag)  # rounded up
        weken, over = divmod(self._werkdagen(1, dag - 1) + nodig - 1, self.per_week)
        return weken * 7 + over + 1

    def _volle_maanden(self, van: int, tot: int) -> tuple[int, int]:
        """Number of the first whole contract month inside [van, tot], and how many there are (0 or less: none)."""
        self._reik_tot(min(tot + 1, EINDELOOS))
        eerste = bisect_left(self.maanden, van)
        return eerste, bisect_right(self.maanden, tot + 1) - 1 - eerste

    def _werkdagen_lijn(self, van: int, tot: int) -> None:
        if van <= tot:
            eenheden = self._los(van, tot)
            self.lijnen.append((van, tot, "werk", eenheden, self._werkdagen(van, tot), "geteld"))
            self.eenheden += eenheden

    def _los(self, van: int, tot: int) -> int:
        """Units of the separate working days in [van, tot], which holds no whole contract month."""
        eenheden = self._werkdagen(van, tot) * self.per_werkdag
        if not self.voltijds or eenheden <= self.per_maand:
            return eenheden
        self._reik_tot(van + 1)
        grens = self.maanden[bisect_right(self.maanden, van)]
        if grens > tot:
            return self.per_maand
        return sum(
            min(self._werkdagen(*deel) * self.per_werkdag, self.per_maand) for deel in ((van, grens - 1), (grens, tot))
        )

    def _lijn(self, van: int, tot: int, soort: str, telt: str) -> None:
        self.lijnen.append((van, tot, soort, 0, self._werkdagen(van, tot), telt))

    def _werkdagen(self, van: int, tot: int) -> int:
        """Days Monday up to the `per_week`-th day of the week in [van, tot]. Day 1 of the calendar is a Monday."""
        per_week, voor = self.per_week, van - 1
        tot_rest, voor_rest = tot % 7, voor % 7
        if tot_rest > per_week:
            tot_rest = per_week
        if voor_rest > per_week:
            voor_rest = per_week
        return (tot // 7 - voor // 7) * per_week + tot_rest - voor_rest

    def _reik_tot(self, dag: int) -> None:
        """Contract months up to and including the first that begins on or after `dag`."""
        while self.maanden[-1] < dag:
            self._nog_een_maand()

    def _nog_een_maand(self) -> None:
        eerste = self.eerste
        self.maanden.append(_maandbegin(eerste.year, eerste.month, eerste.day, len(self.maanden)))


def _maandbegin(jaar: int, maand: int, dag: int, nummer: int) -> int:
    """First day of the `nummer`-th contract month, counted from 0; always from the start, never chained."""
    jaar, maand = jaar + (maand - 1 + nummer) // 12, (maand - 1 + nummer) % 12 + 1
    if jaar > MAXYEAR:
        return EINDELOOS
    return date(jaar, maand, dag if dag <= 28 else min(dag, monthrange(jaar, maand)[1])).toordinal()


@lru_cache(maxsize=4096)
def _maandbegins(jaar: int, maand: int, dag: int) -> tuple[int, ...]:
    """Five years of contract months: who counts many contracts meets the same first days again."""
    return tuple(_maandbegin(jaar, maand, dag, nummer) for nummer in range(MAANDEN_VOORAF))
