"""Worked examples W4 and W5 of the domain rules, and the edges around them."""

from datetime import date
from decimal import Decimal

import pytest

from tewerkstelling.rechtenteller.rva import contract_einde, dagen_uit_prestaties, rva_toelating

VOOR_MAART_2026 = [
    {"tot_leeftijd": 36, "dagen": 312, "maanden": 21},
    {"tot_leeftijd": 50, "dagen": 468, "maanden": 33},
    {"tot_leeftijd": None, "dagen": 624, "maanden": 42},
]
VANAF_MAART_2026 = [{"tot_leeftijd": None, "dagen": 312, "maanden": 36}]


@pytest.mark.parametrize(
    ("geboren", "aanvraag", "regel", "verwacht"),
    [
        (date(1990, 2, 1), date(2026, 1, 31), VOOR_MAART_2026, (312, 21, date(2024, 4, 30), date(2026, 1, 30), 35)),
        (date(1990, 2, 1), date(2026, 2, 1), VOOR_MAART_2026, (468, 33, date(2023, 5, 1), date(2026, 1, 31), 36)),
        (date(1975, 6, 15), date(2025, 6, 14), VOOR_MAART_2026, (468, 33, date(2022, 9, 14), date(2025, 6, 13), 49)),
        (date(1975, 6, 15), date(2025, 6, 15), VOOR_MAART_2026, (624, 42, date(2021, 12, 15), date(2025, 6, 14), 50)),
        (date(1960, 1, 1), date(2026, 9, 1), VANAF_MAART_2026, (312, 36, date(2023, 9, 1), date(2026, 8, 31), 66)),
    ],
)
def test_hoeveel_dagen_in_welke_periode(geboren, aanvraag, regel, verwacht):
    uit = rva_toelating(geboortedatum=geboren, aanvraag=aanvraag, regel=regel)
    assert (uit.dagen, uit.maanden, uit.referte_van, uit.referte_tot, uit.leeftijd) == verwacht


def test_de_leeftijd_is_geen_deling_door_365():
    """Example 20: 25 January 2026 is 13,142 days after the birth, yet the person is 35."""
    uit = rva_toelating(geboortedatum=date(1990, 2, 1), aanvraag=date(2026, 1, 25), regel=VOOR_MAART_2026)
    assert uit.leeftijd == 35


def test_verlenging_schuift_alleen_het_begin():
    gewoon = rva_toelating(geboortedatum=date(1980, 1, 1), aanvraag=date(2026, 9, 1), regel=VANAF_MAART_2026)
    langer = rva_toelating(
        geboortedatum=date(1980, 1, 1), aanvraag=date(2026, 9, 1), regel=VANAF_MAART_2026, verlengingsdagen=45
    )
    assert (gewoon.referte_van - langer.referte_van).days == 45
    assert gewoon.referte_tot == langer.referte_tot


@pytest.mark.parametrize(("dagen", "maanden"), [(312, 12), (468, 18), (624, 24)])
def test_voltijds_is_een_maand_26_dagen(dagen, maanden):
    assert contract_einde(start=date(2026, 4, 1), dagen=dagen).maanden == maanden


@pytest.mark.parametrize(
    ("start", "laatste"), [(date(2026, 4, 1), date(2027, 3, 31)), (date(2026, 10, 15), date(2027, 10, 14))]
)
def test_312_dagen_zijn_geen_312_kalenderdagen(start, laatste):
    assert contract_einde(start=start, dagen=312).laatste_dag == laatste


def test_deeltijdse_toelating_telt_halve_dagen():
    uit = contract_einde(start=date(2026, 4, 1), dagen=312, uren=Decimal(19), halve_dagen=True)
    assert (uit.laatste_dag, uit.maanden) == (date(2027, 3, 30), 12)


def test_wat_al_gepresteerd_is_gaat_eraf():
    assert contract_einde(start=date(2026, 4, 1), dagen=312, al_gepresteerd=Decimal(100)).maanden == Decimal("8.15")


def test_onderbroken_werk_telt_om_naar_zes_dagen():
    assert dagen_uit_prestaties(gewerkte_dagen=Decimal(30), dagen_per_week=Decimal(5)) == 36
    assert dagen_uit_prestaties(uren=Decimal(988), voltijds=Decimal(38)) * 2 == 312


@pytest.mark.parametrize("feiten", [{}, {"gewerkte_dagen": Decimal(1)}, {"uren": Decimal(1), "voltijds": Decimal(0)}])
def test_te_weinig_of_onmogelijke_feiten(feiten):
    with pytest.raises(ValueError, match=r"\.$"):
        dagen_uit_prestaties(**feiten)


def test_een_hogere_trap_mag_ook_in_het_oude_stelsel():
    trappen = [
        {"tot_leeftijd": 36, "dagen": 312, "maanden": 21},
        {"tot_leeftijd": 50, "dagen": 468, "maanden": 33},
        {"tot_leeftijd": None, "dagen": 624, "maanden": 42},
    ]
    jong = rva_toelating(geboortedatum=date(1990, 2, 1), aanvraag=date(2026, 1, 31), regel=trappen)
    oud = rva_toelating(geboortedatum=date(1960, 2, 1), aanvraag=date(2026, 1, 31), regel=trappen)
    assert jong.redenen[-1] == "Ook goed: 468 dagen in 33 maanden of 624 dagen in 42 maanden (A10)."
    assert "Ook goed" not in " ".join(oud.redenen)
