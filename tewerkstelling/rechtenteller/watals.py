"""Wat-als: the dates of a dossier as they would be. Facts and a wish in, all dates with their words out. Pure: the same
functions as the pages themselves, on facts that nobody saved (kenmerken S8)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ocmw.kalender.woorden import aantal, dag_in_woorden, euro, getal
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde
from ocmw.ui.feit import Feit
from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Tellerfeiten
from tewerkstelling.rechtenteller.teller import Telling, tel
from tewerkstelling.regime import Regime
from tewerkstelling.ritme import Evaluatiedag
from trajecten.twe.gevolgen import Contractperiode, Onderbroken, Werkfeiten
from trajecten.twe.venster import TweVenster
from trajecten.twe.vergoeding import Vergoeding

EEN_DAG = timedelta(days=1)
NIET_GEHAALD = "niet gehaald"
Oordeel = Literal["", "beter", "slechter"]


@dataclass(frozen=True)
class WatAlsWens:
    """What somebody asks: the contract as it would be, and what would happen on top of what is known.

    `uren` hold from `uren_vanaf`, or from the start when that is empty."""

    start: date
    laatste_dag: date | None
    uren: Decimal
    extra: tuple[Gebeurtenis, ...] = ()
    uren_vanaf: date | None = None


@dataclass(frozen=True)
class Stilte:
    """[van, tot) in which nobody would work."""

    van: date
    tot: date


@dataclass(frozen=True)
class Basis:
    """The dossier as it stands. `feiten`: of the contract that is played with; `andere`: the other contracts; `stilte`: what
    interrupts those; `schuift_op`: kinds of interruption in which nobody works. `evaluaties` and `geld` answer for the
    contract as it would be, with the functions of their own pages."""

    feiten: Tellerfeiten
    andere: tuple[Contractperiode, ...]
    werk: Werkfeiten
    evaluaties: Callable[[Tellerfeiten], Sequence[Evaluatiedag]]
    geld: Callable[[Tellerfeiten], Vergoeding | None]
    schuift_op: tuple[str, ...]
    stilte: tuple[Onderbroken, ...] = ()
    volgens_rva: date | None = None
    contract: str = ""  # how facts about the contract are named

    @property
    def zoals_nu(self) -> WatAlsWens:
        return WatAlsWens(self.feiten.start, self.feiten.tot_en_met, kaal(self.feiten.uren))


@dataclass(frozen=True)
class Waarde:
    """One answer. `dag` or `getal` lets two of them be compared in words."""

    tekst: str
    dag: date | None = None
    getal: Decimal | None = None
    eenheid: tuple[str, str] = ("", "")
    merk: str = "anders"  # the difference, when nothing can be subtracted
    beter: int = 0  # 1: later or more is better for the client or the OCMW; -1: earlier; 0: who can say
    feit: Feit | None = field(default=None, compare=False)


@dataclass(frozen=True)
class WatAlsUitkomst:
    """Everything that follows from one wish, in reading order; `werk` draws the same as a picture."""

    waarden: dict[str, Waarde]
    werk: Werkfeiten
    telling: Telling | None = field(default=None, repr=False)
    fout: str = ""

    @property
    def regelsets(self) -> tuple[Regelwaarde, ...]:
        return self.telling.regelsets if self.telling else ()


def kaal(uren: Fraction | Decimal | float) -> Decimal:
    """Hours with two decimals at most and no zeros behind: 38, 28.5."""
    return Decimal(f"{Decimal(f'{float(uren):.2f}').normalize():f}")


def pas_toe(feiten: Tellerfeiten, wens: WatAlsWens) -> Tellerfeiten:
    """The facts as they would be. Later hours that fall outside the contract of the wish are left out."""
    gevallen = tuple(sorted((*feiten.gebeurtenissen, *wens.extra), key=lambda g: g.van))
    nieuw = replace(feiten, start=wens.start, tot_en_met=wens.laatste_dag, gebeurtenissen=gevallen)
    later = [r for r in feiten.wijzigingen if wens.start < r.vanaf <= (wens.laatste_dag or date.max)]
    uren = Fraction(wens.uren)
    if wens.uren_vanaf and wens.uren_vanaf > wens.start:
        # What is asked holds from its day on; a change that was planned after it is not asked for any more.
        later = [r for r in later if r.vanaf < wens.uren_vanaf]
        dagen = later[-1].dagen_per_week if later else feiten.dagen_per_week
        return replace(nieuw, wijzigingen=(*later, Regime(wens.uren_vanaf, uren, dagen)))
    return replace(nieuw, uren=uren, wijzigingen=tuple(later) if uren == feiten.uren else ())


def uitkomst(basis: Basis, wens: WatAlsWens, *, op: date) -> WatAlsUitkomst:
    """All dates that follow from this wish. What cannot be counted says why, and the rest still stands."""
    feiten = pas_toe(basis.feiten, wens)
    stil = [Stilte(g.van, g.tot_en_met + EEN_DAG) for g in feiten.gebeurtenissen if g.soort in basis.schuift_op]
    periodes = (*basis.andere, Contractperiode(wens.start, wens.laatste_dag))
    werk = replace(basis.werk, contracten=periodes, onderbrekingen=(*basis.stilte, *stil))
    telling, fout = _tel(feiten, op=op)
    waarden = {
        "Eerste werkdag": _dag(wens.start),
        "Laatste dag van het contract": _dag(wens.laatste_dag, "nog niet afgesproken"),
    }
    if telling:
        waarden |= _rechten(feiten, telling, basis.contract)
    else:
        waarden["Rechten bereikt op"] = Waarde(f"niet te berekenen: {fout}")
    if basis.volgens_rva and feiten == basis.feiten:
        waarden["Rechten bereikt op, volgens de RVA"] = replace(
            _dag(basis.volgens_rva), feit=Feit("rechten_op", basis.volgens_rva, basis.contract)
        )
    for evaluatie in basis.evaluaties(feiten):
        tekst = f"{evaluatie.hoe} {dag_in_woorden(evaluatie.op)}".strip()
        gepland = Feit("evaluatie", evaluatie.op, f"{basis.contract}-{evaluatie.code}")
        waarden[f"Evaluatie {evaluatie.naam}"] = Waarde(tekst, dag=evaluatie.op, feit=gepland)
    if werk.venster:
        waarden |= _werkervaring(werk.venster, werk, basis.geld(feiten))
    return WatAlsUitkomst(waarden, werk, telling, fout)


def _tel(feiten: Tellerfeiten, *, op: date) -> tuple[Telling | None, str]:
    try:
        return tel(feiten, op=feiten.tot_en_met or op), ""
    except (ValueError, OnbekendeRegel) as reden:
        return None, str(reden)


def _rechten(feiten: Tellerfeiten, telling: Telling, contract: str) -> dict[str, Waarde]:
    teller = telling.teller
    waarden = {}
    if feiten.tot_en_met:
        geteld = Decimal(float(teller.geteld)).quantize(Decimal("0.01"))
        waarden["Dagen geteld op het einde"] = Waarde(
            f"{getal(teller.geteld)} van {teller.nodig}", getal=geteld, eenheid=("dag", "dagen"), beter=1
        )
    einde = teller.verwacht_einde
    if teller.onmogelijk:
        waarden["Rechten bereikt op"] = Waarde(f"nooit. {teller.onmogelijk}", merk=NIET_GEHAALD)
    elif einde is None:
        waarden["Rechten bereikt op"] = Waarde("al bereikt voor dit contract")
    elif feiten.tot_en_met and einde > feiten.tot_en_met:
        tekst = f"niet in dit contract, {getal(teller.resterend)} dagen te weinig"
        waarden["Rechten bereikt op"] = Waarde(
            f"{tekst} (met langer werken: {dag_in_woorden(einde)})", dag=einde, merk=NIET_GEHAALD
        )
    else:
        waarden["Rechten bereikt op"] = _dag(einde)
    if einde:
        geschat = Feit("rechten_geschat", einde, contract)
        waarden["Rechten bereikt op"] = replace(waarden["Rechten bereikt op"], feit=geschat)
    waarden["Rechten bereikt op"] = replace(waarden["Rechten bereikt op"], beter=-1)
    if telling.onzeker:
        waarden["Niet zeker"] = Waarde(telling.onzeker.zin)
    return waarden


def _werkervaring(venster: TweVenster, werk: Werkfeiten, uit: Vergoeding | None) -> dict[str, Waarde]:
    """What the window makes of it: timely start, nazorg that is left, and the money VDAB pays."""
    waarden = {}
    binnen = werk.art60_binnen
    if binnen:
        waarden["Start art.60 op tijd?"] = Waarde(venster.tijdigheid(binnen[0].van).in_woorden)
    waarden["Einde van de werkervaring"] = replace(_dag(venster.einde), feit=Feit("twe_einde", venster.einde))
    rest = werk.rest
    if rest is None:
        waarden["Wat overblijft voor nazorg"] = Waarde("nog niet te zeggen")
    else:
        waarden["Wat overblijft voor nazorg"] = Waarde(
            rest.in_woorden if rest.totaal_dagen else "niets",
            getal=Decimal(rest.totaal_dagen),
            eenheid=("dag", "dagen"),
            feit=Feit("nazorg_dagen", rest.totaal_dagen),
        )
    if uit is None:
        return waarden
    waarden["Verwachte vergoeding van VDAB"] = Waarde(
        euro(uit.bedrag) + (", niet zeker" if uit.niet_zeker else ""),
        getal=uit.bedrag,
        eenheid=("euro", "euro"),
        beter=1,
        feit=Feit("vergoeding", uit.bedrag),
    )
    waarden["Maanden met art.60 die tellen"] = Waarde(
        str(uit.art60_maanden),
        getal=Decimal(uit.art60_maanden),
        eenheid=("maand", "maanden"),
        beter=1,
        feit=Feit("maanden_art60", uit.art60_maanden),
    )
    return waarden


@dataclass(frozen=True)
class Vergelijkcel:
    """`verschil` in words, empty when nothing differs; `oordeel`: what it is, "" when nobody can say."""

    tekst: str
    anders: bool = False
    verschil: str = ""
    oordeel: Oordeel = ""

    @property
    def status(self) -> tuple[str, str]:
        """Status code and words: the colour is never alone."""
        if self.oordeel == "beter":
            return "klaar", f"Beter: {self.verschil}"
        if self.oordeel == "slechter":
            return "let_op", f"Slechter: {self.verschil}"
        return "gepland", self.verschil


@dataclass(frozen=True)
class Vergelijking:
    wat: str
    nu: str
    cellen: tuple[Vergelijkcel, ...]
    feit: Feit | None = None

    @property
    def anders(self) -> bool:
        return any(cel.anders for cel in self.cellen)


def vergelijk(nu: WatAlsUitkomst, anders: Sequence[WatAlsUitkomst]) -> list[Vergelijking]:
    """One line per date or number that exists in any of them, in reading order."""
    namen = _in_volgorde([nu, *anders])
    regels = []
    for naam in namen:
        was = nu.waarden.get(naam)
        cellen = tuple(_cel(was, uit.waarden.get(naam)) for uit in anders)
        regels.append(Vergelijking(naam, was.tekst if was else "", cellen, was.feit if was else None))
    return regels


def _in_volgorde(uitkomsten: Iterable[WatAlsUitkomst]) -> list[str]:
    """Names of all of them: a line that only one has keeps the place it has there."""
    namen: list[str] = []
    for uit in uitkomsten:
        plek = 0
        for naam in uit.waarden:
            if naam in namen:
                plek = namen.index(naam) + 1
            else:
                namen.insert(plek, naam)
                plek += 1
    return namen


def _cel(was: Waarde | None, nu: Waarde | None) -> Vergelijkcel:
    if nu is None:
        return Vergelijkcel("vervalt" if was else "", anders=was is not None)
    if was is None:
        return Vergelijkcel(nu.tekst, anders=True, verschil="komt erbij")
    if was == nu:
        return Vergelijkcel(nu.tekst)
    return Vergelijkcel(nu.tekst, anders=True, verschil=_verschil(was, nu), oordeel=_oordeel(was, nu))


def _oordeel(was: Waarde, nu: Waarde) -> Oordeel:
    """Rights that are no longer reached are worse whatever their day, and the other way round."""
    if not nu.beter:
        return ""
    if was.merk != nu.merk and NIET_GEHAALD in (was.merk, nu.merk):
        return "slechter" if nu.merk == NIET_GEHAALD else "beter"
    if was.dag and nu.dag:
        stap = (nu.dag - was.dag).days
    elif was.getal is not None and nu.getal is not None:
        stap = int((nu.getal > was.getal) - (nu.getal < was.getal))
    else:
        stap = 0
    return "" if not stap else "beter" if stap * nu.beter > 0 else "slechter"


def _verschil(was: Waarde, nu: Waarde) -> str:
    if was.dag and nu.dag and was.dag != nu.dag:
        dagen = (nu.dag - was.dag).days
        return f"{aantal(abs(dagen), 'dag', 'dagen')} {'later' if dagen > 0 else 'vroeger'}"
    if was.getal is not None and nu.getal is not None and was.getal != nu.getal:
        verschil = nu.getal - was.getal
        woord = nu.eenheid[0] if abs(verschil) == 1 else nu.eenheid[1]
        return f"{getal(abs(verschil))} {woord} {'meer' if verschil > 0 else 'minder'}"
    return nu.merk


def _dag(dag: date | None, leeg: str = "") -> Waarde:
    return Waarde(dag_in_woorden(dag), dag=dag) if dag else Waarde(leeg)
