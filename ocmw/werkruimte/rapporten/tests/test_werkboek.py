"""A workbook holds text, numbers and dates: never a formula, never a link, and every text comes back as it went in."""

import io
import re
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocmw.werkruimte.rapporten.rapport import Celsoort, Rapport, Rapporttabel, Sectie, Tabelkolom
from ocmw.werkruimte.rapporten.templatetags.rapport import cel
from ocmw.werkruimte.rapporten.tests.voorbeeld import MOMENT, NAMEN, voorbeeld
from ocmw.werkruimte.rapporten.werkboek import rapport_als_xlsx

GEVAAR = [
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
    "'",
    '"',
    "http://",
    "mailto:",
    "=HYPERLINK(",
    "_x000D_",
]
teksten = st.builds(
    "".join,
    st.lists(st.sampled_from(GEVAAR) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=5),
)


TWEE = (Tabelkolom("A"), Tabelkolom("B"))


def _rapport(rijen, kolommen=TWEE) -> Rapport:
    return Rapport("T", "O", "X", "P", "An", MOMENT, (Sectie("Blad", (Rapporttabel(kolommen, tuple(rijen)),)),))


def _cellen(inhoud: bytes) -> list[list]:
    blad = openpyxl.load_workbook(io.BytesIO(inhoud))["Blad"]
    return [[cel.value for cel in rij] for rij in blad.iter_rows(min_row=4)]


NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _teksten(boek: zipfile.ZipFile) -> list[str]:
    """The text cells of the second sheet, read from the XML itself (openpyxl leaves `_x000D_` half decoded)."""
    strings = [
        re.sub(r"_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), "".join(t.text or "" for t in si.iter(f"{NS}t")))
        for si in ElementTree.fromstring(boek.read("xl/sharedStrings.xml"))
    ]
    blad = ElementTree.fromstring(boek.read("xl/worksheets/sheet2.xml"))
    cellen = [cel for cel in blad.iter(f"{NS}c") if int(re.sub(r"\D", "", cel.get("r"))) > 3]
    return [strings[int(cel.find(f"{NS}v").text)] if cel.find(f"{NS}v") is not None else "" for cel in cellen]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(teksten, teksten), min_size=1, max_size=10))
def test_elke_tekst_komt_terug_zoals_hij_was(rijen):
    with zipfile.ZipFile(io.BytesIO(rapport_als_xlsx(_rapport(rijen)))) as boek:
        assert _teksten(boek) == [cel for rij in rijen for cel in rij]
        for naam in boek.namelist():
            assert not re.search(rb"<f[ >]|<hyperlink", boek.read(naam))
        assert not [naam for naam in boek.namelist() if "externalLink" in naam or "vba" in naam.lower()]


def test_getallen_en_datums_zijn_echte_waarden():
    kolommen = (
        Tabelkolom("A"),
        Tabelkolom("B", Celsoort.DATUM),
        Tabelkolom("C", Celsoort.GETAL),
        Tabelkolom("D", Celsoort.AANDEEL),
    )
    rij = _cellen(rapport_als_xlsx(_rapport([("a", date(2026, 3, 9), 12.5, 0.25)], kolommen)))[0]
    assert rij == ["a", datetime(2026, 3, 9), 12.5, 0.25]


def test_een_tekst_die_te_lang_is_voor_excel_gaat_verder_op_de_volgende_rij():
    lang = "x" * 70_000
    rijen = _cellen(rapport_als_xlsx(_rapport([("a", lang), ("b", "kort")])))
    assert "".join(rij[1] for rij in rijen[:3]) == lang
    assert rijen[3][:2] == ["b", "kort"]


def test_namen_van_bladen_mogen_alles_zijn():
    titels = ["a/b:[c]?*\\", "a/b:[c]?*\\", "'" * 40, "z" * 80, "Z" * 80, ""]
    secties = tuple(Sectie(titel, ()) for titel in titels)
    namen = openpyxl.load_workbook(io.BytesIO(rapport_als_xlsx(voorbeeld(secties=secties)))).sheetnames
    assert len(namen) == len(titels) + 1
    assert all(0 < len(naam) <= 31 and not re.search(r"[\[\]:*?/\\]", naam) for naam in namen)


def test_het_boek_zegt_hetzelfde_als_de_pagina():
    boek = openpyxl.load_workbook(io.BytesIO(rapport_als_xlsx(voorbeeld())))
    alles = "\n".join(
        str(cel.value) for blad in boek for rij in blad.iter_rows() for cel in rij if cel.value is not None
    )
    for nodig in (
        *NAMEN,
        "Uitstroom",
        "1 januari tot en met 31 maart 2026",
        "Dit deel staat er niet in.",
        "Geen gegevens.",
    ):
        assert nodig in alles, nodig


@pytest.mark.parametrize(
    ("deel", "geheel", "tekst"), [(42, 74, "56,8 %"), (1, 6, "16,7 %"), (1, 2, "50,0 %"), (1, 1, "100,0 %")]
)
def test_een_aandeel_leest_op_bladzijde_en_pdf_als_in_het_rekenblad(deel, geheel, tekst):
    """Page and PDF are made of the same filter; the workbook holds the number itself and Excel rounds it."""
    kolom = Tabelkolom("Aandeel", Celsoort.AANDEEL)
    assert cel(deel / geheel, kolom) == tekst
    inhoud = rapport_als_xlsx(_rapport([("x", deel / geheel)], (Tabelkolom("A"), kolom)))
    gelezen = _cellen(inhoud)[-1][1]
    assert f"{gelezen:.1%}".replace(".", ",").replace("%", " %") == tekst
