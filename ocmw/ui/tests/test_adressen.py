"""Sources as people read them: words, and links with a name; no address is spelled out on a page."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from ocmw.ui.adressen import LANGST, leesbaar_adres, stukken
from ocmw.ui.templatetags.ui import met_links

TWEE = "Jobday, https://www.brusselsjobday.be/?p=9744; vanaf 55 jaar: https://accord.info/a/b/uitzondering."


@pytest.mark.parametrize(
    ("adres", "naam"),
    [
        ("https://www.rva.be/nl/documentatie/infoblad/t31", "rva.be/…/t31"),
        ("https://www.brusselsjobday.be/?p=9744", "brusselsjobday.be/?p=9744"),
        ("http://rva.be/t27/", "rva.be/t27"),
        ("https://sodalis.be", "sodalis.be"),
        ("https://docs.vlaamsparlement.be/files/pfile?id=2281810", "docs.vlaamsparlement.be/…/pfile"),
    ],
)
def test_een_adres_heeft_een_naam(adres, naam):
    assert leesbaar_adres(adres) == naam


def test_een_lange_naam_wordt_afgekort():
    naam = leesbaar_adres(
        "https://etaamb.openjustice.be/nl/besluit-van-de-vlaamse-regering-van-23-december-2016_n2017.html"
    )
    assert (len(naam), naam[-1]) == (LANGST, "…")


def test_de_tekst_blijft_en_elk_adres_is_een_link():
    assert [stuk for stuk, adres in stukken(TWEE) if not adres] == ["Jobday, ", "; vanaf 55 jaar: ", "."]
    html = met_links(TWEE)
    assert re.findall(r'href="([^"]+)" rel="noreferrer noopener"', html) == [
        "https://www.brusselsjobday.be/?p=9744", "https://accord.info/a/b/uitzondering",
    ]  # fmt: skip
    assert "https://" not in re.sub(r"<[^>]*>", "", html)


@pytest.mark.parametrize("tekst", ["", "RVA, infoblad T31", "javascript:alert(1)", "ftp://x.be"])
def test_zonder_adres_is_er_geen_link(tekst):
    assert met_links(tekst) == tekst


def test_wat_getypt_is_wordt_geen_opmaak():
    assert "<b>" not in met_links("<b>VDAB</b>, https://vdab.be/<i>")
    assert 'onclick="' not in met_links('https://vdab.be/"onclick="x')


def test_elk_sjabloon_toont_een_bron_met_haar_links():
    kaal = re.compile(r"\{\{\s*[\w.]*\bbron(\.tekst)?(\|default:\"[^\"]*\")?\s*\}\}")
    fout = [
        (str(pad.relative_to(settings.BASE_DIR)), gevonden[0])
        for pad in (Path(settings.BASE_DIR) / "templates").rglob("*.html")
        for gevonden in kaal.finditer(pad.read_text())
        if gevonden[0] != "{{ raming.bron }}"  # whose count it is, no source
    ]
    assert fout == []
    assert kaal.search("{{ set.bron }}")  # the control
    assert kaal.search('{{ bron.tekst|default:"geen" }}')
