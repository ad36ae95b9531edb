"""W11: the dates on which we look whether work lasts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.meetmomenten import meetmomenten, uitstroomdag
from ocmw.regels.sleutels import SLEUTELS

MOMENTEN = SLEUTELS["uitstroom.meetmomenten"].begin[0].waarde


def dagen(uitstroom):
    return {m.code: m.dag for m in meetmomenten(uitstroom, MOMENTEN)}


def test_w11_67():
    assert dagen(date(2026, 9, 15)) == {
        "dag-1": date(2026, 9, 16),
        "week-4": date(2026, 10, 13),
        "maand-6": date(2027, 3, 15),
        "maand-12": date(2027, 9, 15),
        "maand-24": date(2028, 9, 15),
    }
    assert dagen(date(2026, 8, 31))["maand-6"] == date(2027, 2, 28)


def test_een_schrikkeljaar_heeft_een_dag_meer():
    assert dagen(date(2027, 8, 31))["maand-6"] == date(2028, 2, 29)


@given(st.dates(date(2017, 1, 1), date(2100, 1, 1)))
def test_de_dagen_komen_na_de_uitstroom_en_in_volgorde(uitstroom):
    rij = [m.dag for m in meetmomenten(uitstroom, MOMENTEN)]
    assert rij == sorted(rij)
    assert rij[0] == uitstroom + timedelta(days=1)
    for dag, maanden in zip(rij[2:], (6, 12, 24), strict=True):
        assert (dag.year * 12 + dag.month) - (uitstroom.year * 12 + uitstroom.month) == maanden
        assert dag.day == uitstroom.day or (dag + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("contract", "twe", "uit"),
    [
        (date(2026, 3, 31), date(2027, 2, 28), date(2027, 2, 28)),  # nazorg runs to the end of the 24 months
        (date(2026, 3, 31), None, date(2026, 3, 31)),
        (date(2027, 5, 31), date(2027, 2, 28), date(2027, 5, 31)),  # month 25 and later (T16)
    ],
)
def test_de_uitstroom_is_het_laatste_einde(contract, twe, uit):
    assert uitstroomdag(contract, twe) == uit
