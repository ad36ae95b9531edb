"""The TWE window and what is left of it (T5-T7, T13; W1, W2), against a second implementation that counts days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.kalender.tests import orakel
from ocmw.regels.opzoeken import Regelwaarde
from trajecten.twe.venster import OnmogelijkePeriode, nazorgrest, twe_venster

DUUR = Regelwaarde("twe.max_maanden", 24, "decreet", date(2017, 1, 1), None)
TIJDIG = Regelwaarde("twe.tijdig_art60_maanden", 2, "SV 319", date(2017, 1, 1), None)
starts = st.dates(date(2017, 1, 1), date(2100, 12, 31))


def d(tekst: str) -> date:
    return date.fromisoformat(tekst)


def venster(start: date, maanden: int = 24):
    return twe_venster(
        start, duur=Regelwaarde("twe.max_maanden", maanden, "decreet", date(2017, 1, 1), None), tijdig=TIJDIG
    )


@pytest.mark.parametrize(
    ("start", "laatste", "tijdig"),
    [
        ("2024-09-01", "2026-08-31", "2024-10-31"),  # W1.1
        ("2025-01-15", "2027-01-14", "2025-03-14"),  # W1.2
        ("2025-08-31", "2027-08-30", "2025-10-30"),  # W1.4
        ("2024-02-29", "2026-02-27", "2024-04-28"),  # leap day: clamped to 28 February, then minus 1
        ("2025-12-31", "2027-12-30", "2026-02-27"),
    ],
)
def test_het_venster(start, laatste, tijdig):
    v = venster(d(start))
    assert (v.laatste_dag, v.tijdig_art60_tot) == (d(laatste), d(tijdig))


@pytest.mark.parametrize(
    ("start", "einde", "maanden", "dagen", "totaal", "overschreden"),
    [
        ("2024-09-01", "2025-10-14", 10, 17, 321, 0),  # W2.6
        ("2025-03-01", "2026-04-30", 10, 0, 304, 0),  # W2.8
        ("2026-01-01", "2027-12-31", 0, 0, 0, 0),  # W2.9: the same day
        ("2026-01-01", "2028-01-01", 0, 0, 0, 1),
        ("2026-01-01", "2028-03-31", 0, 0, 0, 91),
        ("2026-01-01", "2026-01-01", 23, 30, 729, 0),
    ],
)
def test_wat_er_overblijft(start, einde, maanden, dagen, totaal, overschreden):
    rest = nazorgrest(venster(d(start)), art60_einde=d(einde))
    assert (rest.maanden, rest.dagen, rest.totaal_dagen, rest.overschreden_dagen) == (
        maanden,
        dagen,
        totaal,
        overschreden,
    )


@given(starts, st.integers(1, 60))
def test_venster_zoals_het_orakel(start, maanden):
    v = venster(start, maanden)
    assert v.laatste_dag == orakel.plus_maanden(start, maanden) - timedelta(days=1)
    assert v.tijdig_art60_tot == orakel.plus_maanden(start, 2) - timedelta(days=1)
    assert start in v
    assert v.laatste_dag in v
    assert v.laatste_dag + timedelta(days=1) not in v


@given(starts, st.integers(0, 900))
def test_rest_zoals_het_orakel(start, gelopen):
    v = venster(start)
    einde = start + timedelta(days=gelopen)
    rest = nazorgrest(v, art60_einde=einde)
    assert (rest.maanden, rest.dagen, rest.totaal_dagen) == orakel.maanden_en_dagen(
        einde + timedelta(days=1), v.laatste_dag
    )
    assert rest.overschreden_dagen == max(0, (einde - v.laatste_dag).days)
    # Art.60 and nazorg together fill the window exactly, unless art.60 runs past it.
    assert gelopen + 1 + rest.totaal_dagen - rest.overschreden_dagen == (v.laatste_dag - start).days + 1


@given(starts, st.integers(1, 900))
def test_een_langer_contract_laat_nooit_meer_nazorg(start, gelopen):
    v = venster(start)
    eerder = nazorgrest(v, art60_einde=start + timedelta(days=gelopen - 1))
    later = nazorgrest(v, art60_einde=start + timedelta(days=gelopen))
    assert later.totaal_dagen <= eerder.totaal_dagen


def test_op_tijd_is_tot_en_met_de_laatste_zekere_dag():
    """T13: whether start + 2 months itself counts was not found, so we warn a day earlier."""
    v = venster(date(2024, 9, 1))
    dagen = (date(2024, 8, 31), date(2024, 9, 1), date(2024, 10, 31), date(2024, 11, 1), date(2024, 11, 2))
    assert [v.tijdigheid(dag).value for dag in dagen] == ["niet zeker", "zeker", "zeker", "niet zeker", "te laat"]


def test_de_uitleg_noemt_de_dagen_de_regel_en_de_bron():
    v = venster(date(2024, 9, 1))
    tekst = " ".join(v.redenen)
    for deel in (
        "zo 1 september 2024",
        "24 maanden",
        "ma 31 augustus 2026",
        "bron: decreet",
        "bron: SV 319",
        "niet van art.60",
        "de eerste en de laatste dag tellen mee",
    ):
        assert deel in tekst
    assert "(T" not in tekst
    assert [regel.sleutel for regel in v.regels] == ["twe.max_maanden", "twe.tijdig_art60_maanden"]
    rest = nazorgrest(v, art60_einde=date(2025, 10, 14))
    assert "10 maanden en 17 dagen, samen 321 dagen" in rest.redenen[-1]
    assert rest.in_woorden == "10 maanden en 17 dagen"
    assert "1 dag langer" in nazorgrest(v, art60_einde=date(2026, 9, 1)).redenen[-1]
    assert "op dezelfde dag" in nazorgrest(v, art60_einde=date(2026, 8, 31)).redenen[-1]


def test_art60_kan_niet_eindigen_voor_de_start():
    with pytest.raises(OnmogelijkePeriode, match="Kijk de datums na"):
        nazorgrest(venster(date(2024, 9, 1)), art60_einde=date(2024, 8, 31))
