"""What a PDF must be: tagged for a screen reader, in our letters, numbered, and never more than its caps allow."""

import io
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from ocmw.kindproces import starten, warm
from ocmw.werkruimte.rapporten import pdf
from ocmw.werkruimte.rapporten.pdf import PdfMislukt, als_pdf
from ocmw.werkruimte.rapporten.rapport import Item, Sectie, Verhaal
from ocmw.werkruimte.rapporten.tests.voorbeeld import GRAFIEK, NAMEN, voorbeeld
from ocmw.werkruimte.rapporten.weergave import rapport_als_html, rapport_als_pdf

pytestmark = pytest.mark.usefixtures("echt_kind")


@pytest.fixture(scope="module")
def lezer():
    return PdfReader(io.BytesIO(rapport_als_pdf(voorbeeld())))


def _takken(knoop):
    """Every structure element below `knoop`."""
    knoop = knoop.get_object()
    if not isinstance(knoop, DictionaryObject):
        return
    if "/S" in knoop:
        yield knoop
    kinderen = knoop.get("/K", [])
    for kind in kinderen if isinstance(kinderen, list) else [kinderen]:
        if hasattr(kind, "get_object") and isinstance(kind.get_object(), DictionaryObject):
            yield from _takken(kind)


@pytest.fixture(scope="module")
def structuur(lezer):
    return list(_takken(lezer.trailer["/Root"]["/StructTreeRoot"]))


def test_taal_titel_en_merk_van_pdf_ua_staan_erin(lezer):
    wortel = lezer.trailer["/Root"]
    assert wortel["/Lang"] == "nl-BE"
    assert wortel["/MarkInfo"]["/Marked"] is True or str(wortel["/MarkInfo"]["/Marked"]).lower() == "true"
    assert str(wortel["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"
    assert lezer.metadata.title == "Proefverslag – Fatima Proef"
    assert lezer.metadata.author == "OCMW Aalst"
    assert re.search(rb"pdfuaid:part(>|=\")1", wortel["/Metadata"].get_object().get_data())


def test_elke_bladzijde_is_gemerkt_en_in_leesvolgorde(lezer, structuur):
    soorten = [str(knoop["/S"]) for knoop in structuur]
    assert soorten[0] == "/Document"
    for nodig in ("/H1", "/H2", "/H3", "/Table", "/TR", "/TH", "/TD", "/THead", "/P", "/Figure", "/Link"):
        assert nodig in soorten, nodig
    assert soorten.index("/H1") < soorten.index("/H2")
    assert all("/StructParents" in blad for blad in lezer.pages)
    assert all(str(blad.get("/Tabs")) == "/S" for blad in lezer.pages)


def test_elke_figuur_zegt_wat_ze_toont(structuur):
    figuren = [knoop for knoop in structuur if knoop["/S"] == "/Figure"]
    assert [figuur["/Alt"] for figuur in figuren] == [GRAFIEK.alt()]


def test_elke_cel_wijst_naar_haar_koppen(structuur):
    koppen = {str(knoop["/ID"]) for knoop in structuur if knoop["/S"] == "/TH" and "/ID" in knoop}
    cellen = [knoop for knoop in structuur if knoop["/S"] == "/TD"]
    assert cellen
    for cel in cellen:
        assert {str(kop) for kop in cel["/A"]["/Headers"]} & koppen


def test_alle_letters_zitten_in_het_bestand_en_zijn_de_onze(lezer):
    namen = set()
    for blad in lezer.pages:
        for letter in blad["/Resources"]["/Font"].values():
            nakomeling = letter.get_object()["/DescendantFonts"][0].get_object()
            beschrijving = nakomeling["/FontDescriptor"]
            assert "/FontFile2" in beschrijving or "/FontFile3" in beschrijving
            assert "/ToUnicode" in letter.get_object()
            namen.add(str(letter.get_object()["/BaseFont"]).partition("+")[2])
    assert {naam.split("-")[0] for naam in namen} == {"Atkinson", "Vazirmatn", "Noto"}


def test_namen_uit_de_hele_wereld_komen_ongeschonden_terug(lezer):
    tekst = "".join(blad.extract_text() for blad in lezer.pages)
    for naam in NAMEN:
        assert naam in tekst, naam


def test_elke_bladzijde_draagt_haar_nummer_en_het_totaal():
    lang = Sectie("Lang", (Verhaal(tuple(Item(f"Gesprek {i}", "", "Tekst. " * 90) for i in range(20))),))
    lezer = PdfReader(io.BytesIO(rapport_als_pdf(voorbeeld(secties=(lang,)))))
    assert len(lezer.pages) > 3
    for nummer, blad in enumerate(lezer.pages, 1):
        tekst = blad.extract_text()
        assert f"pagina {nummer} van {len(lezer.pages)}" in tekst
        assert "OCMW Aalst" in tekst
        assert "Vertrouwelijk" in tekst


def test_er_staat_in_wie_wat_en_waarvoor_te_tekenen(lezer):
    tekst = "".join(blad.extract_text() for blad in lezer.pages)
    for nodig in ("Fatima Proef", "1 januari tot en met 31 maart 2026", "An Claes", "zondag 22 november 2026",
                  "Uitstroom", "Voor akkoord", "Handtekening", "37,8 %", "09/03/2026"):  # fmt: skip
        assert nodig in tekst, nodig


def test_opmaak_in_tekst_blijft_tekst():
    html = rapport_als_html(voorbeeld())
    assert "<b>goed</b>" not in html
    assert "&lt;b&gt;goed" in html


def test_de_pagina_toont_hetzelfde_beeld_als_de_pdf(monkeypatch):
    gezien = []
    monkeypatch.setattr("ocmw.werkruimte.rapporten.weergave.als_pdf", lambda html, **_: gezien.append(html) or b"")
    rapport_als_pdf(voorbeeld())
    assert GRAFIEK.svg() in gezien[0]
    assert GRAFIEK.svg() in rapport_als_html(voorbeeld())


def test_tik_wordt_geroepen_en_kan_het_kind_stoppen(monkeypatch):
    monkeypatch.setattr(starten, "TIK", 0.05)

    def kinderen():
        pid = warm.VOORRAAD._geladen["ocmw.werkruimte.rapporten.pdf:afdrukker"]._proces.pid
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()

    class Gestopt(Exception):
        pass

    def tik():
        if gezien := kinderen():
            raise Gestopt(*gezien)

    with pytest.raises(Gestopt) as fout:
        # Long enough to be seen at work on a quick machine.
        als_pdf("<html lang=nl><title>x</title>" + "<p>x" * 4000, tik=tik)
    assert len(fout.value.args) == 1
    einde = time.monotonic() + 20
    while kinderen():
        assert time.monotonic() < einde
        time.sleep(0.01)


def test_te_veel_tijd_of_geheugen_wordt_een_zin():
    rijen = "".join(f"<tr><td>{i}</td><td>{'woord ' * 20}</td></tr>" for i in range(20000))
    html = f"<html lang=nl><title>x</title><table>{rijen}</table>"
    with pytest.raises(PdfMislukt, match="te groot"):
        als_pdf(html, seconden=1)
    with pytest.raises(PdfMislukt, match="te groot"):
        als_pdf(html, megabyte=420)


def test_een_kapotte_omgeving_zegt_alleen_de_naam_van_de_fout(monkeypatch):
    with pytest.raises(PdfMislukt) as fout:
        als_pdf("<html lang=nl><title>x</title><p>Geheim", megabyte=8)
    assert "Geheim" not in fout.value.reden
    assert fout.value.reden.endswith(".")


def _rekentijd(aantal):
    tekst = "We overliepen hoe het gaat met de opvang en het werk. " * 15
    items = tuple(Item(f"Gesprek {i}", "An Claes", tekst) for i in range(aantal))
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    inhoud = rapport_als_pdf(voorbeeld(secties=(Sectie("Gesprekken", (Verhaal(items),)),)))
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    return len(PdfReader(io.BytesIO(inhoud)).pages), na.ru_utime - voor.ru_utime, na.ru_maxrss


@pytest.mark.traag
def test_tweehonderd_bladzijden_kosten_niet_meer_dan_tien_keer_twintig(monkeypatch, echt_kind):
    """13 s of processor time on a quiet core; here as a ratio, because a busy machine stretches seconds. In a child of our own:
    the system tells us nothing of the time of a grandchild."""
    monkeypatch.setattr(warm, "KAN", False)
    weinig, tijd, _ = _rekentijd(80)
    veel, lang, kilobyte = _rekentijd(800)
    assert weinig >= 20
    assert veel >= 200
    assert lang / tijd < 12
    assert kilobyte < 1_000_000


def test_de_opzet_pakt_de_lettertypen_uit_zonder_de_toepassing(tmp_path):
    """bin/start does it first of all, before there is a database or a setting."""
    for pad in pdf.HUISBESTANDEN.values():
        (tmp_path / pad).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / pad).write_bytes((pdf.STATIC / pad).read_bytes())
    opzet = [sys.executable, "-I", settings.BASE_DIR / "bin" / "_fonts.py", tmp_path]
    subprocess.run(opzet, cwd=tmp_path, check=True, capture_output=True)
    assert all((tmp_path / pad).with_suffix(".ttf").exists() for pad in pdf.HUISBESTANDEN.values() if "woff2" in pad)
