"""Flemish school holidays (I16).

The government can change the rule, so callers treat these as a proposal that people can edit (I17).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Vakantie:
    """A holiday from Monday `van` up to and including Sunday `tot_en_met` (summer: 1 July to 31 August)."""

    naam: str
    van: date
    tot_en_met: date

    def __contains__(self, dag: date) -> bool:
        return self.van <= dag <= self.tot_en_met


def schoolvakanties(schooljaar: int) -> tuple[Vakantie, ...]:
    """The five holidays of the school year that begins on 1 September of `schooljaar`, in order (I16).

    When Easter falls after 15 April the Easter Monday after the two weeks is free too; it is a public holiday, so it
    is not repeated here.
    """
    return (
        _weken("Herfstvakantie", _herfst(schooljaar), 1),
        _weken("Kerstvakantie", _kerst(schooljaar), 2),
        _weken("Krokusvakantie", _maandag_voor_pasen(schooljaar + 1, 7), 1),
        _weken("Paasvakantie", _paas(schooljaar + 1), 2),
        Vakantie("Zomervakantie", date(schooljaar + 1, 7, 1), date(schooljaar + 1, 8, 31)),
    )


def schooljaar_van(dag: date) -> int:
    """The year in which the school year of `dag` began; July and August still belong to the year before."""
    return dag.year if dag.month >= 9 else dag.year - 1


def is_schoolvakantie(dag: date) -> bool:
    return any(dag in vakantie for vakantie in schoolvakanties(schooljaar_van(dag)))


def _weken(naam: str, maandag: date, weken: int) -> Vakantie:
    return Vakantie(naam, maandag, maandag + weken * _WEEK - timedelta(days=1))


def _maandag_van_week(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())


def _herfst(jaar: int) -> date:
    allerheiligen = date(jaar, 11, 1)
    return allerheiligen + timedelta(days=1) if allerheiligen.weekday() == 6 else _maandag_van_week(allerheiligen)


def _kerst(jaar: int) -> date:
    kerst = date(jaar, 12, 25)
    return _maandag_van_week(kerst) + (_WEEK if kerst.weekday() >= 5 else timedelta())


def _maandag_voor_pasen(jaar: int, hoeveelste: int) -> date:
    return easter(jaar) + timedelta(days=1) - hoeveelste * _WEEK


def _paas(jaar: int) -> date:
    pasen = easter(jaar)
    if pasen.month == 3:
        return pasen + timedelta(days=1)
    if pasen > date(jaar, 4, 15):
        return _maandag_voor_pasen(jaar, 2)
    return _maandag_van_week(date(jaar, 4, 7))
