"""On which days a group meets: pure, from the period and the weekdays, with the reason for each day that falls out (W12).

Every day is judged by itself. A closing day that is added afterwards therefore takes that day out and moves nothing else.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from ocmw.kalender.schoolvakanties import schooljaar_van, schoolvakanties
from ocmw.kalender.werkdagen import feestdagen

WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
HALVE_DAGEN_PER_DAG = 2
# A longer period is a typing error in the year, and would keep a page busy.
MAX_JAREN = 10
GEEN: Mapping[date, str] = MappingProxyType({})


class OnmogelijkLesplan(ValueError):
    """The facts cannot be a plan; the text is one Dutch sentence."""


@dataclass(frozen=True)
class Lesvrijedag:
    """A day on which the group would have met, and why it does not."""

    dag: date
    reden: str


@dataclass(frozen=True)
class Lesplan:
    """`dagen` and `overgeslagen` together are every chosen weekday of the period, each in order."""

    dagen: tuple[date, ...]
    overgeslagen: tuple[Lesvrijedag, ...]


def maak_lesplan(
    van: date,
    tot_en_met: date,
    weekdagen: Collection[int],
    *,
    gesloten: Mapping[date, str] = GEEN,
    schoolvakanties_vrij: bool = True,
) -> Lesplan:
    """The days from `van` up to and including `tot_en_met` on these weekdays (Monday = 0).

    Never on a public holiday or on a day in `gesloten` (day -> why), and with `schoolvakanties_vrij` never in a Flemish school
    holiday. Raises OnmogelijkLesplan.
    """
    if reden := weigering_voor_lesplan(van, tot_en_met, weekdagen):
        raise OnmogelijkLesplan(reden)
    dagen: list[date] = []
    overgeslagen: list[Lesvrijedag] = []
    for nummer in range((tot_en_met - van).days + 1):
        dag = van + timedelta(days=nummer)
        if dag.weekday() not in weekdagen:
            continue
        reden = reden_zonder_les(dag, gesloten=gesloten, schoolvakanties_vrij=schoolvakanties_vrij)
        if reden:
            overgeslagen.append(Lesvrijedag(dag, reden))
        else:
            dagen.append(dag)
    return Lesplan(tuple(dagen), tuple(overgeslagen))


def weigering_voor_lesplan(van: date, tot_en_met: date, weekdagen: Collection[int]) -> str:
    """Why there is no plan for these; empty when there is."""
    if not weekdagen:
        return "Kies minstens één weekdag."
    if tot_en_met < van:
        return "De laatste dag ligt voor de eerste dag."
    if tot_en_met.year - van.year > MAX_JAREN:
        return f"Een reeks duurt hoogstens {MAX_JAREN} jaar."
    return ""


def reden_zonder_les(dag: date, *, gesloten: Mapping[date, str] = GEEN, schoolvakanties_vrij: bool = True) -> str:
    """Why the group does not meet on this day; empty when it can. What cannot be changed is said first."""
    if feestdag := feestdagen(dag.year).get(dag):
        return f"Feestdag: {feestdag}"
    if dag in gesloten:
        return gesloten[dag] or "Sluitingsdag"
    if schoolvakanties_vrij:
        return next((vakantie.naam for vakantie in schoolvakanties(schooljaar_van(dag)) if dag in vakantie), "")
    return ""
