"""Walks the working days of all contracts of a person, in whole units: the engine of the rechtenteller.

Days are ordinals and amounts are whole units of 1/noemer day: nothing is rounded, and a ledger of two years takes a tenth
of a millisecond. A calendar month is the measure: what its pieces prove together is never more than 26 days, and a month
in which every day is full-time work is 26 (A17).
"""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm
from typing import Any, NamedTuple

from ocmw.kalender.maanden import plus_maanden
from tewerkstelling.rechtenteller.gevallen import Geval, dagsoorten, gevallen_van
from tewerkstelling.rechtenteller.grootboek import MAAND, Ruw, Tellerfeiten

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2500
BEGINNEN = [date(jaar, maand, 1).toordinal() for jaar in range(EERSTE_JAAR, LAATSTE_JAAR) for maand in range(1, 13)]
EINDELOOS = BEGINNEN[-1] - 1
MEESTE_WERKDAGEN = {1: 5, 2: 10, 3: 15, 4: 19, 5: 23, 6: 27}  # in one month, by working days a week
VIER_JAAR = 1461  # after that many days weeks and leap years met every month


# Work without interruption, with the same hours: first and last day (ordinals, included), units per working day, working
# days a week, full-time, index of its stuk, and whether nobody agreed on it: the contract as it would go on.
Deel = tuple[int, int, int, int, bool, int, bool]


class Gang(NamedTuple):
    """One walk: its counted lines, their units, and the day on which the days are proven (-1: before the first, 0: not).
    `werk_tot`: until when the work must go on for that, later when only a whole month proves them."""

    lijnen: list[Ruw]
    eenheden: int
    bereikt: int
    werk_tot: int


class Maat:
    """The work of one person under one value of the rule `rva.gelijkgesteld`."""

    def __init__(self, feiten: Tellerfeiten, regels: Mapping[str, Any]) -> None:
        self.feiten, self.regels, self.stukken = feiten, regels, feiten.stukken
        al, keer = feiten.al_bewezen, 2 if feiten.halve_dagen else 1
        waarden = [_waarde(stuk.uren, stuk.voltijds, stuk.dagen_per_week, keer) for stuk in self.stukken]
        self.noemer = lcm(al.denominator, *(onder for _, onder in waarden))
        self.al = al.numerator * (self.noemer // al.denominator)
        self.maand = MAAND * keer * self.noemer
        self.bijna = (MAAND - 1) * keer * self.noemer
        self.gaten: list[tuple[int, int, str, int]] = []
        self.gelijk: list[tuple[int, int, str, int]] = []
        self.delen: list[Deel] = []
        # Months are looked at one by one when hours alone can pass 26 days, or when contracts run beside each other.
        self.per_maand = self.naast = False
        verlengd: list[tuple[int, int]] = []
        alle_werk = feiten.alle_werk
        gevallen = gevallen_van(alle_werk, regels)
        langer = dagsoorten(regels).verlengen
        for rijen in gevallen:
            verlengd += [(van, tot) for van, tot, soort, _ in rijen if soort in langer]
        for nummer, (stuk, (boven, onder)) in enumerate(zip(self.stukken, waarden, strict=True)):
            per = boven * (self.noemer // onder)
            self._knip(nummer, gevallen[stuk.werk], per, eigen=stuk.werk == len(alle_werk) - 1)
        self.verlengd = _samengevoegd(verlengd)
        if len(self.stukken) > 1:
            self.delen.sort()
            verst = 0
            for van, tot, *_ in self.delen:
                self.naast |= van <= verst
                verst = max(verst, tot)
            self.per_maand |= self.naast
        self.eerste = self.delen[0][0] if self.delen else feiten.start.toordinal()

    def _knip(self, nummer: int, gevallen: list[Geval], per: int, *, eigen: bool) -> None:
        """The stretch without what does not count; the contract itself goes on when its agreed end is past."""
        stuk = self.stukken[nummer]
        van, afgesproken = stuk.van.toordinal(), stuk.tot.toordinal() if stuk.tot else EINDELOOS
        loopt_door = eigen and stuk is self.stukken[-1]
        tot = EINDELOOS if loopt_door else afgesproken
        week, voltijds = stuk.dagen_per_week, stuk.uren == stuk.voltijds
        if self.feiten.halve_dagen and not self.feiten.telt_deeltijds(stuk):
            self.gaten.append((van, afgesproken, "te_weinig_uren", nummer))
            return
        if not voltijds and per * MEESTE_WERKDAGEN[week] > self.maand:
            self.per_maand = True
        deel = (per, week, voltijds, nummer)
        dag = van
        for begin, einde, soort, telt in gevallen:
            if einde < dag or begin > tot:
                continue
            begin, einde = (begin if begin > van else van), (einde if einde < tot else tot)
            if telt:
                self.gelijk.append((begin, einde, soort, nummer))
                continue
            self.gaten.append((begin, einde, soort, nummer))
            if dag < begin <= afgesproken + 1:
                self.delen.append((dag, begin - 1, *deel, False))
            elif dag < begin:
                self._deel(dag, begin - 1, deel, afgesproken)
            dag = einde + 1
        if dag <= tot:
            self._deel(dag, tot, deel, afgesproken)

    def _deel(self, van: int, tot: int, deel: tuple[int, int, bool, int], afgesproken: int) -> None:
        if van <= afgesproken < tot:
            self.delen.append((van, afgesproken, *deel, False))
            van = afgesproken + 1
        self.delen.append((van, tot, *deel, van > afgesproken))

    def referte_van(self, aanvraag: int, maanden: int) -> tuple[int, int]:
        """First day of the period before an application, and by how many days it is longer: each day of sickness that
        the health fund pays and the like, inside the period, moves its begin a day back (A15)."""
        gewoon = plus_maanden(date.fromordinal(aanvraag), -maanden).toordinal()
        if not self.verlengd:
            return gewoon, 0
        van, dagen = gewoon, -1
        while van != gewoon - dagen:
            van, dagen = (van if dagen < 0 else gewoon - dagen), 0
            for begin, tot in self.verlengd:
                if begin < aanvraag and tot >= van:
                    dagen += (tot if tot < aanvraag else aanvraag - 1) - (begin if begin > van else van) + 1
        return van, dagen

    def ondergrens(self, aanvraag: int, maanden: int) -> int:
        """First day of that period when work lies before it; 0 when nothing is left out."""
        if aanvraag - 28 * maanden <= self.eerste:
            return 0
        van, _ = self.referte_van(aanvraag, maanden)
        return van if van > self.eerste else 0

    def vier_eerder(self, lo: int) -> int:
        """Four days before `lo` that do not make the period longer themselves."""
        over = 4
        while over:
            lo -= 1
            over -= not any(van <= lo <= tot for van, tot in self.verlengd)
        return lo

    def horizon(self, vanaf: int, maanden: int) -> int:
        """After this day nothing changes any more: what does not fit by then never will."""
        laatste = max([vanaf, *(deel[0] for deel in self.delen), *(gat[1] for gat in self.gaten if gat[1] < EINDELOOS)])
        return laatste + 31 * maanden + sum(tot - van + 1 for van, tot in self.verlengd) + VIER_JAAR

    def loop(  # noqa: C901, PLR0915 - one walk, and every call in it would cost a tenth of the whole count
        self, lo: int, tot: int, nodig: int, grens: int, *, afgesproken: bool = False
    ) -> Gang:
        """From `lo` on: the lines up to `tot`, and the first day on which `nodig` days are proven, looking up to `grens`.

        Both in one walk: who asks for a ledger asks for its end too. `afgesproken`: only what was agreed on.
        """
        begin, vol, per_maand = BEGINNEN, self.maand, self.per_maand
        slot = begin[bisect_right(begin, tot)] - 1 if tot >= begin[0] else 0
        doel, samen, eenheden, bereikt, werk_tot = nodig * self.noemer, self.al, self.al, 0, 0
        if samen >= doel:
            bereikt = -1
        lijnen: list[Ruw] = []
        # The month at hand: its number, units of its separate days, full-time days, what it proves, last full-time day.
        maand, som, gedekt, waarde, verst = -1, 0, 0, 0, 0
        laatste_maand, laatste_waarde = -1, 0
        for van, laatste, per, week, voltijds, stuk, verder in (
            self._per_maand(tot, grens) if self.naast else self.delen
        ):
            if laatste < lo or (verder and afgesproken):
                continue
            if van < lo:
                van = lo
            nummer = bisect_right(begin, van) - 1
            while van <= laatste:
                if van > slot and (bereikt or van > grens):
                    break
                einde = tot if van <= tot < laatste else laatste
                na = nummer + 1
                eind = begin[na] - 1
                aantal = 0
                if van == begin[nummer] and eind <= einde and nummer != maand and not per_maand:
                    na = bisect_right(begin, einde + 1) - 1
                    aantal = na - nummer
                    eind = begin[na] - 1
                elif eind > einde:
                    eind, na = einde, nummer
                if aantal and voltijds:
                    werkdagen, erbij, soort = 0, aantal * vol, "maand"
                    if not bereikt and samen + erbij >= doel:
                        meer, rest = divmod(doel - samen - 1, vol)
                        eerste = begin[nummer + meer]
                        bereikt, werk_tot = self._in_maand(
                            nummer + meer, eerste, rest + 1, rest + 1, per, week, verder=verder
                        )
                else:
                    # From Monday to the last working day of the week. Day 1 of the calendar is a Monday.
                    over, voor = eind % 7, (van - 1) % 7
                    werkdagen = (eind // 7 - (van - 1) // 7) * week
                    werkdagen += (over if over < week else week) - (voor if voor < week else week)
                    erbij, soort = werkdagen * per, "werk"
                    if aantal:
                        if not bereikt and samen + erbij >= doel:
                            bereikt = werk_tot = _werkdag(van, doel - samen, per, week)
                    else:
                        if nummer != maand:
                            maand, som, gedekt, waarde, verst = nummer, 0, 0, 0, 0
                        los = som
                        som += erbij
                        if voltijds and eind > verst:
                            gedekt += eind - (van - 1 if van > verst else verst)
                            verst = eind
                        nieuw = vol if som > vol or gedekt == begin[nummer + 1] - begin[nummer] else max(som, waarde)
                        erbij = nieuw - waarde
                        if not bereikt and samen + erbij >= doel:
                            in_maand = doel - samen + waarde
                            if self.naast:
                                bereikt, werk_tot = self._dag_naast(nummer, lo, in_maand)
                            else:
                                bereikt, werk_tot = self._in_maand(
                                    nummer, van, in_maand, in_maand - los, per, week, verder=verder
                                )
                        waarde = nieuw
                samen += erbij
                if van <= tot:
                    eenheden += erbij
                    laatste_maand, laatste_waarde = (nummer, waarde) if not aantal else (-1, 0)
                    if voltijds or not lijnen or lijnen[-1][6] != stuk or lijnen[-1][1] != van - 1:
                        lijnen.append((van, eind, soort, erbij, werkdagen, "geteld", stuk))
                    else:
                        eerste, _, _, voor, gewerkt, _, _ = lijnen[-1]
                        lijnen[-1] = (eerste, eind, soort, voor + erbij, gewerkt + werkdagen, "geteld", stuk)
                elif van <= slot and erbij and not (werkdagen or verder) and tot >= laatste_werkdag(nummer, week):
                    # Only days without work are left of a month that will be whole.
                    eenheden += erbij
                    lijnen[-1] = (*lijnen[-1][:3], lijnen[-1][3] + erbij, *lijnen[-1][4:])
                van, nummer = eind + 1, na
        te_veel = laatste_waarde - self.bijna
        if te_veel > 0 and begin[laatste_maand + 1] - 1 == slot and tot < self._slotdag(laatste_maand):
            # The month is not over: its 26th day is proven on its last working day.
            eenheden -= te_veel
            lijnen[-1] = (*lijnen[-1][:3], lijnen[-1][3] - te_veel, *lijnen[-1][4:])
        return Gang(lijnen, eenheden, bereikt, werk_tot)

    def _in_maand(
        self, nummer: int, van: int, doel: int, los: int, per: int, week: int, *, verder: bool
    ) -> tuple[int, int]:
        """The day on which a month proves `doel` units, of which `los` in separate working days from `van` on; and until
        when the work must go on for it."""
        slotdag = laatste_werkdag(nummer, week)
        dag = _werkdag(van, los, per, week)
        if dag > slotdag:
            # Not by its working days alone: the month is whole. Past the agreed end that is known a day later.
            return (max(slotdag, van) if verder else slotdag), BEGINNEN[nummer + 1] - 1
        if doel > self.bijna:
            dag = max(dag, self._slotdag(nummer))
        return dag, dag

    def _per_maand(self, tot: int, grens: int) -> list[Deel]:
        """The same work cut where months begin and after `tot`, by day: contracts beside each other share a month."""
        uit: list[Deel] = []
        for van, laatste, *rest in self.delen:
            laatste = min(laatste, max(tot, grens))
            while van <= laatste:
                einde = min(laatste, BEGINNEN[bisect_right(BEGINNEN, van)] - 1)
                if van <= tot < einde:
                    einde = tot
                uit.append((van, einde, *rest))  # type: ignore[arg-type]  # the rest of a Deel, as it came
                van = einde + 1
        return sorted(uit)

    def _dag_naast(self, nummer: int, lo: int, doel: int) -> tuple[int, int]:
        """As _in_maand, for a month that contracts share: day by day."""
        begin, na = BEGINNEN[nummer], BEGINNEN[nummer + 1]
        delen = [
            (max(deel[0], lo, begin), *deel[1:]) for deel in self.delen if deel[1] >= max(lo, begin) and deel[0] < na
        ]
        slotdag = self._slotdag(nummer)
        vol = [deel for deel in delen if deel[4]]
        heel = all(any(deel[0] <= dag <= deel[1] for deel in vol) for dag in range(begin, na))
        verder = max((deel[0] for deel in vol if deel[6]), default=0)
        laatste = max(laatste_werkdag(nummer, deel[3]) for deel in delen)
        for dag in range(begin, na):
            som = sum(werkdagen(van, min(tot, dag), week) * per for van, tot, per, week, *_ in delen if van <= dag)
            if som >= doel and (doel <= self.bijna or dag >= slotdag):
                return dag, dag
            if heel and dag >= max(laatste, verder):
                return dag, na - 1
        return na - 1, na - 1

    def _slotdag(self, nummer: int) -> int:
        """The last working day of a month on which a full-time contract still runs, worked or not: before it the month
        does not prove its 26th day. 0 when none does."""
        for index, stuk in enumerate(self.stukken):
            if stuk.uren != stuk.voltijds:
                continue
            dag = laatste_werkdag(nummer, stuk.dagen_per_week)
            eigen = index == len(self.stukken) - 1
            tot = stuk.tot.toordinal() if stuk.tot else EINDELOOS
            if stuk.van.toordinal() <= dag and (dag <= tot or (eigen and BEGINNEN[nummer] > tot)):
                return dag
        return 0

    def regels_niet(self, lo: int, tot: int) -> list[Ruw]:
        """Lines up to `tot` of what does not count, and of what is work by law and lies in it, inside [lo, tot]."""
        uit: list[Ruw] = []
        for rijen, telt in ((self.gaten, "niet"), (self.gelijk, "inbegrepen")):
            for van, laatste, soort, stuk in rijen:
                if laatste < lo or van > tot:
                    continue
                if van < lo:
                    van = lo
                if laatste > tot:
                    laatste = tot
                uit.append((van, laatste, soort, 0, 0, telt, stuk))
        return uit

    def regels_voor(self, lo: int, tot: int, soort: str) -> list[Ruw]:
        """One line per stretch for the days before `lo`, which count for nothing."""
        uit: list[Ruw] = []
        for nummer, stuk in enumerate(self.stukken):
            van = stuk.van.toordinal()
            laatste = min(lo - 1, tot, stuk.tot.toordinal() if stuk.tot else EINDELOOS)
            if van <= laatste:
                uit.append((van, laatste, soort, 0, 0, "niet", nummer))
        return uit


def werkdagen(van: int, tot: int, per_week: int) -> int:
    """Days Monday up to the `per_week`-th day of the week in [van, tot]."""
    over, voor = tot % 7, (van - 1) % 7
    hele = (tot // 7 - (van - 1) // 7) * per_week
    return hele + (over if over < per_week else per_week) - (voor if voor < per_week else per_week)


@lru_cache(maxsize=8192)
def laatste_werkdag(nummer: int, per_week: int) -> int:
    """Of the month with this number in BEGINNEN."""
    laatste = BEGINNEN[nummer + 1] - 1
    return laatste - max(0, (laatste - 1) % 7 + 1 - per_week)


def _werkdag(van: int, rest: int, per: int, week: int) -> int:
    """The working day from `van` on with which `rest` units of separate working days are reached."""
    weken, over = divmod(werkdagen(1, van - 1, week) - (-rest // per) - 1, week)
    return weken * 7 + over + 1


def _waarde(uren: Fraction, voltijds: Fraction, per_week: int, keer: int) -> tuple[int, int]:
    """What a working day proves, as a fraction in lowest terms: per_werkdag(), and a tenth of its time."""
    boven, onder = 6 * keer * uren.numerator * voltijds.denominator, per_week * uren.denominator * voltijds.numerator
    deler = gcd(boven, onder)
    return boven // deler, onder // deler


def _samengevoegd(periodes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same days, each once."""
    uit: list[tuple[int, int]] = []
    for van, tot in sorted(periodes):
        if uit and van <= uit[-1][1] + 1:
            uit[-1] = (uit[-1][0], max(tot, uit[-1][1]))
        else:
            uit.append((van, tot))
    return uit
