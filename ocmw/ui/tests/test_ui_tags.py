"""Days as people say them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ocmw.kalender.woorden import afstand, korte_dag, te_laat
from ocmw.ui.templatetags import ui

OP = date(2027, 5, 2)


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (OP, "vandaag"),
        (date(2027, 5, 3), "morgen"),
        (date(2027, 5, 1), "gisteren"),
        (date(2027, 5, 14), "over 12 dagen"),
        (date(2027, 4, 30), "2 dagen geleden"),
        (date(2027, 8, 2), "over 92 dagen"),
        (date(2027, 8, 3), "over 3 maanden"),
        (date(2028, 5, 1), "over 11 maanden"),
        (date(2029, 5, 1), "over 23 maanden"),
        (date(2029, 5, 2), "over 2 jaar"),
        (date(2026, 1, 31), "15 maanden geleden"),
    ],
)
def test_afstand(dag, zin):
    assert afstand(dag, OP) == zin


def test_de_laatste_dag_van_de_maand_telt_als_volle_maand():
    assert afstand(date(2028, 2, 29), date(2027, 10, 31)) == "over 4 maanden"
    assert afstand(date(2028, 2, 28), date(2027, 10, 31)) == "over 3 maanden"


def test_te_laat_is_leeg_op_de_dag_zelf():
    assert te_laat(OP, OP) == ""
    assert te_laat(OP - timedelta(days=1), OP) == "1 dag te laat"


def test_korte_dag():
    assert korte_dag(date(2027, 9, 14)) == "di 14 sep 2027"


@pytest.fixture
def op_2_mei(monkeypatch):
    monkeypatch.setattr(ui, "vandaag", lambda: OP)


def test_dag_zegt_weekdag_en_afstand(op_2_mei):
    html = ui.dag(date(2027, 5, 14))
    assert 'datetime="2027-05-14"' in html
    assert "vr 14 mei 2027" in html
    assert "(over 12 dagen)" in html


@pytest.mark.parametrize("filter_", [ui.dag, ui.kortedag, ui.over_dagen, ui.te_laat, ui.termijnstatus, ui.moment])
def test_zonder_datum_blijft_het_leeg(filter_):
    assert filter_(None) == ""


def test_een_moment_is_een_dag_in_belgie(op_2_mei):
    net_na_middernacht = datetime(2027, 5, 1, 22, 30, tzinfo=UTC)
    assert ui.over_dagen(net_na_middernacht) == "vandaag"
    assert "zo 2 mei 2027 om 00:30" in ui.moment(net_na_middernacht)


@pytest.mark.parametrize(
    ("dagen", "code", "woord"),
    [(-3, "te_laat", "3 dagen te laat"), (0, "vandaag", "vandaag"), (7, "binnenkort", "over 7 dagen"), (8, "gepland", "over 8")],
)  # fmt: skip
def test_termijnstatus_en_badge(op_2_mei, dagen, code, woord):
    dag = OP + timedelta(days=dagen)
    assert ui.termijnstatus(dag) == code
    assert woord in ui.termijnbadge(dag)


@pytest.mark.parametrize("code", ui.STATUSSEN)
def test_elke_status_heeft_woord_icoon_en_kleur(code):
    html = ui.status(code)
    assert 'class="status status-' in html
    assert 'class="bi bi-' in html
    assert ui.STATUSSEN[code][0] in html


def test_een_status_ontsnapt_zijn_tekst():
    assert "<b>" not in ui.status("klaar", "<b>vet</b>")
