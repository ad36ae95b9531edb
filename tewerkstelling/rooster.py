"""When evaluations, forms and visits fall due, moving with what interrupts the work. Pure (F1, F3, F9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ocmw.kalender.maanden import plus_maanden
from ocmw.kalender.werkdagen import min_werkdagen


@dataclass(frozen=True)
class Gat:
    """Time in which nobody works, `van` to `tot_en_met`, both included: what comes after it moves as many days."""

    van: date
    tot_en_met: date


@dataclass(frozen=True)
class Moment:
    """`code` names the moment whatever its day ("m7", "w2"); `gepland` is where it falls without interruptions."""

    code: str
    naam: str
    op: date
    gepland: date

    @property
    def verschoven_dagen(self) -> int:
        return (self.op - self.gepland).days


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
    alle = [Moment(code, naam, _verschoven(dag, gaten), dag) for code, naam, dag in ruw]
    alle.sort(key=lambda m: (m.op, m.code))
    if laatste_dag is None:
        return alle
    erover = [m for m in alle if m.gepland <= laatste_dag < m.op]
    return [m for m in alle if m.op <= laatste_dag] + [replace(m, op=laatste_dag) for m in erover[-1:]]


def _verschoven(dag: date, gaten: Sequence[Gat]) -> date:
    for gat in gaten:
        if gat.van <= dag:
            dag += timedelta(days=(gat.tot_en_met - gat.van).days + 1)
    return dag


def antwoord_tegen(gesprek: date, gevraagd: date, *, werkdagen: int) -> date:
    """The last day for the form of the mentor: so many working days before the talk (F1). Who was asked later than that
    answers at the latest on the day of the talk."""
    tegen = min_werkdagen(gesprek, werkdagen)
    return tegen if tegen >= gevraagd else gesprek
