"""One sentence that says where somebody stands, and the table of dates that move."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.regels.opzoeken import Regelwaarde
from trajecten.twe.beeld import rijbeeld
from trajecten.twe.gevolgen import Contractperiode, Werkfeiten, gevolgen
from trajecten.twe.nazorgstand import Nazorgpunt, nazorgstand
from trajecten.twe.venster import twe_venster

DUUR = Regelwaarde("twe.max_maanden", 24, "decreet", date(2017, 1, 1), None)
TIJDIG = Regelwaarde("twe.tijdig_art60_maanden", 2, "SV 319", date(2017, 1, 1), None)
VENSTER = twe_venster(date(2025, 3, 1), duur=DUUR, tijdig=TIJDIG)  # up to and including 2027-02-28
JAAR = Contractperiode(date(2025, 4, 1), date(2026, 4, 30))


def feiten(*contracten, venster=VENSTER):
    return Werkfeiten(tuple(contracten), venster)


@pytest.mark.parametrize(
    ("stand", "op", "punt", "zin"),
    [
        (feiten(venster=None), "2026-01-01", Nazorgpunt.GEEN_VENSTER, "tellen nog niet"),
        (feiten(JAAR, venster=None), "2026-01-01", Nazorgpunt.GEEN_VENSTER, "tellen nog niet"),
        (feiten(), "2025-02-28", Nazorgpunt.NOG_NIET_GESTART, "start op za 1 maart 2025"),
        (feiten(), "2025-04-30", Nazorgpunt.VOOR_ART60, "zeker op tijd tot en met wo 30 april 2025"),
        (feiten(), "2025-05-01", Nazorgpunt.VOOR_ART60, "Vanaf do 1 mei 2025 is de start niet zeker meer op tijd"),
        (feiten(JAAR), "2025-03-15", Nazorgpunt.VOOR_ART60, "Art.60 start op di 1 april 2025. Dat is op tijd."),
        (feiten(JAAR), "2025-04-01", Nazorgpunt.ART60, "Daarna is er nog 10 maanden nazorg"),
        (feiten(JAAR), "2026-04-30", Nazorgpunt.ART60, "Daarna is er nog 10 maanden nazorg"),
        (feiten(JAAR), "2026-05-01", Nazorgpunt.NAZORG, "Nog 10 maanden nazorg, tot en met zo 28 februari 2027."),
        (feiten(JAAR), "2027-02-28", Nazorgpunt.NAZORG, "Nog 1 dag nazorg"),
        (feiten(JAAR), "2027-03-01", Nazorgpunt.VOORBIJ, "eindigde op zo 28 februari 2027"),
        (
            feiten(Contractperiode(date(2025, 4, 1), None)),
            "2026-01-01",
            Nazorgpunt.ART60,
            "einde is nog niet afgesproken",
        ),
        (
            feiten(Contractperiode(date(2025, 4, 1), date(2027, 3, 31))),
            "2027-03-15",
            Nazorgpunt.ART60,
            "31 dagen langer",
        ),
        (
            feiten(Contractperiode(date(2024, 1, 1), date(2025, 2, 28))),
            "2025-03-10",
            Nazorgpunt.VOOR_ART60,
            "nog geen art.60",
        ),
        (
            feiten(Contractperiode(date(2025, 4, 1), None, art60=False)),
            "2025-04-10",
            Nazorgpunt.VOOR_ART60,
            "nog geen art.60",
        ),
    ],
)
def test_de_stand_in_een_zin(stand, op, punt, zin):
    uitkomst = nazorgstand(stand, op=date.fromisoformat(op))
    assert uitkomst.punt == punt
    assert zin in uitkomst.zin


@given(st.integers(-200, 1200), st.integers(0, 400), st.integers(0, 900))
def test_elke_dag_heeft_een_zin_en_een_beeld(dag, begin, lengte):
    van = VENSTER.start + timedelta(days=begin)
    stand = feiten(Contractperiode(van, van + timedelta(days=lengte)))
    op = VENSTER.start + timedelta(days=dag)
    assert nazorgstand(stand, op=op).zin.endswith(".")
    assert rijbeeld(stand, op=op).alt


def test_zonder_venster_loopt_het_beeld_over_de_contracten():
    beeld = rijbeeld(feiten(JAAR, venster=None), op=date(2026, 1, 1))
    assert (beeld.start, beeld.laatste_dag, beeld.venster) == (JAAR.van, JAAR.laatste_dag, False)
    assert rijbeeld(feiten(venster=None), op=date(2026, 1, 1)) is None


def test_het_beeld_toont_werk_en_nazorg():
    beeld = rijbeeld(feiten(JAAR), op=date(2026, 1, 1))
    assert [rij[0] for rij in beeld.rijen[:2]] == ["Art.60", "Nazorg"]


def test_gevolgen_tonen_wat_verschuift_en_wat_blijft():
    langer = Contractperiode(date(2025, 4, 1), date(2026, 5, 31))
    tabel = {
        g.wat: g for g in gevolgen(feiten(JAAR), feiten(langer), art60_dagen=[30], twe_dagen=[30], op=date(2026, 1, 1))
    }
    assert (tabel["Laatste dag van art.60"].voor, tabel["Laatste dag van art.60"].na) == (
        "do 30 april 2026",
        "zo 31 mei 2026",
    )
    assert tabel["Wat overblijft voor nazorg"].voor.startswith("10 maanden,")
    assert tabel["Wat overblijft voor nazorg"].na.startswith("9 maanden,")
    assert not tabel["Laatste dag van de tijdelijke werkervaring"].verandert
    assert tabel["Termijnen voor het einde van art.60"].na == "vr 1 mei 2026"


def test_een_einde_dat_voorbij_is_heeft_geen_termijnen_meer():
    tabel = gevolgen(feiten(JAAR), feiten(JAAR), art60_dagen=[30], twe_dagen=[30], op=date(2026, 5, 1))
    assert "Termijnen voor het einde van art.60" not in {g.wat for g in tabel}


def test_gevolgen_tonen_wat_verdwijnt():
    tabel = {g.wat: g for g in gevolgen(feiten(JAAR), feiten(), art60_dagen=[30], twe_dagen=[30], op=date(2026, 1, 1))}
    assert tabel["Laatste dag van art.60"].na == ""
    assert tabel["Laatste dag van art.60"].verandert


@given(st.integers(0, 300), st.integers(0, 300))
def test_niets_wijzigen_verschuift_niets(begin, lengte):
    van = VENSTER.start + timedelta(days=begin)
    stand = feiten(Contractperiode(van, van + timedelta(days=lengte)))
    assert not any(
        g.verandert
        for g in gevolgen(stand, stand, art60_dagen=[90, 60, 30], twe_dagen=[90, 60, 30], op=date(2026, 1, 1))
    )
