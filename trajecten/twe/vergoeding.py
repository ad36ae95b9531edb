"""What VDAB pays per month of a TWE traject, and why (T12-T16, T20). Pure; every amount comes in from the rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from ocmw.kalender.maanden import Kwartaal, kwartaal, laatste_dag_na_maanden, laatste_dag_van_maand, plus_maanden
from ocmw.ui.feit import Feit, getoond
from trajecten.twe.venster import Tijdigheid, raakt, tijdigheid

NIETS = Decimal(0)
MAANDEN_IN_JAAR = 12


class Maandoordeel(StrEnum):
    """How one month is judged. The first four pay."""

    TELT = "telt"
    ZONDER_ART60 = "zonder_art60"
    ART60_TE_KORT = "art60_te_kort"
    NA_24_NODIG = "na_24_nodig"
    NOG_GEEN_ART60 = "nog_geen_art60"
    TE_LAAT_GESTART = "te_laat_gestart"
    GEEN_BEGELEIDING = "geen_begeleiding"
    NIET_GEREGISTREERD = "niet_geregistreerd"
    NA_24_NIET_NODIG = "na_24_niet_nodig"
    NA_24 = "na_24"


@dataclass(frozen=True)
class Looptijd:
    """One art.60 contract, both ends included; no end agreed yet counts as running on."""

    van: date
    tot_en_met: date | None = None

    def loopt_op(self, dag: date) -> bool:
        return self.van <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)


@dataclass(frozen=True)
class Registratie:
    """How the TWE stands at VDAB: valid from `vanaf` on, or not at all (None), with the reason (T11b)."""

    vanaf: date | None = date.min
    reden: str = ""

    def weigering(self, dag: date) -> str:
        """Why there is no valid registration on this day; empty when there is."""
        if self.vanaf is None:
            return self.reden
        if dag < self.vanaf:
            return f"Bij VDAB is de werkervaring pas geregistreerd vanaf {self.vanaf:%d/%m/%Y}."
        return ""


@dataclass(frozen=True)
class Twefeiten:
    """One window. `einde`: its last day, or the day it stopped early, included. `nodig_tot`: the last day on which art.60
    is needed to complete social rights (T16); date.max: always, None: not, or not known."""

    start: date
    einde: date
    art60: tuple[Looptijd, ...] = ()
    nodig_tot: date | None = None
    registratie: Registratie = Registratie()

    @property
    def binnen(self) -> list[Looptijd]:
        """Contracts that belong to the window, oldest first; of one that stopped early, those that began before that."""
        eigen = (c for c in self.art60 if raakt(c.van, c.tot_en_met, begin=self.start, einde=self.einde))
        return sorted(eigen, key=lambda c: c.van)

    def tijdig(self, grens: date) -> Tijdigheid | None:
        """Whether the first of them began in time; None without art.60."""
        binnen = self.binnen
        return tijdigheid(binnen[0].van, twe_start=self.start, grens=grens) if binnen else None


@dataclass(frozen=True)
class Maand:
    """One month, judged on its last calendar day. `gemist`: what it would have paid when the reason were solved."""

    laatste_dag: date
    twe: bool
    art60: bool
    inspanning: Decimal
    compensatie: Decimal
    oordeel: Maandoordeel
    reden: str
    gemist: Decimal = NIETS

    @property
    def bedrag(self) -> Decimal:
        return self.inspanning + self.compensatie

    @property
    def toont(self) -> dict[str, Feit]:
        return getoond(f"{self.laatste_dag:%Y-%m}", maand_bedrag=self.bedrag, maand_gemist=self.gemist)

    @property
    def kwartaal(self) -> Kwartaal:
        return kwartaal(self.laatste_dag)


@dataclass(frozen=True)
class Vergoeding:
    twe_maanden: int
    art60_maanden: int
    extra_maanden: int
    bedrag: Decimal
    maanden: tuple[Maand, ...]
    tijdig: Tijdigheid | None = None

    @property
    def niet_zeker(self) -> Decimal:
        """The part of `bedrag` that VDAB may refuse: all of it when no source tells whether art.60 began in time."""
        return self.bedrag if self.tijdig == Tijdigheid.NIET_ZEKER else NIETS


@dataclass(frozen=True)
class Bedragen:
    """Euro per month. `extra`: past the maximum, in place of `inspanning` (T16); None before there was a rule for it, so
    that nothing pays there. `op_einde`: the part of `compensatie` that is paid after the end of the guidance (T14);
    `per_jaar`: no more inspanningsvergoeding than this in one calendar year (T12), None: no limit."""

    inspanning: Decimal
    compensatie: Decimal
    extra: Decimal | None
    op_einde: Decimal = NIETS
    per_jaar: Decimal | None = None

    @classmethod
    def uit_regels(cls, inspanning: Any, compensatie: Any, na_24: Any) -> "Bedragen":
        return cls(
            inspanning=Decimal(inspanning["maand"]),
            compensatie=Decimal(compensatie["maand"]),
            extra=Decimal(na_24["vervangt"]) if na_24 else None,
            op_einde=Decimal(compensatie.get("op_einde", 0)),
            per_jaar=Decimal(inspanning["jaar"]) if inspanning.get("jaar") else None,
        )


@dataclass(frozen=True)
class Tarief:
    """The rules of one TWE. The lengths, in months, are those of its start; the amounts may change on the way: of each
    step (first day, amounts), oldest first, a month takes the one that holds on its last day."""

    max_maanden: int
    tijdig_maanden: int
    stappen: tuple[tuple[date, Bedragen], ...]

    def op(self, dag: date) -> Bedragen:
        """The amounts on `dag`; before the first step those of the first."""
        return next((bedragen for vanaf, bedragen in reversed(self.stappen) if vanaf <= dag), self.stappen[0][1])


def betaalbare_maanden(
    *,
    twe_start: date,
    twe_einde: date,
    tarief: Tarief,
    art60_van: date | None = None,
    art60_tot: date | None = None,
    art60: Sequence[Looptijd] = (),
    rechten_nodig: bool = False,
) -> Vergoeding:
    """Months with a valid TWE and art.60 registration on their last calendar day, for one art.60 contract or a list.

    `twe_einde` (or the day it stopped early) and `art60_tot` are last days, included. `rechten_nodig`: the overrun past the maximum is needed to complete
    social rights (T16). Raises ValueError when a period ends before it starts.
    """
    if (art60_van is None) != (art60_tot is None):
        raise ValueError("Geef van art.60 de eerste én de laatste dag.")
    if art60_van and art60:
        raise ValueError("Geef art60, of art60_van en art60_tot, niet allebei.")
    looptijden = (Looptijd(art60_van, art60_tot),) if art60_van else tuple(art60)
    return vergoeding(Twefeiten(twe_start, twe_einde, looptijden, date.max if rechten_nodig else None), tarief)


def vergoeding(feiten: Twefeiten, tarief: Tarief) -> Vergoeding:
    """Every month of the window and of the contracts that touch it. Raises ValueError when a period ends before it starts."""
    if feiten.einde < feiten.start or any(c.tot_en_met and c.tot_en_met < c.van for c in feiten.art60):
        raise ValueError("Een periode eindigt niet voor haar start.")
    slot = max([feiten.einde, *(c.tot_en_met for c in feiten.binnen if c.tot_en_met)])
    maanden = _hoogstens_per_jaar([beoordeel(dag, feiten, tarief) for dag in maandeinden(feiten.start, slot)], tarief)
    grens, venster_einde = grenzen(feiten.start, tarief.tijdig_maanden, tarief.max_maanden)
    return Vergoeding(
        sum(m.twe for m in maanden),
        sum(m.art60 for m in maanden),
        sum(m.bedrag > 0 and m.laatste_dag > venster_einde for m in maanden),
        sum((m.bedrag for m in maanden), NIETS),
        maanden,
        feiten.tijdig(grens),
    )


def _hoogstens_per_jaar(maanden: Sequence[Maand], tarief: Tarief) -> tuple[Maand, ...]:
    """The inspanningsvergoeding stops at its maximum per calendar year (T12; that the year is the calendar year is our
    assumption: the payments go per calendar quarter)."""
    over: dict[int, Decimal] = {}
    uit = []
    for maand in maanden:
        jaar, hoogstens = maand.laatste_dag.year, tarief.op(maand.laatste_dag).per_jaar
        if hoogstens is not None and maand.oordeel != Maandoordeel.NA_24_NODIG:
            rest = hoogstens - over.get(jaar, NIETS)
            if maand.inspanning > rest:
                zin = f"{maand.reden} Het maximum van {hoogstens:g} euro per jaar is bereikt."
                maand = replace(maand, inspanning=max(rest, NIETS), reden=zin)
            over[jaar] = over.get(jaar, NIETS) + maand.inspanning
        uit.append(maand)
    return tuple(uit)


def maand_van(dag: date, feiten: Twefeiten, tarief: Tarief) -> Maand:
    """One month of `vergoeding`, the one that ends on `dag`; the months before it only when the maximum can bite."""
    hoogstens = tarief.op(dag).per_jaar
    if hoogstens is None or max(stap.inspanning for _, stap in tarief.stappen) * MAANDEN_IN_JAAR <= hoogstens:
        return beoordeel(dag, feiten, tarief)
    dit_jaar = maandeinden(max(feiten.start, dag.replace(month=1, day=1)), dag)
    return _hoogstens_per_jaar([beoordeel(eerder, feiten, tarief) for eerder in dit_jaar], tarief)[-1]


def maandeinden(van: date, tot: date) -> list[date]:
    """Every last calendar day of a month in [van, tot], both included."""
    dagen = []
    dag = laatste_dag_van_maand(van)
    while dag <= tot:
        dagen.append(dag)
        dag = laatste_dag_van_maand(dag + timedelta(days=1))
    return dagen


@lru_cache(maxsize=4096)  # thousands of people share a few hundred starts
def grenzen(start: date, tijdig_maanden: int, max_maanden: int) -> tuple[date, date]:
    """The last day on which art.60 starts in time by the letter of the rule (T13), and the last day of the window (T7)."""
    return plus_maanden(start, tijdig_maanden), laatste_dag_na_maanden(start, max_maanden)


def beoordeel(dag: date, feiten: Twefeiten, tarief: Tarief) -> Maand:
    """The month that ends on `dag`, its last calendar day."""
    binnen = feiten.binnen
    grens, venster_einde = grenzen(feiten.start, tarief.tijdig_maanden, tarief.max_maanden)
    voorbij = dag > venster_einde
    # Past the window only what began inside it must run on (T16).
    art60 = any(c.loopt_op(dag) for c in binnen if not voorbij or c.van <= venster_einde)
    twe = feiten.start <= dag <= feiten.einde
    bedragen = tarief.op(dag)
    basis = bedragen.extra or NIETS if voorbij else bedragen.inspanning
    vol = basis + (bedragen.compensatie if art60 else NIETS)

    def niets(oordeel: Maandoordeel, reden: str, gemist: Decimal = vol) -> Maand:
        return Maand(dag, twe, art60, NIETS, NIETS, oordeel, reden, gemist)

    def telt(oordeel: Maandoordeel, reden: str, gemist: Decimal = NIETS) -> Maand:
        if geen := feiten.registratie.weigering(dag):
            return niets(Maandoordeel.NIET_GEREGISTREERD, geen)
        return Maand(dag, twe, art60, basis, bedragen.compensatie if art60 else NIETS, oordeel, reden, gemist)

    if not binnen:
        zeker = grens - timedelta(days=1)  # whether the day of the limit itself counts, no source tells
        zin = f"Er is geen art.60-contract. Zonder start ten laatste op {zeker:%d/%m/%Y} telt deze maand niet."
        return niets(Maandoordeel.NOG_GEEN_ART60, zin)
    if feiten.tijdig(grens) == Tijdigheid.TE_LAAT:
        zin = f"Art.60 startte op {binnen[0].van:%d/%m/%Y}, na de termijn tot {grens:%d/%m/%Y}. Deze maand telt niet."
        return niets(Maandoordeel.TE_LAAT_GESTART, zin, vol if twe else NIETS)
    if voorbij and feiten.einde >= venster_einde:
        return _na_24(dag, feiten, art60=art60, bedragen=bedragen, niets=niets, telt=telt)
    if not twe:
        zin = f"De begeleiding stopt op {feiten.einde:%d/%m/%Y}, voor de laatste dag van de maand."
        return niets(Maandoordeel.GEEN_BEGELEIDING, zin)
    if art60:
        return telt(Maandoordeel.TELT, "Op de laatste dag van de maand is er begeleiding en art.60.")
    if gestopt := _gestopt_in(dag, binnen):
        zin = f"Art.60 stopt op {gestopt:%d/%m/%Y}, voor de laatste dag: alleen de begeleiding telt."
        return telt(Maandoordeel.ART60_TE_KORT, zin, bedragen.compensatie)
    return telt(Maandoordeel.ZONDER_ART60, "Op de laatste dag van de maand is er begeleiding, geen art.60.")


def _na_24(dag: date, feiten: Twefeiten, *, art60: bool, bedragen: Bedragen, niets: Any, telt: Any) -> Maand:
    """From month 25 on: only art.60 that is needed to complete social rights, on the last calendar day (T16)."""
    maand: Maand
    if not art60:
        maand = niets(Maandoordeel.NA_24, "Na de 24 maanden telt deze maand niet: er loopt geen art.60 meer.", NIETS)
    elif bedragen.extra is None:
        zin = "Voor deze maand na de 24 maanden vonden we geen regel: ze telt niet."
        maand = niets(Maandoordeel.NA_24, zin, NIETS)
    elif feiten.nodig_tot is not None and dag <= feiten.nodig_tot:
        maand = telt(Maandoordeel.NA_24_NODIG, "Na de 24 maanden: art.60 loopt nog, nodig voor de sociale rechten.")
    else:
        zin = "Na de 24 maanden telt deze maand alleen als art.60 nog nodig is voor de sociale rechten."
        maand = niets(Maandoordeel.NA_24_NIET_NODIG, zin)
    return maand


def _gestopt_in(dag: date, binnen: Sequence[Looptijd]) -> date | None:
    """The last day of the contract that ended earlier in this month."""
    einden = [c.tot_en_met for c in binnen if c.tot_en_met and dag.replace(day=1) <= c.tot_en_met < dag]
    return max(einden, default=None)
