"""How far away a day is, as people say it: "over 12 dagen", "3 dagen te laat". Pure text, no HTML."""

from datetime import date

from ocmw.kalender.maanden import plus_maanden
from ocmw.kalender.woorden import aantal

DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
# Warnings come at 90, 60 and 30 days: up to there people count days, further away they think in months.
TEL_DAGEN_TOT = 92


def korte_dag(dag: date) -> str:
    """vr 14 sep 2027: for tables, where the whole name of the month costs a column."""
    return f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def afstand(dag: date, op: date) -> str:
    """How far `dag` is from `op`: vandaag, morgen, over 12 dagen, 3 maanden geleden."""
    dagen = (dag - op).days
    dichtbij = {0: "vandaag", 1: "morgen", -1: "gisteren"}
    if dagen in dichtbij:
        return dichtbij[dagen]
    hoeveel = _hoeveel(min(dag, op), max(dag, op))
    return f"over {hoeveel}" if dagen > 0 else f"{hoeveel} geleden"


def te_laat(dag: date, op: date) -> str:
    """1 dag te laat, 3 maanden te laat; empty when `dag` is not past."""
    return f"{_hoeveel(dag, op)} te laat" if dag < op else ""


def _hoeveel(van: date, tot: date) -> str:
    """Whole units, rounded down: 100 days is 3 maanden, 30 months is 2 jaar."""
    dagen = (tot - van).days
    if dagen <= TEL_DAGEN_TOT:
        return aantal(dagen, "dag", "dagen")
    maanden = (tot.year - van.year) * 12 + tot.month - van.month
    if plus_maanden(van, maanden) > tot:
        maanden -= 1
    return aantal(maanden, "maand", "maanden") if maanden < 24 else f"{maanden // 12} jaar"
