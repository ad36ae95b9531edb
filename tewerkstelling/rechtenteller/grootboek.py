"""What goes into the rechtenteller and what comes out: facts, lines, and the ledger with its sentences. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

from ocmw.kalender.woorden import getal
from tewerkstelling.regime import Regime

MAAND = 26  # days of the 6-day week in a whole full-time month (A17)
# One line before anybody reads it: first and last day as ordinals, soort, units, working days, telt.
Ruw = tuple[int, int, str, int, int, str]


class Gebeurtenis(NamedTuple):
    """Something that interrupts or equals work, `van` to `tot_en_met`, both included. `soort` is a key of the rule."""

    soort: str
    van: date
    tot_en_met: date


@dataclass(frozen=True)
class Tellerfeiten:
    """What the teller looks at. `tot_en_met`: last day of the contract, included; empty when it has none yet.

    `uren` and `dagen_per_week` hold from the start; `wijzigingen`, in order of date, say what they become later.
    """

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
    wijzigingen: tuple[Regime, ...] = ()

    @property
    def stukken(self) -> tuple["Tellerfeiten", ...]:
        """The same facts cut where the hours change: each part has one regime from its start to its last day."""
        if not self.wijzigingen:
            return (self,)
        begin = Regime(self.start, self.uren, self.dagen_per_week)
        einden = [date.fromordinal(regime.vanaf.toordinal() - 1) for regime in self.wijzigingen]
        return tuple(
            replace(self, start=vanaf, tot_en_met=einde, uren=uren, dagen_per_week=dagen, wijzigingen=())
            for (vanaf, uren, dagen), einde in zip((begin, *self.wijzigingen), (*einden, self.tot_en_met), strict=True)
        )


class Lijn(NamedTuple):
    """One period of the ledger, `van` to `tot_en_met`, both included."""

    van: date
    tot_en_met: date
    soort: str
    teller: int
    noemer: int
    werkdagen: int  # 0 for whole months: they count as 26 days whatever is in them
    telt: str  # "geteld", "niet", or "inbegrepen": work by law, already counted in the line it lies in

    @property
    def dagen(self) -> Fraction:
        """Days of the 6-day week, exact."""
        return Fraction(self.teller, self.noemer)

    def zin(self, feiten: Tellerfeiten, regels: Mapping[str, Any]) -> str:
        """The line in plain Dutch; `feiten` with the hours of this period (Teller.zin)."""
        if self.soort == "maand":
            maanden = self.teller // self.noemer // MAAND
            return f"{maanden} volle {'maand' if maanden == 1 else 'maanden'} voltijds x {MAAND} dagen (A17)."
        if self.soort == "werk":
            if feiten.uren == feiten.voltijds and not feiten.halve_dagen:
                te_veel = self.dagen < Fraction(6 * self.werkdagen, feiten.dagen_per_week)
                grens = f", hoogstens {MAAND} in een maand" if te_veel else ""
                return f"{self.werkdagen} werkdagen x 6 / {feiten.dagen_per_week}{grens} (A17)."
            halve, bron = (" x 2 voor halve dagen", "A17, A18") if feiten.halve_dagen else ("", "A17")
            uren = feiten.uren * self.werkdagen / feiten.dagen_per_week
            return f"{getal(uren)} uren x 6 / {getal(feiten.voltijds)}{halve} ({bron})."
        if self.soort == "vorige_toelating":
            return "Deze dagen zijn al gebruikt voor een vroegere toelating (A13)."
        zin = str(regels[self.soort]["zin"])
        return f"{zin} Deze dagen zitten al in het werk." if self.telt == "inbegrepen" else zin


@dataclass(frozen=True)
class Teller:
    """The lines are made when somebody reads them: who counts 20,000 contracts wants the days and the dates."""

    ruw: tuple[Ruw, ...] = field(repr=False)
    noemer: int
    eenheden: int
    nodig: int
    verwacht_einde: date | None
    referte_van: date
    referte_tot: date
    verlengd_met: int
    feiten: Tellerfeiten = field(repr=False)
    regels: Mapping[str, Any] = field(repr=False)

    @cached_property
    def lijnen(self) -> tuple[Lijn, ...]:
        dag, noemer = date.fromordinal, self.noemer
        return tuple(
            Lijn(dag(van), dag(tot), soort, eenheden, noemer, werkdagen, telt)
            for van, tot, soort, eenheden, werkdagen, telt in self.ruw
        )

    @cached_property
    def geteld(self) -> Fraction:
        """Days of the 6-day week up to now, with what was proven before."""
        return Fraction(self.eenheden, self.noemer)

    @property
    def resterend(self) -> Fraction:
        return max(Fraction(0), self.nodig - self.geteld)

    def feiten_van(self, lijn: Lijn) -> Tellerfeiten:
        """The facts with the hours of this line: a line never lies in two regimes."""
        return next(stuk for stuk in reversed(self.feiten.stukken) if stuk.start <= lijn.van)

    def zin(self, lijn: Lijn) -> str:
        return lijn.zin(self.feiten_van(lijn), self.regels)

    def zinnen(self) -> list[str]:
        return [self.zin(lijn) for lijn in self.lijnen]
