"""The count once more, day by day and in Fractions, written from the rules of the field (A10-A18) and docs/rechtenteller.md.

Shares no arithmetic with the engine: it looks at every day on its own. Slow on purpose, for the tests only.
"""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

DAG = timedelta(days=1)


@dataclass
class Baan:
    """One contract. `weg`: days that do not count; `uren` per day comes from `regimes`: (first day, hours, days a week)."""

    van: date
    tot: date | None
    regimes: list[tuple[date, Fraction, int]]
    vol: Fraction = Fraction(38)
    weg: frozenset[date] = frozenset()

    def regime(self, dag: date) -> tuple[Fraction, int]:
        uren, week = next((uren, week) for vanaf, uren, week in reversed(self.regimes) if vanaf <= dag)
        return uren, week


@dataclass
class Mens:
    """The last contract is the one that is counted; it goes on after its end when nothing else is known."""

    banen: list[Baan]
    geboren: date
    verlengd: frozenset[date] = frozenset()
    halve_dagen: bool = False
    minste: tuple[Fraction, Fraction] = (Fraction(12), Fraction(1, 3))
    al: Fraction = Fraction(0)
    vorige: date | None = None
    voor: "Mens | None" = None  # the same person as an application before March 2026 sees them
    _maanden: dict = field(default_factory=dict)

    @cached_property
    def keer(self) -> int:
        return 2 if self.halve_dagen else 1

    def telt(self, baan: Baan, uren: Fraction) -> bool:
        return not self.halve_dagen or uren >= self.minste[0] or uren / baan.vol >= self.minste[1]

    def werkt(self, baan: Baan, dag: date, verder: bool) -> tuple[Fraction, bool]:
        """What this day proves in this contract, and whether it is a day of full-time work (weekends too)."""
        einde = baan.tot if not (verder and baan is self.banen[-1]) else None
        if dag < baan.van or (einde and dag > einde) or dag in baan.weg:
            return Fraction(0), False
        uren, week = baan.regime(dag)
        if not self.telt(baan, uren):
            return Fraction(0), False
        waard = Fraction(6, week) * uren / baan.vol * self.keer if dag.isoweekday() <= week else Fraction(0)
        return waard, uren == baan.vol

    def slotdag(self, jaar: int, maand: int) -> date | None:
        """The last working day of this month, when a full-time contract runs on that day as agreed (or goes on later)."""
        for baan in self.banen:
            laatste = date(jaar, maand, monthrange(jaar, maand)[1])
            eigen = baan is self.banen[-1]
            voorbij = baan.tot and eigen and (jaar, maand) > (baan.tot.year, baan.tot.month)
            for n in range(7):
                dag = laatste - n * DAG
                if dag < baan.van or (baan.tot and dag > baan.tot and not voorbij):
                    continue
                uren, week = baan.regime(dag)
                einde_week = max(d for d in (laatste - k * DAG for k in range(7)) if d.isoweekday() <= week)
                if dag == einde_week and uren == baan.vol:
                    return dag
        return None

    def maandwaarde(self, jaar: int, maand: int, van: date, tot: date, verder: bool) -> Fraction:
        """What [van, tot] proves of one month."""
        sleutel = (jaar, maand, max(van, date(jaar, maand, 1)), min(tot, date(jaar, maand, monthrange(jaar, maand)[1])))
        if (*sleutel, verder) not in self._maanden:
            self._maanden[(*sleutel, verder)] = self._maandwaarde(*sleutel, verder)
        return self._maanden[(*sleutel, verder)]

    def _maandwaarde(self, jaar: int, maand: int, van: date, tot: date, verder: bool) -> Fraction:
        dagen = [date(jaar, maand, n) for n in range(1, monthrange(jaar, maand)[1] + 1)]
        som = sum((self.werkt(b, d, verder)[0] for b in self.banen for d in dagen if van <= d <= tot), Fraction(0))
        heel = van <= dagen[0] and all(any(self.werkt(b, d, verder)[1] for b in self.banen) for d in dagen)
        slot = self.slotdag(jaar, maand)
        if heel:
            # In the month in which the contract was to end, only what goes on makes it whole.
            week = next(b.regime(d)[1] for d in (dagen[-1],) for b in self.banen if self.werkt(b, d, verder)[1])
            laatste_werkdag = max(d for d in dagen if d.isoweekday() <= week)
            if tot >= laatste_werkdag:
                return Fraction(26 * self.keer)
        grens = 25 if slot and tot < slot else 26
        return min(som, Fraction(grens * self.keer))

    def referte(self, aanvraag: date, maanden: int) -> date:
        """Walk back until as many days are seen as the months hold; days that make the period longer are not seen."""
        nummer = aanvraag.year * 12 + aanvraag.month - 1 - maanden
        jaar, maand = nummer // 12, nummer % 12 + 1
        begin = date(jaar, maand, min(aanvraag.day, monthrange(jaar, maand)[1]))
        over, dag = (aanvraag - begin).days, aanvraag
        while over:
            dag -= DAG
            over -= dag not in self.verlengd
        return dag

    def geteld(self, aanvraag: date, maanden: int, *, op: date | None = None) -> Fraction:
        """Days proven for an application; looked at on `op` (included), what was agreed, or else on the day before the
        application, when the contract goes on."""
        if self.voor and aanvraag < date(2026, 3, 1):
            return self.voor.geteld(aanvraag, maanden, op=op)
        van = self.referte(aanvraag, maanden)
        if self.vorige:
            van = max(van, self.vorige + DAG)
        tot = op or aanvraag - DAG
        eigen = self.banen[-1].tot
        verder = op is None and eigen is not None and tot > eigen
        van = max(van, min(b.van for b in self.banen))
        totaal, jaar, maand = self.al, van.year, van.month
        while date(jaar, maand, 1) <= tot:
            totaal += self.maandwaarde(jaar, maand, van, tot, verder)
            jaar, maand = (jaar, maand + 1) if maand < 12 else (jaar + 1, 1)
        return totaal


def jaren(geboren: date, op: date) -> int:
    verjaard = (op.month, op.day) >= (geboren.month, geboren.day)
    if (geboren.month, geboren.day) == (2, 29) and (op.month, op.day) == (2, 28) and monthrange(op.year, 2)[1] == 28:
        verjaard = True
    return op.year - geboren.year - (not verjaard)


def nodig_op(dag: date, geboren: date) -> tuple[int, int]:
    """A10, A12: days, and the months in which they must lie."""
    if dag >= date(2026, 3, 1):
        return 312, 36
    oud = jaren(geboren, dag)
    return (312, 21) if oud < 36 else (468, 33) if oud < 50 else (624, 42)
