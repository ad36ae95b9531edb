from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.kalender.maanden import (
    EEN_DAG,
    Duur,
    Kwartaal,
    kwartaal,
    laatste_dag_na_maanden,
    laatste_dag_van_maand,
    leeftijd,
    maanden_en_dagen,
    plus_maanden,
)
from ocmw.kalender.tests import orakel

dagen = st.dates(date(1900, 1, 1), date(2150, 12, 31))
aantallen = st.integers(1, 600)


def d(tekst: str) -> date:
    return date.fromisoformat(tekst)


@pytest.mark.parametrize(
    ("start", "maanden", "laatste"),
    [
        ("2024-09-01", 24, "2026-08-31"),  # W1.1
        ("2025-01-15", 24, "2027-01-14"),  # W1.2
        ("2025-08-31", 24, "2027-08-30"),  # W1.4
        ("2024-09-01", 2, "2024-10-31"),
        ("2025-08-31", 2, "2025-10-30"),
        ("2024-02-29", 24, "2026-02-27"),
        ("2026-09-01", 6, "2027-02-28"),  # W6.32
        ("2026-08-31", 6, "2027-02-27"),
        ("2026-01-15", 6, "2026-07-14"),
        ("2026-02-10", 12, "2027-02-09"),  # W9.58
        ("2026-02-01", 12, "2027-01-31"),  # W9.61
        ("2026-10-15", 12, "2027-10-14"),  # W5.26
    ],
)
def test_laatste_dag_van_een_venster(start, maanden, laatste):
    assert laatste_dag_na_maanden(d(start), maanden) == d(laatste)


@pytest.mark.parametrize(
    ("start", "maanden", "dag"),
    [
        ("2025-08-31", 2, "2025-10-31"),  # W1.4: the boundary itself
        ("2025-11-30", 3, "2026-02-28"),  # W9.56
        ("2026-02-10", 4, "2026-06-10"),  # W9.58
        ("2026-02-10", 8, "2026-10-10"),
        ("2026-04-01", 7, "2026-11-01"),  # W10.64
        ("2026-04-01", 23, "2028-03-01"),
        ("2026-09-15", 6, "2027-03-15"),  # W11.67
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-09-15", 24, "2028-09-15"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_plus_maanden(start, maanden, dag):
    assert plus_maanden(d(start), maanden) == d(dag)


@pytest.mark.parametrize(
    ("van", "tot_en_met", "duur"),
    [
        ("2025-10-15", "2026-08-31", Duur(10, 17, 321)),  # W2.6
        ("2026-05-01", "2027-02-28", Duur(10, 0, 304)),  # W2.8
        ("2028-01-01", "2027-12-31", Duur(0, 0, 0)),  # W2.9: empty
        ("2025-01-31", "2025-02-27", Duur(1, 0, 28)),
        ("2025-01-31", "2025-02-28", Duur(1, 1, 29)),
        ("2025-01-01", "2025-01-01", Duur(0, 1, 1)),
        ("2025-06-01", "2025-01-01", Duur(0, 0, 0)),
    ],
)
def test_maanden_en_dagen(van, tot_en_met, duur):
    assert maanden_en_dagen(d(van), d(tot_en_met)) == duur


@given(dagen, st.integers(-600, 600))
def test_plus_maanden_zoals_het_orakel(dag, aantal):
    assert plus_maanden(dag, aantal) == orakel.plus_maanden(dag, aantal)


@given(dagen, st.integers(0, 1500))
def test_maanden_en_dagen_zoals_het_orakel(van, lengte):
    tot_en_met = van + lengte * EEN_DAG
    duur = maanden_en_dagen(van, tot_en_met)
    assert (duur.maanden, duur.dagen, duur.totaal_dagen) == orakel.maanden_en_dagen(van, tot_en_met)


@given(dagen, aantallen)
def test_een_venster_duurt_precies_zijn_maanden(start, aantal):
    """T7 and W2 are each other's inverse: a window of n months counts n months and no days."""
    laatste = laatste_dag_na_maanden(start, aantal)
    assert maanden_en_dagen(start, laatste) == Duur(aantal, 0, (laatste - start).days + 1)


@given(dagen, aantallen)
def test_een_latere_start_eindigt_niet_vroeger(start, aantal):
    assert laatste_dag_na_maanden(start + EEN_DAG, aantal) >= laatste_dag_na_maanden(start, aantal)


def test_een_venster_telt_minstens_een_maand():
    with pytest.raises(ValueError, match="minstens"):
        laatste_dag_na_maanden(date(2026, 1, 1), 0)


@pytest.mark.parametrize(("dag", "maanden"), [(date(9999, 12, 31), 1), (date(1, 1, 1), -1)])
def test_buiten_de_kalender_is_een_overloop(dag, maanden):
    with pytest.raises(OverflowError):
        plus_maanden(dag, maanden)


@pytest.mark.parametrize(
    ("geboren", "op", "jaren"),
    [
        ("1990-02-01", "2026-01-31", 35),  # W4.14
        ("1990-02-01", "2026-02-01", 36),  # W4.15: the birthday counts
        ("1975-06-15", "2025-06-14", 49),  # W4.17
        ("1960-01-01", "2026-09-01", 66),  # W4.19
        ("1990-02-01", "2026-01-25", 35),  # W4.20: days / 365 would say 36
        ("2004-02-29", "2025-02-27", 20),
        ("2004-02-29", "2025-02-28", 21),
        ("2026-01-01", "2026-01-01", 0),
    ],
)
def test_leeftijd_in_voltooide_jaren(geboren, op, jaren):
    assert leeftijd(d(geboren), d(op)) == jaren


@given(dagen, st.integers(0, 40000))
def test_leeftijd_zoals_het_orakel(geboren, lengte):
    op = geboren + lengte * EEN_DAG
    assert leeftijd(geboren, op) == orakel.leeftijd(geboren, op)


def test_leeftijd_voor_de_geboorte_bestaat_niet():
    with pytest.raises(ValueError, match="geboorte"):
        leeftijd(date(2026, 1, 2), date(2026, 1, 1))


@given(dagen)
def test_laatste_dag_van_maand(dag):
    laatste = laatste_dag_van_maand(dag)
    assert (laatste.month, (laatste + EEN_DAG).day) == (dag.month, 1)


@given(dagen)
def test_elke_dag_valt_in_zijn_kwartaal(dag):
    kw = kwartaal(dag)
    assert kw.eerste_dag <= dag <= kw.laatste_dag
    assert kw.eerste_dag == plus_maanden(kw.laatste_dag + EEN_DAG, -3)


def test_kwartaal_leest_als_tekst():
    assert str(Kwartaal(2026, 4)) == "4e kwartaal 2026"
    assert (Kwartaal(2026, 1).eerste_dag, Kwartaal(2026, 1).laatste_dag) == (date(2026, 1, 1), date(2026, 3, 31))
    assert Kwartaal(2025, 4) < Kwartaal(2026, 1)
