"""Arithmetic with calendar months. Windows count whole days, and an end named `tot_en_met` is inclusive.

Months are always counted from the start date, never chained: 31 January + 1 + 1 month would drift to 28 March.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.relativedelta import relativedelta

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Duur:
    """A period as people say it: whole months, then the days that are left. `totaal_dagen` counts both ends."""

    maanden: int
    dagen: int
    totaal_dagen: int


@dataclass(frozen=True, order=True)
class Kwartaal:
    jaar: int
    nummer: int

    def __str__(self) -> str:
        return f"{self.nummer}e kwartaal {self.jaar}"

    @property
    def eerste_dag(self) -> date:
        return date(self.jaar, self.nummer * 3 - 2, 1)

    @property
    def laatste_dag(self) -> date:
        return laatste_dag_van_maand(date(self.jaar, self.nummer * 3, 1))


def dagen_van(jaar: int, maand: int = 0) -> tuple[date, date]:
    """The first and the last day, both included, of a year, or of one month of it: what a part of a date can mean."""
    return date(jaar, maand or 1, 1), laatste_dag_van_maand(date(jaar, maand or 12, 1))


def plus_maanden(dag: date, aantal: int) -> date:
    """The same day `aantal` months later (earlier if negative); the last day of the month where it does not exist.

    Raises OverflowError outside the years 1 to 9999.
    """
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    if not MINYEAR <= jaar <= MAXYEAR:
        raise OverflowError("De datum valt buiten de kalender.")
    return dag.replace(year=jaar, month=maand + 1, day=min(dag.day, monthrange(jaar, maand + 1)[1]))


def laatste_dag_na_maanden(start: date, aantal: int) -> date:
    """The last day, inclusive, of a window of `aantal` calendar months from `start` (T7): clamp first, then minus 1."""
    if aantal < 1:
        raise ValueError("Een periode telt minstens één maand.")
    return plus_maanden(start, aantal) - EEN_DAG


def maanden_en_dagen(van: date, tot_en_met: date) -> Duur:
    """How long `van` up to and including `tot_en_met` lasts (W2). An end before the start is an empty period."""
    totaal = (tot_en_met - van).days + 1
    if totaal <= 0:
        return Duur(0, 0, 0)
    einde = tot_en_met + EEN_DAG
    rest = relativedelta(einde, van)
    maanden = rest.years * 12 + rest.months
    return Duur(maanden, (einde - plus_maanden(van, maanden)).days, totaal)


def laatste_dag_van_maand(dag: date) -> date:
    return dag.replace(day=monthrange(dag.year, dag.month)[1])


def kwartaal(dag: date) -> Kwartaal:
    return Kwartaal(dag.year, (dag.month + 2) // 3)


def leeftijd(geboren: date, op: date) -> int:
    """Completed years on `op` (A11): the birthday itself counts.

    Who is born on 29 February has a birthday on 28 February in a common year (our assumption; no source found).
    Raises ValueError when `op` lies before the birth.
    """
    if op < geboren:
        raise ValueError("De datum ligt voor de geboorte.")
    return relativedelta(op, geboren).years
