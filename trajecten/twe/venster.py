"""The window of tijdelijke werkervaring (TWE) and what is left of it after art.60: facts in, dates and reasons out.

Lengths come in as rules with their dates and source, so the answer can say which rule it used. All ends named
`laatste_dag`, `..._tot` or `..._einde` in this module are the last day itself (inclusive), as people say them.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from ocmw.kalender.maanden import laatste_dag_na_maanden, maanden_en_dagen
from ocmw.kalender.woorden import aantal, dag_in_woorden, duur_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde, regel


class OnmogelijkePeriode(ValueError):
    """The facts contradict each other; the text is a Dutch sentence for the screen."""


class Tijdigheid(StrEnum):
    """Whether art.60 starts in time for the money of VDAB (T12-T13). Of two starts no source tells: on the day exactly so
    many months after the werkervaringsovereenkomst, and before it."""

    ZEKER = "zeker"
    NIET_ZEKER = "niet zeker"
    TE_LAAT = "te laat"

    @property
    def in_woorden(self) -> str:
        """The answer to "started in time?"."""
        return {"zeker": "ja", "niet zeker": "niet zeker: kijk dit na bij VDAB"}.get(self, "nee, te laat")


def tijdigheid(art60_start: date, *, twe_start: date, grens: date) -> Tijdigheid:
    """The one verdict on time, for window, wat-als, nazorg and money. `grens`: the day `twe.tijdig_art60_maanden` months
    after `twe_start`."""
    if art60_start > grens:
        return Tijdigheid.TE_LAAT
    return Tijdigheid.ZEKER if twe_start <= art60_start < grens else Tijdigheid.NIET_ZEKER


def raakt(van: date, tot_en_met: date | None, *, begin: date, einde: date) -> bool:
    """Whether art.60 from `van` belongs to a window: what ended before it, or began after its end, has nothing to do with it."""
    return van <= einde and (tot_en_met is None or tot_en_met >= begin)


@dataclass(frozen=True)
class TweVenster:
    """`laatste_dag`: of the 24 months. `tijdig_art60_tot` is the last day that is certainly in time: whether the day after
    still counts is unknown (T13)."""

    start: date
    laatste_dag: date
    tijdig_art60_tot: date
    redenen: tuple[str, ...]
    regels: tuple[Regelwaarde, ...]
    gestopt_op: date | None = None

    def __contains__(self, dag: date) -> bool:
        return self.start <= dag <= self.einde

    @property
    def einde(self) -> date:
        """The last day of guidance, included: of the 24 months, or the day it was stopped."""
        return self.gestopt_op or self.laatste_dag

    def tijdigheid(self, art60_start: date) -> Tijdigheid:
        return tijdigheid(art60_start, twe_start=self.start, grens=self.tijdig_art60_tot + timedelta(days=1))


@dataclass(frozen=True)
class Nazorgrest:
    """What is left after art.60: from the day after its last day up to and including the last day of the window."""

    van: date
    tot_en_met: date
    maanden: int
    dagen: int
    totaal_dagen: int
    overschreden_dagen: int
    redenen: tuple[str, ...]

    @property
    def in_woorden(self) -> str:
        return duur_in_woorden(self.maanden, self.dagen)


def venster_vanaf(start: date, gestopt_op: date | None = None) -> TweVenster:
    """The window with the rules as they hold on its first day. Raises OnbekendeRegel before TWE existed (T1)."""
    venster = twe_venster(
        start,
        duur=regel("twe.max_maanden", op=start),
        tijdig=regel("twe.tijdig_art60_maanden", op=start),
    )
    return gestopt(venster, gestopt_op) if gestopt_op else venster


def gestopt(venster: TweVenster, op: date) -> TweVenster:
    """The same window, stopped early: `op` is its last day."""
    zin = f"De tijdelijke werkervaring stopt vroeger: {dag_in_woorden(op)} is de laatste dag."
    return replace(venster, gestopt_op=op, redenen=(*venster.redenen, zin))


def venster_of_niets(start: date, gestopt_op: date | None = None) -> TweVenster | None:
    """The same, None before TWE existed."""
    try:
        return venster_vanaf(start, gestopt_op)
    except OnbekendeRegel:
        return None


def twe_venster(start: date, *, duur: Regelwaarde, tijdig: Regelwaarde) -> TweVenster:
    """The window that opens on `start`, the first day of the werkervaringsovereenkomst (T5-T7, T13).

    `duur` and `tijdig` hold a number of calendar months.
    """
    laatste_dag = laatste_dag_na_maanden(start, duur.waarde)
    tijdig_tot = laatste_dag_na_maanden(start, tijdig.waarde)
    lang, kort = (aantal(regel_.waarde, "maand", "maanden") for regel_ in (duur, tijdig))
    return TweVenster(
        start=start,
        laatste_dag=laatste_dag,
        tijdig_art60_tot=tijdig_tot,
        redenen=(
            f"De teller start op {dag_in_woorden(start)}, de start van de werkervaringsovereenkomst, niet van art.60.",
            f"Tijdelijke werkervaring duurt hoogstens {lang} (bron: {duur.bron}).",
            f"{dag_in_woorden(start)} plus {lang} min 1 dag is {dag_in_woorden(laatste_dag)}: de eerste en de laatste "
            "dag tellen mee.",
            f"Art.60 start zeker op tijd tot en met {dag_in_woorden(tijdig_tot)}: binnen {kort} na de start (bron: "
            f"{tijdig.bron}). Of de dag daarna nog telt, vonden we in geen bron; daarom rekenen we 1 dag minder.",
        ),
        regels=(duur, tijdig),
    )


def nazorgrest(venster: TweVenster, *, art60_einde: date) -> Nazorgrest:
    """How much nazorg is left when art.60 has `art60_einde` as its last day (W2).

    Raises OnmogelijkePeriode when art.60 ends before the window starts.
    """
    if art60_einde < venster.start:
        raise OnmogelijkePeriode(
            f"Art.60 eindigt op {art60_einde:%d/%m/%Y}, voor de start van de werkervaringsovereenkomst "
            f"op {venster.start:%d/%m/%Y}. Kijk de datums na."
        )
    van = art60_einde + timedelta(days=1)
    duur = maanden_en_dagen(van, venster.einde)
    overschreden = max(0, (art60_einde - venster.einde).days)
    return Nazorgrest(
        van=van,
        tot_en_met=venster.einde,
        maanden=duur.maanden,
        dagen=duur.dagen,
        totaal_dagen=duur.totaal_dagen,
        overschreden_dagen=overschreden,
        redenen=(
            f"Art.60 eindigt op {dag_in_woorden(art60_einde)}; het venster op {dag_in_woorden(venster.einde)}.",
            _uitleg_rest(van, venster, duur.totaal_dagen, overschreden),
        ),
    )


def _uitleg_rest(van: date, venster: TweVenster, dagen: int, overschreden: int) -> str:
    if overschreden and venster.gestopt_op:
        return "De tijdelijke werkervaring stopt voor art.60 eindigt: er is geen nazorg over."
    if overschreden:
        return (
            f"Art.60 loopt {aantal(overschreden, 'dag', 'dagen')} langer dan het venster: er is geen nazorg over. Dat "
            "kan alleen als het contract nog nodig is om sociale rechten op te bouwen."
        )
    if not dagen:
        return "Art.60 en het venster eindigen op dezelfde dag: er is geen nazorg over."
    rest = maanden_en_dagen(van, venster.einde)
    return (
        f"De nazorg loopt van {dag_in_woorden(van)} tot en met {dag_in_woorden(venster.einde)}: "
        f"{duur_in_woorden(rest.maanden, rest.dagen)}, samen {aantal(dagen, 'dag', 'dagen')}."
    )
