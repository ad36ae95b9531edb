from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.kalender.schoolvakanties import is_schoolvakantie, schooljaar_van, schoolvakanties
from ocmw.kalender.werkdagen import is_feestdag

GEPUBLICEERD = {
    # I17: the published dates of 2025-26; W12.74: the next two years.
    2025: ["2025-10-27/2025-11-02", "2025-12-22/2026-01-04", "2026-02-16/2026-02-22", "2026-04-06/2026-04-19"],
    2026: ["2026-11-02/2026-11-08", "2026-12-21/2027-01-03", "2027-02-08/2027-02-14", "2027-03-29/2027-04-11"],
    2027: ["2027-11-01/2027-11-07", "2027-12-27/2028-01-09", "2028-02-28/2028-03-05", "2028-04-03/2028-04-16"],
}


@pytest.mark.parametrize(("schooljaar", "verwacht"), GEPUBLICEERD.items())
def test_vakanties_zijn_de_gepubliceerde(schooljaar, verwacht):
    vakanties = schoolvakanties(schooljaar)
    assert [f"{v.van}/{v.tot_en_met}" for v in vakanties[:4]] == verwacht
    assert (vakanties[4].van, vakanties[4].tot_en_met) == (date(schooljaar + 1, 7, 1), date(schooljaar + 1, 8, 31))


def test_paasmaandag_na_een_late_pasen_is_vrij():
    assert is_feestdag(date(2028, 4, 17))
    assert not is_schoolvakantie(date(2028, 4, 17))


@given(st.integers(1990, 2100))
def test_vakanties_volgen_op_elkaar_in_hele_weken(schooljaar):
    vakanties = schoolvakanties(schooljaar)
    for vakantie in vakanties[:4]:
        assert (vakantie.van.weekday(), vakantie.tot_en_met.weekday()) == (0, 6)
        assert schooljaar_van(vakantie.van) == schooljaar
    for vorige, volgende in pairwise(vakanties):
        assert vorige.tot_en_met < volgende.van
    assert date(schooljaar, 12, 25) in vakanties[1] or date(schooljaar, 12, 25).weekday() >= 5
    assert date(schooljaar, 11, 1) in vakanties[0] or date(schooljaar, 11, 1).weekday() == 6


def test_juli_hoort_bij_het_schooljaar_ervoor():
    assert is_schoolvakantie(date(2027, 7, 1))
    assert is_schoolvakantie(date(2027, 8, 31))
    assert not is_schoolvakantie(date(2027, 9, 1))
    assert not is_schoolvakantie(date(2027, 6, 30))
    assert schooljaar_van(date(2027, 7, 1) - timedelta(days=1)) == 2026
