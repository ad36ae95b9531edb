"""The rechtenteller: from dated facts to a ledger a person can read (A10-A19). Pure; nothing is ever stored as increments.

One line per period: counted, equated or not counted, with a sentence and the rule. All days are days of a 6-day week (A17):

- a whole contract month, full-time and without anything that does not count: 26 days (78 per quarter);
- otherwise full-time: working days x 6 / days per week;
- part-time: hours x 6 / S, S = hours of a full-timer in the same function; admission as voluntary part-timer counts
  half-days, so twice that (A18).

The RVA calculates (A20): this is the estimate, and says so.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, date
from fractions import Fraction
from typing import Any, NamedTuple

from ocmw.kalender.maanden import plus_maanden
from tewerkstelling.rva import trap_voor

MAAND = 26
ZES = Fraction(6)
EINDELOOS = date.max.toordinal()


class Gebeurtenis(NamedTuple):
    """Something that interrupts or equals work, `van` to `tot_en_met`, both included. `soort` is a key of the rule."""

    soort: str
    van: date
    tot_en_met: date


@dataclass(frozen=True)
class Feiten:
    """What the teller looks at. `tot_en_met`: last day of the contract, included; empty when it has none yet."""

    start: date
    geboortedatum: date | None = None
    tot_en_met: date | None = None
    uren: Fraction = Fraction(38)
    voltijds: Fraction = Fraction(38)
    dagen_per_week: int = 5
    halve_dagen: bool = False
    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    al_bewezen: Fraction = Fraction(0)
    vorige_toelating: date | None = None
    aanvraag: date | None = None


class Lijn(NamedTuple):
    """One period of the ledger, `van` to `tot_en_met`, both included."""

    van: date
    tot_en_met: date
    soort: str
    teller: int
    noemer: int
    werkdagen: int
    telt: str  # "geteld", "niet", or "inbegrepen": work by law, already counted in the line it lies in

    @property
    def dagen(self) -> Fraction:
        """Days of the 6-day week, exact."""
        return Fraction(self.teller, self.noemer)

    def zin(self, feiten: Feiten, regels: Mapping[str, Any]) -> str:
        """The line in plain Dutch."""
        if self.soort == "maand":
            maanden = self.teller // self.noemer // MAAND
            return f"{maanden} volle {'maand' if maanden == 1 else 'maanden'} voltijds x {MAAND} dagen (A17)."
        if self.soort == "werk":
            if feiten.uren == feiten.voltijds:
                return f"{self.werkdagen} werkdagen x 6 / {feiten.dagen_per_week} (A17)."
            halve, bron = (" x 2 voor halve dagen", "A17, A18") if feiten.halve_dagen else ("", "A17")
            uren = feiten.uren * self.werkdagen / feiten.dagen_per_week
            return f"{getal(uren)} uren x 6 / {getal(feiten.voltijds)}{halve} ({bron})."
        if self.soort == "vorige_toelating":
            return "Deze dagen zijn al gebruikt voor een vroegere toelating (A13)."
        zin = str(regels[self.soort]["zin"])
        return f"{zin} Deze dagen zitten al in het werk." if self.telt == "inbegrepen" else zin


@dataclass(frozen=True)
class Teller:
    lijnen: tuple[Lijn, ...]
    geteld: Fraction
    nodig: int
    verwacht_einde: date | None
    referte_van: date
    referte_tot: date
    verlengd_met: int
    feiten: Feiten = field(repr=False)
    regels: Mapping[str, Any] = field(repr=False)

    @property
    def resterend(self) -> Fraction:
        return max(Fraction(0), self.nodig - self.geteld)

    def zinnen(self) -> list[str]:
        return [lijn.zin(self.feiten, self.regels) for lijn in self.lijnen]


def weigering_voor_feiten(feiten: Feiten, regels: Mapping[str, Any]) -> str:
    """Why these facts cannot be counted; empty when they can."""
    if not 0 < feiten.uren <= feiten.voltijds:
        return "De uren per week zijn meer dan 0 en niet meer dan die van een voltijdse."
    if feiten.tot_en_met and feiten.tot_en_met < feiten.start:
        return "De laatste dag ligt niet voor de eerste werkdag."
    if not 1 <= feiten.dagen_per_week <= 6:
        return "Een werkweek telt 1 tot 6 dagen."
    vorige: Gebeurtenis | None = None
    for geval in sorted(feiten.gebeurtenissen, key=lambda g: g.van):
        if geval.soort not in regels:
            return f"De soort {geval.soort!r} is niet bekend."
        if geval.tot_en_met < geval.van:
            return f"De periode vanaf {geval.van:%d/%m/%Y} eindigt voor ze begint."
        if vorige and geval.van <= vorige.tot_en_met:
            return f"Twee periodes overlappen op {geval.van:%d/%m/%Y}."
        vorige = geval
    return ""


def rechtenteller(
    feiten: Feiten, *, op: date, toelating: Sequence[Mapping[str, Any]], regels: Mapping[str, Any]
) -> Teller:
    """The ledger up to `op` (included) or the end of the contract, whichever comes first, and where it leads.

    `toelating` and `regels` are the values of `rva.toelating` and `rva.gelijkgesteld` that hold on the day of the
    application. Raises ValueError with the sentence of weigering_voor_feiten().
    """
    if reden := weigering_voor_feiten(feiten, regels):
        raise ValueError(reden)
    tot = min(op, feiten.tot_en_met) if feiten.tot_en_met else op
    rij = trap_voor(toelating, geboortedatum=feiten.geboortedatum, aanvraag=feiten.aanvraag or op)
    maat = _Maat(feiten, regels)
    lijnen = tuple(maat.lijnen(tot.toordinal()))
    geteld = feiten.al_bewezen + Fraction(sum(lijn.teller for lijn in lijnen), maat.noemer)
    einde = maat.verwacht_einde(rij["dagen"] - feiten.al_bewezen)
    verlengd = sum(
        (min(g.tot_en_met, tot) - g.van).days + 1
        for g in feiten.gebeurtenissen
        if regels[g.soort].get("verlengt") and g.van <= tot
    )
    aanvraag = feiten.aanvraag or (date.fromordinal(einde.toordinal() + 1) if einde else op)
    referte_van = date.fromordinal(plus_maanden(aanvraag, -rij["maanden"]).toordinal() - verlengd)
    referte_tot = date.fromordinal(aanvraag.toordinal() - 1)
    return Teller(lijnen, geteld, rij["dagen"], einde, referte_van, referte_tot, verlengd, feiten, regels)


class _Maat:
    """Counts in whole units of 1/noemer day, so nothing is rounded and nothing is slow. Days are ordinals, both included."""

    def __init__(self, feiten: Feiten, regels: Mapping[str, Any]) -> None:
        self.feiten, self.regels = feiten, regels
        per_werkdag = ZES / feiten.dagen_per_week * (feiten.uren / feiten.voltijds) * (2 if feiten.halve_dagen else 1)
        self.per_werkdag, self.noemer = per_werkdag.numerator, per_werkdag.denominator
        self.voltijds = feiten.uren == feiten.voltijds and not feiten.halve_dagen
        gevallen = sorted((g.van.toordinal(), g.tot_en_met.toordinal(), g.soort) for g in feiten.gebeurtenissen)
        # Only what does not count interrupts the work; the rest is work by law and stays inside its month.
        self.gaten = [geval for geval in gevallen if regels[geval[2]]["telt"] == "niet"]
        self.gelijk = [geval for geval in gevallen if regels[geval[2]]["telt"] != "niet"]

    def lijnen(self, einde: int) -> list[Lijn]:
        """Walk the contract from event to event; between them whole full-time contract months are taken at once."""
        lijnen: list[Lijn] = []
        dag = self._begin()
        start = self.feiten.start.toordinal()
        if start < dag and start <= einde:
            lijnen.append(self._lijn(start, min(dag - 1, einde), "vorige_toelating", 0, "niet"))
        for van, laatste, soort in self.gaten:
            van, laatste = max(van, dag), min(laatste, einde)
            if van > laatste:
                continue
            lijnen += self._werk(dag, van - 1)
            lijnen.append(self._lijn(van, laatste, soort, 0, "niet"))
            dag = laatste + 1
        lijnen += self._werk(dag, einde)
        for van, laatste, soort in self.gelijk:
            if max(van, start) <= min(laatste, einde):
                lijnen.append(self._lijn(max(van, start), min(laatste, einde), soort, 0, "inbegrepen"))
        return sorted(lijnen) if self.gelijk else lijnen

    def verwacht_einde(self, nodig: Fraction) -> date | None:
        """The day on which the days are proven when work goes on and only the known events happen; None if already."""
        rest = nodig * self.noemer
        if rest <= 0:
            return None
        dag = self._begin()
        for van, laatste, _soort in self.gaten:
            if laatste < dag:
                continue
            einde = self._einde(dag, rest)
            if einde < van:
                return date.fromordinal(einde)
            rest -= sum(lijn.teller for lijn in self._werk(dag, van - 1))
            if rest <= 0:
                return date.fromordinal(van - 1)
            dag = laatste + 1
        return date.fromordinal(self._einde(dag, rest))

    def _begin(self) -> int:
        """The first day that can count: days of an earlier admission do not count again (A13)."""
        vorige = self.feiten.vorige_toelating
        return max(self.feiten.start.toordinal(), vorige.toordinal() + 1 if vorige else 0)

    def _werk(self, van: int, tot: int) -> list[Lijn]:
        if van > tot:
            return []
        lijnen = []
        begin, aantal = self._volle_maanden(van, tot) if self.voltijds else (van, 0)
        if aantal:
            if van < begin:
                lijnen.append(self._werklijn(van, begin - 1))
            eind = self._maandbegin(self._maandnummer(begin) + aantal) - 1
            lijnen.append(self._lijn(begin, eind, "maand", MAAND * aantal * self.noemer, "geteld"))
            van = eind + 1
        if van <= tot:
            lijnen.append(self._werklijn(van, tot))
        return lijnen

    def _einde(self, dag: int, rest: Fraction) -> int:
        """The day the `rest` is proven when nothing interrupts from `dag` on: days, whole contract months, days."""
        if self.voltijds:
            nummer = self._maandnummer(dag)
            if self._maandbegin(nummer) < dag:
                laatste = self._maandbegin(nummer + 1) - 1
                deel = self._werkdagen(dag, laatste) * self.per_werkdag
                if deel >= rest:
                    return self._na_werkdagen(dag, rest)
                rest, dag, nummer = rest - deel, laatste + 1, nummer + 1
            maanden, rest = divmod(rest, MAAND * self.noemer)
            dag = self._maandbegin(nummer + int(maanden))
            if not rest:
                return dag - 1
        return self._na_werkdagen(dag, rest)

    def _na_werkdagen(self, dag: int, rest: Fraction) -> int:
        """The working day on which `rest` units, counted from `dag` on, are reached."""
        nodig = -(-rest // self.per_werkdag)  # rounded up
        weken, over = divmod(int(nodig) - 1, self.feiten.dagen_per_week)
        dag += weken * 7
        while self._werkdagen(dag, dag) == 0 or over:
            over -= self._werkdagen(dag, dag)
            dag += 1
        return dag

    def _werklijn(self, van: int, tot: int) -> Lijn:
        return self._lijn(van, tot, "werk", self._werkdagen(van, tot) * self.per_werkdag, "geteld")

    def _lijn(self, van: int, tot: int, soort: str, teller: int, telt: str) -> Lijn:
        werkdagen = self._werkdagen(van, tot)
        return Lijn(date.fromordinal(van), date.fromordinal(tot), soort, teller, self.noemer, werkdagen, telt)

    def _maandbegin(self, nummer: int) -> int:
        """First day of the `nummer`-th contract month, counted from 0; always from the start, never chained."""
        start = self.feiten.start
        maand = start.month - 1 + nummer
        jaar, maand = start.year + maand // 12, maand % 12 + 1
        if jaar > MAXYEAR:
            return EINDELOOS
        return date(jaar, maand, min(start.day, monthrange(jaar, maand)[1])).toordinal()

    def _maandnummer(self, dag: int) -> int:
        """Which contract month holds this day."""
        datum, start = date.fromordinal(dag), self.feiten.start
        nummer = (datum.year - start.year) * 12 + datum.month - start.month
        return nummer if self._maandbegin(nummer) <= dag else nummer - 1

    def _volle_maanden(self, van: int, tot: int) -> tuple[int, int]:
        """First day and number of the whole contract months inside [van, tot]."""
        eerste = self._maandnummer(van)
        if self._maandbegin(eerste) < van:
            eerste += 1
        laatste = self._maandnummer(tot)
        if self._maandbegin(laatste + 1) - 1 == tot:
            laatste += 1
        return self._maandbegin(eerste), max(0, laatste - eerste)

    def _werkdagen(self, van: int, tot: int) -> int:
        """Days Monday up to the `dagen_per_week`-th day of the week in [van, tot]."""
        if van > tot:
            return 0
        per_week = self.feiten.dagen_per_week
        weken, rest = divmod(tot - van + 1, 7)
        eerste = (van - 1) % 7  # 0 = Monday
        heen = min(rest, max(0, per_week - eerste))
        return weken * per_week + heen + max(0, min(per_week, eerste + rest - 7))


def getal(waarde: Fraction | int) -> str:
    """At most two decimals and a comma: 212, 36,5, 211,2."""
    return f"{float(waarde):.2f}".rstrip("0").rstrip(".").replace(".", ",")
