"""When evaluations, forms and visits fall due, moving with what interrupts the work. Pure (F1, F3, F9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ocmw.kalender.maanden import plus_maanden
from ocmw.kalender.werkdagen import feestdagen, is_weekend, is_werkdag, min_werkdagen
from ocmw.kalender.woorden import korte_dag

WEEKEND = "weekend"


@dataclass(frozen=True)
class Gat:
    """Time in which nobody works, `van` to `tot_en_met`, both included: what comes after it moves as many days."""

    van: date
    tot_en_met: date


@dataclass(frozen=True)
class Moment:
    """`code` names the moment whatever its day ("m7", "w2").

    `doel` is the target of the scheme (W10), which nothing moves; `op` is the target with the days in which nobody worked
    added; `dag` is when it is planned: the last working day on or before `op`, outside interruptions.
    """

    code: str
    naam: str
    doel: date
    op: date
    dag: date

    @property
    def verschoven_dagen(self) -> int:
        return (self.op - self.doel).days


def momenten(
    start: date,
    laatste_dag: date | None,
    *,
    maanden: Sequence[int],
    weken: Sequence[int] = (),
    gaten: Iterable[Gat] = (),
) -> list[Moment]:
    """Moments after so many weeks and whole months, in order; none after `laatste_dag` (included; None: no end yet).

    A moment that falls in or after a gap moves by the days of that gap. When that pushes moments past the end, the last of
    them falls on the end itself: nobody leaves without a last talk (A28).
    """
    gaten = sorted(gaten, key=lambda gat: gat.van)
    ruw = [(f"w{n}", f"week {n}", start + timedelta(weeks=n)) for n in weken]
    ruw += [(f"m{n}", f"maand {n}", plus_maanden(start, n)) for n in maanden]
    alle = sorted((_verschoven(doel, gaten), code, naam, doel) for code, naam, doel in ruw)
    if laatste_dag is not None:
        erover = [(laatste_dag, *rij[1:]) for rij in alle if rij[3] <= laatste_dag < rij[0]]
        alle = [rij for rij in alle if rij[0] <= laatste_dag] + erover[-1:]
    return [Moment(code, naam, doel, op, geplande_dag(op, vanaf=start, gaten=gaten)) for op, code, naam, doel in alle]


def _verschoven(dag: date, gaten: Sequence[Gat]) -> date:
    for gat in gaten:
        if gat.van <= dag:
            dag += timedelta(days=(gat.tot_en_met - gat.van).days + 1)
    return dag


def geplande_dag(streefdag: date, *, vanaf: date, gaten: Iterable[Gat] = ()) -> date:
    """The last working day on or before `streefdag` on which somebody works; never before `vanaf`. Behind an interruption that
    is the last day that was worked before it: as much work lies behind it. `streefdag` itself when there is no such day."""
    gaten, dag = list(gaten), streefdag
    while dag >= vanaf:
        if gat := next((gat for gat in gaten if gat.van <= dag <= gat.tot_en_met), None):
            dag = gat.van - timedelta(days=1)
        elif is_werkdag(dag):
            return dag
        else:
            dag -= timedelta(days=1)
    return streefdag


def waarom_anders(streefdag: date, dag: date) -> str:
    """Why something is planned on another day than its target; empty when it is not."""
    if dag == streefdag:
        return ""
    if vrij := vrije_dag(streefdag):
        return f"{korte_dag(streefdag)} valt in het weekend" if vrij == WEEKEND else f"{korte_dag(streefdag)} is {vrij}"
    return f"op {korte_dag(streefdag)} wordt er niet gewerkt"


def vrije_dag(dag: date) -> str:
    """Why nobody works that day: the name of the holiday, or weekend; empty on other days."""
    return feestdagen(dag.year).get(dag, WEEKEND if is_weekend(dag) else "")


def antwoord_tegen(gesprek: date, gevraagd: date, *, werkdagen: int) -> date:
    """The last day for the form of the mentor: so many working days before the talk (F1). Who was asked later than that
    answers at the latest on the day of the talk."""
    tegen = min_werkdagen(gesprek, werkdagen)
    return tegen if tegen >= gevraagd else gesprek
