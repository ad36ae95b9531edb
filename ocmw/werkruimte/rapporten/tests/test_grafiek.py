"""One picture for page and PDF: no style, no script, nothing fetched; its words and its table say the same."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.werkruimte.rapporten.grafiek import Grafiek, Grafieksoort, Reeks

VERBODEN = re.compile(r"<style|<script|\sstyle=|\son\w+=|href|url\(|javascript:", re.I)


def _grafiek(soort, labels, *reeksen):
    return Grafiek("Titel", tuple(labels), tuple(Reeks(f"R{i}", tuple(r)) for i, r in enumerate(reeksen)), soort=soort)


@pytest.mark.parametrize("soort", list(Grafieksoort))
def test_een_pagina_met_strenge_regels_kan_het_beeld_tonen(soort):
    svg = _grafiek(soort, ["a", "b"], [1, 2], [3, 0]).svg()
    assert not VERBODEN.search(svg)
    assert not re.search(r'\sid="', svg)


@given(
    soort=st.sampled_from(list(Grafieksoort)),
    rijen=st.lists(
        st.tuples(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), st.integers(0, 5000)),
        max_size=6,
    ),
)
def test_labels_van_mensen_breken_het_beeld_niet(soort, rijen):
    grafiek = _grafiek(soort, [label for label, _ in rijen], [waarde for _, waarde in rijen])
    boom = ElementTree.fromstring(grafiek.svg())
    assert boom[0].tag.endswith("title")
    assert not VERBODEN.search(re.sub(r">[^<]*<", "><", grafiek.svg()))


def test_het_beeld_heeft_woorden_en_een_tabel():
    grafiek = Grafiek(
        "Termijnen",
        ("An", "Bert"),
        (Reeks("Op tijd", (4, 1)), Reeks("Te laat", (0, 2.5))),
        soort=Grafieksoort.GESTAPELD,
    )
    assert grafiek.alt() == "Termijnen. An: 4 op tijd, 0 te laat; Bert: 1 op tijd, 2,5 te laat."
    assert grafiek.als_beeld().tabel.rijen == (("An", 4, 0), ("Bert", 1, 2.5))
    tekst = "".join(ElementTree.fromstring(grafiek.svg()).itertext())
    assert "An" in tekst
    assert "2,5" in tekst


def test_een_leeg_beeld_zegt_dat_er_niets_is():
    assert "Geen gegevens" in _grafiek(Grafieksoort.STAVEN, [], []).alt()
