from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.kalender.woorden import aandeel, aantal, dag_en_maand, dag_in_woorden, duur_in_woorden, euro, getal, opsomming


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


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (38, 2, "38"),
        (Decimal("28.50"), 2, "28,5"),
        (Fraction(1056, 5), 2, "211,2"),
        (Fraction(2, 3), 2, "0,67"),
        (0.125, 2, "0,13"),
        (2.5, 0, "3"),
        (9999.4, 1, "9999,4"),
        (12345, 2, "12.345"),
        (Decimal("-0.001"), 2, "0"),
        (100, 2, "100"),
        ("1250.5", 2, "1250,5"),
    ],
)
def test_een_getal(waarde, decimalen, tekst):
    assert getal(waarde, decimalen) == tekst


def test_een_getal_met_vaste_decimalen():
    assert [getal(n, vast=True) for n in (450, Decimal("1250.5"))] == ["450,00", "1250,50"]


def test_een_bedrag():
    assert [euro(n) for n in (None, 450, Decimal("7840.5"), 1234567)] == [
        "",
        "€\xa0450",
        "€\xa07.840,50",
        "€\xa01.234.567",
    ]


@pytest.mark.parametrize(
    ("deel", "geheel", "tekst"),
    [(28, 74, "37,8 %"), (6, 74, "8,1 %"), (8, 74, "10,8 %"), (42, 74, "56,8 %"), (1, 6, "16,7 %"), (1, 4, "25,0 %"), (57, 200, "28,5 %")],
)  # fmt: skip
def test_een_aandeel_is_afgerond(deel, geheel, tekst):
    assert aandeel(deel / geheel) == tekst


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_een_aandeel_ligt_nooit_verder_dan_een_halve_tiende(deel, geheel):
    gelezen = Decimal(aandeel(Fraction(deel, geheel)).removesuffix(" %").replace(".", "").replace(",", "."))
    assert abs(Fraction(gelezen) - Fraction(100 * deel, geheel)) <= Fraction(1, 20)


def test_een_opsomming():
    assert [opsomming(delen) for delen in ([], [90], [90, 60], (n for n in (90, 60, 30)))] == ["", "90", "90 en 60", "90, 60 en 30"]  # fmt: skip


def test_dag_en_maand():
    assert dag_en_maand(date(2027, 3, 3)) == "3 maart"
