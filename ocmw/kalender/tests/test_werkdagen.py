from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.kalender.werkdagen import (
    feestdagen,
    is_werkdag,
    plus_werkdagen,
)


def pasen(jaar: int) -> date:
    """Easter by the method of Meeus, Jones and Butcher: our own, beside the library's."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    maand = (h - m + r + 90) // 25
    return date(jaar, maand, (h - m + r + maand + 19) % 32)


def wettelijke_feestdagen(jaar: int) -> set[date]:
    """I15 as written in the law."""
    vast = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
    return {date(jaar, *dag) for dag in vast} | {pasen(jaar) + timedelta(days=n) for n in (1, 39, 50)}


@pytest.mark.parametrize("jaar", range(1990, 2101))
def test_feestdagen_zijn_die_van_de_wet(jaar):
    assert set(feestdagen(jaar)) == wettelijke_feestdagen(jaar)


def test_feestdagen_van_2027():
    """W12.73."""
    assert pasen(2027) == date(2027, 3, 28)
    lijst = feestdagen(2027)
    assert [str(dag)[5:] for dag in lijst] == [
        "01-01",
        "03-29",
        "05-01",
        "05-06",
        "05-17",
        "07-21",
        "08-15",
        "11-01",
        "11-11",
        "12-25",
    ]
    assert lijst[date(2027, 3, 29)] == "Paasmaandag"


def test_elf_juli_is_geen_wettelijke_feestdag():
    dag = date(2028, 7, 11)
    assert is_werkdag(dag)
    assert not is_werkdag(dag, gesloten={dag})


@pytest.mark.parametrize(
    ("start", "aantal", "dag"),
    [
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # Friday to Monday
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # from a Saturday
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # over Christmas and the weekend
        (date(2026, 11, 6), 5, date(2026, 11, 16)),  # 11 November does not count
    ],
)
def test_plus_werkdagen(start, aantal, dag):
    assert plus_werkdagen(start, aantal) == dag


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_plus_werkdagen_slaat_niets_over(start, aantal):
    dag = plus_werkdagen(start, aantal)
    tussen = [start + timedelta(days=n) for n in range(1, (dag - start).days + 1)]
    assert sum(is_werkdag(d) for d in tussen) == aantal
    assert dag == start or is_werkdag(dag)


def test_terugtellen_bestaat_niet():
    with pytest.raises(ValueError, match="nul of meer"):
        plus_werkdagen(date(2026, 1, 1), -1)
