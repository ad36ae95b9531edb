"""Dates and durations as Dutch words, for sentences that rules give as their reason (no locale or template needed)."""

from datetime import date

_DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def dag_in_woorden(dag: date) -> str:
    """`vr 14 mei 2027`."""
    return f"{_DAGEN[dag.weekday()]} {dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """`1 maand`, `2 maanden`."""
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"


def duur_in_woorden(maanden: int, dagen: int) -> str:
    """`10 maanden en 17 dagen`; a part that is zero is left out, nothing at all is `0 dagen`."""
    delen = []
    if maanden:
        delen.append(aantal(maanden, "maand", "maanden"))
    if dagen or not maanden:
        delen.append(aantal(dagen, "dag", "dagen"))
    return " en ".join(delen)
