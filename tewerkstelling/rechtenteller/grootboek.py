"""What goes into the rechtenteller and what comes out: facts, lines, and the ledger with its sentences. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property, partial
from typing import Any, NamedTuple

from ocmw.kalender.woorden import getal
from tewerkstelling.regime import Regime

MAAND = 26  # days of the 6-day week in a whole full-time calendar month (A17)
# One line before anybody reads it: first and last day as ordinals, soort, units, working days, telt, index of its stuk.
Ruw = tuple[int, int, str, int, int, str, int]
BUITEN = {
    "vorige_toelating": "Deze dagen zijn al gebruikt voor een vroegere toelating.",
    "voor_referte": "Deze dagen liggen voor de periode waarin de dagen moeten liggen.",
    "te_weinig_uren": "Zo weinig uren per week tellen niet mee voor wie vrijwillig deeltijds werkt.",
}


class Gebeurtenis(NamedTuple):
    """Something that interrupts or equals work, `van` to `tot_en_met`, both included. `soort` is a key of the rule."""

    soort: str
    van: date
    tot_en_met: date


@dataclass(frozen=True)
class Tellerwerk:
    """One contract as the teller sees it; both ends included, `tot_en_met` empty when it has no end yet.

    `uren` and `dagen_per_week` hold from the start; `wijzigingen`, in order of date, say what they become later.
    """

    start: date
    tot_en_met: date | None = None
    uren: Fraction = Fraction(38)
    voltijds: Fraction = Fraction(38)
    dagen_per_week: int = 5
    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    wijzigingen: tuple[Regime, ...] = ()


class Stuk(NamedTuple):
    """A stretch of one contract with the same hours. `werk`: its index in Tellerfeiten.alle_werk; the last is the contract
    itself. `tot`: last day, included; None when no end is agreed."""

    werk: int
    van: date
    tot: date | None
    uren: Fraction
    voltijds: Fraction
    dagen_per_week: int

    def is_voltijds(self) -> bool:
        return self.uren == self.voltijds


@dataclass(frozen=True)
class Tellerfeiten(Tellerwerk):
    """What the teller looks at: a contract, the other contracts of the same person that count, and the person.

    `vroeger`: contracts that began before this one ends, also those that run beside it. `geboortedatum` is the earliest
    day the person can be born on, `geboren_tot` the latest when that is not the same; neither: unknown. `aanname`: what we
    took for true about the admission, for who reads the answer.
    `minste_uren`, `minste_deel`: from how many hours a week, or what part of full-time, work counts in half-days (A18).
    """

    geboortedatum: date | None = None
    geboren_tot: date | None = None
    halve_dagen: bool = False
    aanname: str = ""
    al_bewezen: Fraction = Fraction(0)
    vorige_toelating: date | None = None
    aanvraag: date | None = None
    vroeger: tuple[Tellerwerk, ...] = ()
    minste_uren: Fraction = Fraction(0)
    minste_deel: Fraction = Fraction(0)

    def telt_deeltijds(self, stuk: "Stuk") -> bool:
        """One of the two is enough."""
        return stuk.uren >= self.minste_uren or stuk.uren >= self.minste_deel * stuk.voltijds

    @property
    def alle_werk(self) -> tuple[Tellerwerk, ...]:
        return (*self.vroeger, self) if self.vroeger else (self,)

    @cached_property
    def stukken(self) -> tuple[Stuk, ...]:
        """All contracts, cut where the hours change."""
        uit = []
        for nummer, werk in enumerate(self.alle_werk):
            if not werk.wijzigingen:
                uit.append(Stuk(nummer, werk.start, werk.tot_en_met, werk.uren, werk.voltijds, werk.dagen_per_week))
                continue
            begin = Regime(werk.start, werk.uren, werk.dagen_per_week)
            einden = [date.fromordinal(regime.vanaf.toordinal() - 1) for regime in werk.wijzigingen]
            uit += [
                Stuk(nummer, vanaf, einde, uren, werk.voltijds, dagen)
                for (vanaf, uren, dagen), einde in zip(
                    (begin, *werk.wijzigingen), (*einden, werk.tot_en_met), strict=True
                )
            ]
        return tuple(uit)


class Lijn(NamedTuple):
    """One period of the ledger, `van` to `tot_en_met`, both included."""

    van: date
    tot_en_met: date
    soort: str
    teller: int
    noemer: int
    werkdagen: int  # only of separate days that count: a whole month is 26 days whatever is in it
    telt: str  # "geteld", "niet", or "inbegrepen": work by law, already counted in the line it lies in
    stuk: Stuk

    @property
    def dagen(self) -> Fraction:
        """Days of the 6-day week, exact."""
        return Fraction(self.teller, self.noemer)


class Tijdvak(NamedTuple):
    """From `van` (included) to `tot` (not; None: no end) an application is judged with these rules: `toelating` and
    `regels` are the values of `rva.toelating` and `rva.gelijkgesteld`."""

    van: date
    tot: date | None
    toelating: Any
    regels: Mapping[str, Any]


@dataclass  # not frozen: that costs a tenth of the whole count; nobody writes in it
class Teller:
    """Two answers, kept apart. On the day of the application (`aanvraag`): `nodig`, the count, `referte_*`. And
    `verwacht_einde`: the day before the earliest application that succeeds under the rules of its own day; None when all
    was proven before the contract began, or when it can never be (`onmogelijk` says why). `werk_tot`: the last day the
    contract must hold for it; some days later when only a whole month proves the last days and it ends in a weekend.

    The lines are made when somebody reads them: who counts 20,000 contracts wants the days and the dates.
    """

    ruw: tuple[Ruw, ...] = field(repr=False)
    noemer: int
    eenheden: int
    nodig: int
    maanden: int
    verwacht_einde: date | None
    werk_tot: date | None
    onmogelijk: str
    aanvraag: date
    referte_van: date
    verlengd_met: int
    feiten: Tellerfeiten = field(repr=False)
    regels: Mapping[str, Any] = field(repr=False)

    @property
    def referte_tot(self) -> date:
        """Last day of the period in which the days must lie, included."""
        return date.fromordinal(self.aanvraag.toordinal() - 1)

    @cached_property
    def lijnen(self) -> tuple[Lijn, ...]:
        """All contracts together, by day: counted lines and `al_bewezen` add up to `geteld`."""
        dag, noemer, stukken = date.fromordinal, self.noemer, self.feiten.stukken
        maak = partial(tuple.__new__, Lijn)  # half the time of Lijn(...), and there are millions
        return tuple(
            [
                maak((dag(van), dag(tot), soort, eenheden, noemer, werkdagen, telt, stukken[stuk]))
                for van, tot, soort, eenheden, werkdagen, telt, stuk in self.ruw
            ]
        )

    @property
    def eigen_lijnen(self) -> tuple[Lijn, ...]:
        """Those of the contract itself."""
        hier = len(self.feiten.vroeger)
        return tuple(lijn for lijn in self.lijnen if lijn.stuk.werk == hier)

    @cached_property
    def geteld(self) -> Fraction:
        """Days of the 6-day week up to now, with what was proven before."""
        return Fraction(self.eenheden, self.noemer)

    @cached_property
    def per_werk(self) -> tuple[Fraction, ...]:
        """Days that each contract proves: those of `vroeger`, then the contract itself."""
        som = [0] * (len(self.feiten.vroeger) + 1)
        for ruw in self.ruw:
            som[self.feiten.stukken[ruw[6]].werk] += ruw[3]
        return tuple(Fraction(eenheden, self.noemer) for eenheden in som)

    @property
    def eerder(self) -> Fraction:
        """Days that the other contracts prove."""
        return sum(self.per_werk[:-1], Fraction(0))

    @property
    def nodig_tot(self) -> date | None:
        """Until when the contract is needed for the days, included: the day before it began when all was proven already,
        None when the days never come."""
        if self.onmogelijk:
            return None
        return self.werk_tot or date.fromordinal(self.feiten.start.toordinal() - 1)

    @property
    def dagen_langer(self) -> int:
        """Days the contract goes on after that (A2); 0 without an agreed end."""
        nodig, laatste = self.nodig_tot, self.feiten.tot_en_met
        return max(0, (laatste - nodig).days) if nodig and laatste else 0

    @property
    def resterend(self) -> Fraction:
        return max(Fraction(0), self.nodig - self.geteld)

    def zin(self, lijn: Lijn) -> str:
        """The line in plain Dutch."""
        stuk, halve = lijn.stuk, self.feiten.halve_dagen
        maand, woord = (2 * MAAND, "halve dagen") if halve else (MAAND, "dagen")
        if lijn.soort == "maand":
            maanden = lijn.teller // (lijn.noemer * maand)
            return f"{maanden} volle {'maand' if maanden == 1 else 'maanden'} voltijds x {maand} {woord}."
        if lijn.soort == "werk":
            keer = " x 2 voor halve dagen" if halve else ""
            if stuk.is_voltijds():
                som = f"{lijn.werkdagen} werkdagen x 6 / {stuk.dagen_per_week}{keer}"
            else:
                uren = stuk.uren * lijn.werkdagen / stuk.dagen_per_week
                som = f"{getal(uren)} uren x 6 / {getal(stuk.voltijds)}{keer}"
            los = lijn.werkdagen * per_werkdag(stuk, halve_dagen=halve)
            if lijn.dagen < los:
                return f"{som}, hoogstens {maand} in een maand."
            return f"{som}, aangevuld tot een volle maand van {maand} {woord}." if lijn.dagen > los else f"{som}."
        if lijn.soort in BUITEN:
            return BUITEN[lijn.soort]
        zin = str(self.regels[lijn.soort]["zin"])
        return f"{zin} Deze dagen zitten al in het werk." if lijn.telt == "inbegrepen" else zin

    def zinnen(self) -> list[str]:
        return [self.zin(lijn) for lijn in self.lijnen]


def per_werkdag(stuk: Stuk, *, halve_dagen: bool) -> Fraction:
    """What one working day proves: days x 6 / days a week, part-time in the measure of its hours (A17); half-days twice
    that (A18)."""
    return Fraction(6, stuk.dagen_per_week) * stuk.uren / stuk.voltijds * (2 if halve_dagen else 1)
