from datetime import date

import pytest

from ocmw.kalender.woorden import aantal, dag_in_woorden, duur_in_woorden


def test_een_dag_leest_met_weekdag():
    assert dag_in_woorden(date(2027, 5, 14)) == "vr 14 mei 2027"
    assert dag_in_woorden(date(2026, 8, 31)) == "ma 31 augustus 2026"


@pytest.mark.parametrize(
    ("maanden", "dagen", "woorden"),
    [
        (10, 17, "10 maanden en 17 dagen"),
        (10, 0, "10 maanden"),
        (1, 1, "1 maand en 1 dag"),
        (0, 3, "3 dagen"),
        (0, 0, "0 dagen"),
    ],
)
def test_een_duur_in_woorden(maanden, dagen, woorden):
    assert duur_in_woorden(maanden, dagen) == woorden


def test_enkelvoud_alleen_bij_een():
    assert [aantal(n, "dag", "dagen") for n in (0, 1, 2)] == ["0 dagen", "1 dag", "2 dagen"]
