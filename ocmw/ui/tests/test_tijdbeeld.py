"""The picture of time: right places, nothing over the edge, the same words for who cannot see it."""

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.kalender.maanden import laatste_dag_na_maanden
from ocmw.ui.tijdbeeld import LAGEN, Beeldmaat, Teken, Tijdbeeld, punt
from ocmw.ui.tijdtekening import BREED, MARGE, SMAL, teken

START = date(2025, 3, 1)
EINDE = date(2027, 2, 28)
SVG = "{http://www.w3.org/2000/svg}"


def werk(van, tot, label="Art.60", soort="werk"):
    return Teken("werk", soort, van, tot, label, adres="#")


def beeld(*tekens, op=date(2026, 3, 1), maat=Beeldmaat.KOP):
    return Tijdbeeld(maat, START, EINDE, op, tekens)


def boom(tekening):
    return ET.fromstring(tekening.svg())


def een(wortel, klasse):
    return wortel.find(f".//*[@class='{klasse}']")


def test_het_venster_vult_het_beeld_en_vandaag_staat_halverwege():
    wortel = boom(teken(beeld()))
    grond = een(wortel, "band-grond")
    assert float(grond.get("x")) == MARGE
    assert float(grond.get("width")) == BREED - 2 * MARGE
    assert float(een(wortel, "band-vandaag").get("x1")) == pytest.approx(BREED / 2, abs=1)
    assert een(wortel, "band-over") is None
    woorden = [t.text for t in wortel.iter(f"{SVG}text")]
    assert woorden[:5] == ["start", "6 maanden", "12 maanden", "18 maanden", "24 maanden"]


@pytest.mark.parametrize("op", [START - timedelta(days=1), EINDE + timedelta(days=1)])
def test_buiten_het_beeld_is_er_geen_vandaag(op):
    assert een(boom(teken(beeld(op=op))), "band-vandaag") is None


def test_een_contract_dat_uitloopt_rekt_het_beeld():
    over = een(boom(teken(beeld(werk(date(2026, 6, 1), date(2027, 6, 1))))), "band-over")
    assert float(over.get("width")) > 50


def test_de_woorden_wijken_voor_een_onderbreking():
    tekens = (
        werk(START, EINDE + timedelta(days=1), "Art.60 in de kringwinkel"),
        werk(date(2026, 1, 1), date(2026, 3, 1), "Onderbreking", "onderbreking"),
    )
    wortel = boom(teken(beeld(*tekens, op=EINDE + timedelta(days=9))))
    woord, stil = een(wortel, "op-werk"), een(wortel, "band-onderbreking")
    assert float(woord.get("x")) > float(stil.get("x")) + float(stil.get("width"))


def test_een_kort_blok_zwijgt_maar_wordt_gelezen():
    tekening = teken(beeld(werk(START, START + timedelta(days=10), "Art.60 in de kringwinkel")))
    assert een(boom(tekening), "op-werk") is None
    assert "Art.60 in de kringwinkel: van za 1 mrt 2025 tot en met ma 10 mrt 2025" in tekening.grepen_svg()


def test_de_tekst_zegt_wat_het_beeld_toont():
    alt = beeld(werk(date(2025, 4, 1), date(2026, 5, 1))).alt
    assert "van za 1 maart 2025 tot en met zo 28 februari 2027" in alt
    assert "Art.60 van di 1 apr 2025 tot en met do 30 apr 2026." in alt
    assert "Nog 12 maanden" in alt
    assert "geëindigd" in beeld(op=EINDE + timedelta(days=5)).alt
    assert "De start is over 5 dagen." in beeld(op=START - timedelta(days=5)).alt


def test_elke_maat_toont_wat_er_past():
    tekens = (
        werk(START, date(2026, 5, 1)),
        Teken("uren", "uren", START, date(2026, 5, 1), "38 u", adres="#"),
        punt("komt", "mijlpaal", EINDE, "Einde", adres="#"),
    )
    aantal = {maat: len(beeld(*tekens, maat=maat).in_beeld) for maat in Beeldmaat}
    assert aantal == {Beeldmaat.RIJ: 1, Beeldmaat.KOP: 2, Beeldmaat.VOL: 3}
    assert [teken(beeld(*tekens, maat=maat)).hoogte for maat in Beeldmaat] == [16, 72, 220]
    assert "Uren" in teken(beeld(*tekens, maat=Beeldmaat.VOL)).svg()
    assert "Gesprekken" not in teken(beeld(*tekens, maat=Beeldmaat.VOL)).svg()  # a lane with nothing in it says nothing


def test_woorden_bij_mijlpalen_staan_nooit_over_elkaar():
    punten = [
        punt("komt", "mijlpaal", EINDE - timedelta(days=n), f"Een lange mijlpaal nummer {n}")
        for n in (0, 250, 260, 500)
    ]
    wortel = boom(teken(beeld(*punten, maat=Beeldmaat.VOL)))
    vakken = []
    for woord in wortel.iter(f"{SVG}text"):
        if "mijlpaal" in woord.text:
            x, breed = float(woord.get("x")), len(woord.text) * 6.3
            vakken.append((x - breed, x) if woord.get("text-anchor") == "end" else (x, x + breed))
    vakken.sort()
    assert len(vakken) >= 2
    assert all(een[1] <= ander[0] for een, ander in pairwise(vakken))


def test_wat_een_mens_typte_wordt_geen_opmaak():
    tekening = teken(beeld(werk(START, EINDE, "Art.60 <b>kringwinkel</b>")))
    assert "<b>" not in tekening.svg() + tekening.grepen_svg()


@given(
    st.dates(date(2015, 1, 1), date(2035, 1, 1)),
    st.lists(st.tuples(st.integers(-200, 900), st.integers(1, 900), st.sampled_from(list(LAGEN)), st.booleans()), max_size=8),
    st.integers(-100, 900),
    st.sampled_from(list(Beeldmaat)),
    st.booleans(),
)  # fmt: skip
def test_niets_valt_buiten_het_beeld(start, rijen, op, maat, smal):
    tekens = tuple(
        punt(laag, "gepland", start + timedelta(days=van), "Iets", adres="#")
        if is_punt
        else Teken(laag, "werk", start + timedelta(days=van), start + timedelta(days=van + duur), "Iets", adres="#")
        for van, duur, laag, is_punt in rijen
    )
    gevuld = Tijdbeeld(maat, start, laatste_dag_na_maanden(start, 24), start + timedelta(days=op), tekens)
    tekening = teken(gevuld, smal=smal)
    breed = SMAL if smal and maat != Beeldmaat.RIJ else BREED
    for rechthoek in boom(tekening).iter(f"{SVG}rect"):
        x, w = float(rechthoek.get("x")), float(rechthoek.get("width"))
        y, h = float(rechthoek.get("y")), float(rechthoek.get("height"))
        assert x >= 0
        assert x + w <= breed
        assert 0 <= y <= y + h <= int(maat)
    assert len(tekening.grepen) == len(gevuld.in_beeld) == len(gevuld.rijen)


def test_de_svg_is_leesbaar_zonder_opmaak_van_de_pagina():
    """WeasyPrint knows no page CSS in an SVG; links and handlers lie outside the group."""
    tekens = (werk(START, date(2026, 2, 1)), punt("evaluatie", "gepland", date(2026, 1, 5), "Evaluatie", adres="/x/"))
    tekening = teken(beeld(*tekens, maat=Beeldmaat.VOL))
    wortel = boom(tekening)
    assert wortel.find(f"{SVG}title").text.startswith("De 24 maanden lopen")
    assert not re.search(r"var\(|style=|href|tabindex|<a ", tekening.svg())
    for element in wortel.iter():
        if element.tag in {f"{SVG}rect", f"{SVG}text", f"{SVG}circle"}:
            assert element.get("fill"), ET.tostring(element)
