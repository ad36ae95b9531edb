"""Numbers, amounts, shares, dates and durations as people here write them: on page and PDF, in sentences and in a mail.

Pure text, no HTML and no locale: a rule that gives its reason reads the same in a command as on a screen.
"""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils.text import get_text_list

from ocmw.kalender.maanden import plus_maanden

_DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
# Warnings come at 90, 60 and 30 days: up to there people count days, further away they think in months.
TEL_DAGEN_TOT = 92
# A number with more digits is read in groups of three.
_GROEPEN_VANAF = 10_000


def dag_in_woorden(dag: date) -> str:
    """`vr 14 mei 2027`."""
    return f"{_DAGEN[dag.weekday()]} {dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def dag_en_maand(dag: date) -> str:
    """`3 maart`."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]}"


def maand_in_woorden(dag: date) -> str:
    """`juli 1985`."""
    return f"{_MAANDEN[dag.month - 1]} {dag.year}"


def korte_dag(dag: date) -> str:
    """vr 14 sep 2027: for tables, where the whole name of the month costs a column."""
    return f"{_DAGEN[dag.weekday()]} {dag.day} {MAANDEN_KORT[dag.month - 1]} {dag.year}"


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


def opsomming(delen: Iterable[object]) -> str:
    """`90, 60 en 30`; nothing gives an empty text."""
    return get_text_list([str(deel) for deel in delen], "en")


def getal(waarde: Decimal | Fraction | float, decimalen: int = 2, *, vast: bool = False) -> str:
    """`38`, `28,5`, `12.345`: with at most `decimalen` decimals, or with exactly as many when `vast`. Half goes up, so 0,125
    is 0,13: cut off nowhere, and not to the even neighbour as Python does."""
    rond = _rond(waarde, decimalen)
    tekst = f"{rond:,f}" if abs(rond) >= _GROEPEN_VANAF else f"{rond:f}"
    if not vast and "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return tekst.translate(_BELGISCH)


_BELGISCH = str.maketrans(",.", ".,")


def _rond(waarde: Decimal | Fraction | float, decimalen: int) -> Decimal:
    if isinstance(waarde, Fraction):
        exact = Decimal(waarde.numerator) / Decimal(waarde.denominator)
    else:
        exact = Decimal(str(waarde))  # a float as people read it: 0.285 is 0,285 and not a little less
    rond = exact.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    return rond if rond else abs(rond)  # never "-0"


def euro(bedrag: Decimal | float | None) -> str:
    """`€ 7.840`, or `€ 7.840,50`: the sign stays on the line of its number. Nothing for no amount."""
    if bedrag is None:
        return ""
    tekst = f"{_rond(bedrag, 2):,f}".translate(_BELGISCH)
    return f"€\N{NO-BREAK SPACE}{tekst.removesuffix(',00')}"


def aandeel(deel: Decimal | Fraction | float, decimalen: int = 1) -> str:
    """A fraction of one as a percentage, rounded: 42/74 is `56,8 %`."""
    return f"{getal(_rond(deel, 12) * 100, decimalen, vast=True)} %"
