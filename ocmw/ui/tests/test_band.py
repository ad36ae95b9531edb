"""The picture of 24 months: right places, nothing over the edge, the same words for who cannot see it."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from ocmw.kalender.maanden import laatste_dag_na_maanden
from ocmw.ui.band import BREEDTE, MARGE, Mijlpaal, Periode, band

START = date(2025, 3, 1)
EINDE = date(2027, 2, 28)
SVG = "{http://www.w3.org/2000/svg}"


def beeld(*periodes, op=date(2026, 3, 1), mijlpalen=()):
    return band(START, EINDE, op=op, periodes=periodes, mijlpalen=mijlpalen)


def test_het_venster_vult_het_beeld():
    leeg = beeld()
    assert leeg.grond_x == MARGE
    assert leeg.grond_breedte == BREEDTE - 2 * MARGE
    assert [streep.tekst for streep in leeg.strepen if streep.tekst] == ["start", "6 maanden", "12 maanden", "18 maanden", "24 maanden"]  # fmt: skip
    assert leeg.grens is None


def test_vandaag_staat_halverwege_en_buiten_het_venster_niet():
    assert beeld(op=date(2026, 3, 1)).vandaag == pytest.approx(BREEDTE / 2, abs=1)
    assert beeld(op=START - timedelta(days=1)).vandaag is None
    assert beeld(op=EINDE + timedelta(days=1)).vandaag is None


def test_een_contract_dat_uitloopt_rekt_het_beeld():
    uitloop = beeld(Periode(date(2026, 6, 1), date(2027, 6, 1), "werk", "Art.60"))
    assert uitloop.grens is not None
    assert uitloop.uitloop > 50
    assert uitloop.grond_x + uitloop.grond_breedte == pytest.approx(uitloop.grens, abs=0.2)


def test_de_woorden_wijken_voor_een_onderbreking():
    werk = Periode(START, EINDE + timedelta(days=1), "werk", "Art.60 in de kringwinkel")
    ziek = Periode(date(2026, 1, 1), date(2026, 3, 1), "onderbreking", "Ziekte")
    blokken = beeld(werk, ziek, op=EINDE + timedelta(days=9)).blokken
    assert blokken[0].tekst == "Art.60 in de kringwinkel"
    assert blokken[0].midden > blokken[1].x + blokken[1].breedte
    assert blokken[1].arcering.startswith("M")


def test_een_kort_blok_zwijgt_maar_heeft_een_titel():
    blok = beeld(Periode(START, START + timedelta(days=10), "werk", "Art.60 in de kringwinkel")).blokken[0]
    assert blok.tekst == ""
    assert blok.titel == "Art.60 in de kringwinkel: van za 1 mrt 2025 tot en met ma 10 mrt 2025"


def test_mijlpalen_staan_niet_over_elkaar():
    punten = [Mijlpaal(date(2026, 5, 1) + timedelta(days=5 * n), f"Evaluatie {n}") for n in range(4)]
    vlaggen = beeld(mijlpalen=punten).mijlpalen
    assert len({vlag.regel_y for vlag in vlaggen}) == 4
    laatste = beeld(mijlpalen=[Mijlpaal(EINDE, "Laatste dag van de 24 maanden")]).mijlpalen[0]
    assert laatste.anker == "end"


def test_de_tekst_zegt_wat_het_beeld_toont():
    werk = Periode(date(2025, 4, 1), date(2026, 5, 1), "werk", "Art.60")
    alt = beeld(werk, op=date(2026, 3, 1)).alt
    assert "van za 1 maart 2025 tot en met zo 28 februari 2027" in alt
    assert "Art.60 van di 1 apr 2025 tot en met do 30 apr 2026." in alt
    assert "Nog 12 maanden" in alt
    assert "geëindigd" in beeld(op=EINDE + timedelta(days=5)).alt
    assert "De start is over 5 dagen." in beeld(op=START - timedelta(days=5)).alt


@given(
    st.dates(date(2015, 1, 1), date(2035, 1, 1)),
    st.lists(st.tuples(st.integers(-200, 900), st.integers(1, 900), st.sampled_from(["werk", "nazorg", "onderbreking"])), max_size=6),
    st.integers(-100, 900),
)  # fmt: skip
def test_niets_valt_buiten_het_beeld(start, rijen, op):
    periodes = [
        Periode(start + timedelta(days=van), start + timedelta(days=van + duur), soort, "Iets")
        for van, duur, soort in rijen
    ]
    getekend = band(
        start,
        laatste_dag_na_maanden(start, 24),
        op=start + timedelta(days=op),
        periodes=periodes,
        mijlpalen=[Mijlpaal(p.van, "Begin") for p in periodes],
    )
    for blok in getekend.blokken:
        assert blok.x >= MARGE
        assert blok.x + blok.breedte <= BREEDTE - MARGE + 2  # a block is at least 2 wide
    for vlag in getekend.mijlpalen:
        assert MARGE <= vlag.x <= BREEDTE - MARGE
        assert vlag.tekst_y < getekend.hoogte


def test_de_svg_is_leesbaar_zonder_opmaak_van_de_pagina():
    periodes = [Periode(START, date(2026, 2, 1), "werk", "Art.60 <kringwinkel>"), Periode(date(2025, 9, 1), date(2025, 10, 1), "onderbreking", "Ziekte")]  # fmt: skip
    svg = render_to_string(
        "components/_band24_svg.html", {"band": beeld(*periodes, mijlpalen=[Mijlpaal(EINDE, "Einde")])}
    )
    wortel = ET.fromstring(svg.strip())
    assert wortel.get("aria-label").startswith("De 24 maanden lopen")
    assert "var(" not in svg
    assert "style=" not in svg
    for element in wortel.iter():
        if element.tag in {f"{SVG}rect", f"{SVG}text"}:
            assert element.get("fill"), ET.tostring(element)
