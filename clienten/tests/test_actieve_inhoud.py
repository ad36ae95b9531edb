"""What runs, embeds or fetches does not reach the stored copy, in whatever spelling; and we say what was taken out."""

import io
import re
import time
from contextlib import suppress

import pikepdf
import pytest

from clienten.bestandsoorten.actief import weigering_voor_formule
from clienten.bestandsoorten.keurder import keur
from clienten.tests.actief import ACTIEF
from clienten.tests.kantoorbestanden import docx, rel, rels, tekst_van, xlsx
from ocmw.ui.weigering import Geweigerd


def soort_van(naam):
    return naam.rpartition(".")[2]


def bewaarde_tekst(soort, inhoud):
    """The stored copy as a reader sees it: unpacked."""
    if soort != "pdf":
        return tekst_van(inhoud)
    with pikepdf.open(io.BytesIO(inhoud)) as document:
        uit = io.BytesIO()
        document.save(uit, qdf=True, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    return uit.getvalue().decode("latin-1")


@pytest.mark.parametrize(("naam", "inhoud", "merk", "woord"), ACTIEF, ids=[rij[0] for rij in ACTIEF])
def test_actieve_inhoud_wordt_geweigerd_of_ontkracht(naam, inhoud, merk, woord):
    if woord:
        with pytest.raises(Geweigerd, match=woord) as weigering:
            keur(soort_van(naam), inhoud)
        assert weigering.value.reden.endswith((".", "?"))
        return
    schoon = keur(soort_van(naam), inhoud)
    assert merk not in bewaarde_tekst(soort_van(naam), schoon.inhoud)


@pytest.mark.parametrize(("naam", "inhoud", "merk", "woord"), ACTIEF, ids=[rij[0] for rij in ACTIEF])
def test_tegenproef_het_merk_zit_in_wat_binnenkomt(naam, inhoud, merk, woord):
    """Without this a marker that was never in the file would prove nothing."""
    if naam == "dde verdeeld.docx":
        assert "DDEAUTO" not in tekst_van(inhoud)
    if "utf16" in naam or soort_van(naam) == "pdf":
        return
    assert merk in tekst_van(inhoud)


def test_er_zijn_genoeg_vijandige_bestanden():
    assert len(ACTIEF) >= 39


@pytest.mark.parametrize(
    "naam", ["onbekend.docx", "beeld elders.docx", "koppeling.xlsx", "beeld.odt", "link naar share.pdf"]
)
def test_wat_eruit_gehaald_is_wordt_gezegd(naam):
    inhoud = next(rij[1] for rij in ACTIEF if rij[0] == naam)
    schoon = keur(soort_van(naam), inhoud)
    assert len(schoon.weggelaten) == 1


@pytest.mark.parametrize(
    ("formule", "mag"),
    [
        ("SUM(A1:A9)", True),
        ('IF(A1="a|b",1,2)', True),
        ("'blad a|b'!A1", True),
        ("Tabel1[uren|week]", True),
        ('HYPERLINK("https://www.vdab.be")', True),
        ("MIJNIMAGE(A1)", True),
        ("cmd|' /c calc'!A0", False),
        ("webservice(A1)", False),
        ("1+_xlfn.RTD(A1)", False),
    ],
)
def test_een_formule_mag_rekenen_en_niets_halen(formule, mag):
    assert (weigering_voor_formule(formule) == "") is mag


# --- a small file that took minutes ------------------------------------------------------------
OUD = re.compile(
    rb"<relationship\b(?=[^>]*targetmode=\"external\")(?=[^>]*/(attachedtemplate|oleobject|frame|subdocument|externallink))",
    re.IGNORECASE,
)


def kwaad(aantal):
    """The relations of a document that made the old search look ahead to the end from every one of them."""
    return b'<relationship targetmode="external" ' * aantal


def rekentijd(werk):
    """Processor time, the best of three: a busy machine only adds."""
    tijden = []
    for _ in range(3):
        begin = time.process_time()
        werk()
        tijden.append(time.process_time() - begin)
    return min(tijden)


def vaak(aantal):
    """A well-formed document with this many links."""
    return docx(
        links=[
            rel("hyperlink", f"https://voorbeeld.example/{n}", extern=True, id=f"rId{n + 10}") for n in range(aantal)
        ]
    )


def test_vijfentwintigduizend_relaties_kosten_een_rechte_lijn():
    keur("docx", vaak(10))  # warm
    weinig, veel = vaak(12_500), vaak(25_000)
    assert rekentijd(lambda: keur("docx", veel)) < 3.2 * rekentijd(lambda: keur("docx", weinig))
    with pytest.raises(Geweigerd, match="beschadigd"):
        keur("docx", docx(delen={"word/_rels/document.xml.rels": kwaad(25_000)}))


def test_tegenproef_het_oude_zoeken_werd_vier_keer_trager():
    weinig, veel = kwaad(1_500), kwaad(3_000)
    assert rekentijd(lambda: OUD.search(veel)) > 3 * rekentijd(lambda: OUD.search(weinig))


@pytest.mark.parametrize(
    "maak",
    [
        lambda n: xlsx(f"<f>{'WEBSERVICE ' * n}</f>"),
        lambda n: xlsx(f"<f>{'[' * n}</f>"),
        lambda n: xlsx(f"""<f>{"'" * n}"</f>"""),
        lambda n: docx(f"<w:r><w:instrText>{'INCLUDEPICTURE ' * n}</w:instrText></w:r>"),
        lambda n: docx('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * n),
        lambda n: docx("<w:p>" * n + "</w:p>" * n),
        lambda n: docx(delen={"word/_rels/document.xml.rels": rels(*["<x/>"] * n)}),
    ],
    ids=["functies", "haken", "aanhalingen", "velden", "genest", "diep", "vreemde relaties"],
)
def test_geen_enkele_herhaling_maakt_het_nakijken_krom(maak):
    """Four times the file: about four times the work; a square would be sixteen."""

    def werk(inhoud):
        with suppress(Geweigerd):
            keur("xlsx" if b"xl/" in inhoud else "docx", inhoud)

    werk(maak(10))
    weinig, veel = maak(8_000), maak(32_000)
    assert rekentijd(lambda: werk(veel)) < 10 * max(rekentijd(lambda: werk(weinig)), 0.005)
