"""What an office makes every day is taken, with what its programs add by themselves; and we say what we took out."""

import io
import struct

import openpyxl
import pikepdf
import pytest
import xlsxwriter
from PIL import Image

from clienten.bestanden import keur_bestand
from clienten.bestandsoorten.keurder import keur
from clienten.tests.actief import OPMAAKSCRIPT
from clienten.tests.kantoorbestanden import (
    KOP,
    SHEET,
    WORD,
    R,
    W,
    archief,
    docx,
    met_sjabloon,
    odfmeta,
    odt,
    rel,
    rels,
    tekst_van,
    veld,
    xlsx,
)
from clienten.tests.vijandig import actie, foto, pdf

_PAKKET = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_GRAFIEK = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def _met_grafiek():
    """Word keeps the numbers of a chart as a workbook beside it."""
    return docx(
        links=[rel("chart", "charts/c1.xml")],
        delen={
            "word/charts/c1.xml": f'{KOP}<c:chartSpace xmlns:c="c" xmlns:r="{R}"><c:v>42</c:v><c:externalData r:id="rId1"/></c:chartSpace>',
            "word/charts/_rels/c1.xml.rels": rels(rel("package", "../embeddings/Werkblad.xlsx", id="rId1")),
            "word/embeddings/Werkblad.xlsx": xlsx(),
        },
        soorten={"word/charts/c1.xml": _GRAFIEK, "word/embeddings/Werkblad.xlsx": f"{SHEET}.sheet"},
    )


def _met_alles():
    """Thumbnail, properties, own XML, embedded letters, people, notes: what Word adds without being asked."""
    delen = {
        "docProps/core.xml": "<coreProperties/>",
        "docProps/thumbnail.png": foto(),
        "customXml/item1.xml": "<eigen/>",
        "word/fonts/font1.odttf": b"\x00\x01",
        "word/fontTable.xml": f'<w:fonts xmlns:w="{W}"/>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"/>',
        "word/_rels/fontTable.xml.rels": rels(rel("font", "fonts/font1.odttf")),
        "_rels/.rels": rels(
            rel("officeDocument", "word/document.xml", id="rId1"),
            rel("core-properties", "docProps/core.xml", id="rId2", basis=_PAKKET),
            rel("thumbnail", "docProps/thumbnail.png", id="rId3", basis=_PAKKET),
        ),
    }
    soorten = {
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "word/fonts/font1.odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
        "word/fontTable.xml": f"{WORD}.fontTable+xml",
        "word/footnotes.xml": f"{WORD}.footnotes+xml",
    }
    links = [
        rel("customXml", "../customXml/item1.xml", id="rId11"),
        rel("fontTable", "fontTable.xml", id="rId12"),
        rel("footnotes", "footnotes.xml", id="rId13"),
        rel("hyperlink", "https://www.vdab.be/vacatures?x=1&amp;y=2", extern=True, id="rId14"),
        rel("hyperlink", "mailto:an@ocmw.example", extern=True, id="rId15"),
        rel("hyperlink", "#_Toc1", id="rId16"),
        rel("image", "NULL", id="rId17"),
    ]
    velden = (
        veld(" PAGE ") + veld(r' HYPERLINK "https://www.vdab.be" ') + veld(' TOC \\o "1-3" \\h ') + veld(" = 1 + 2 ")
    )
    velden += (
        veld(" MERGEFIELD naam ")
        + veld(r" MACROBUTTON NoMacro [klik] ")
        + veld(' INCLUDEPICTURE "C:\\\\x.png" \\* MERGEFORMAT ')
    )
    velden += (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        + veld(" MERGEFIELD geslacht ")
        + '<w:r><w:instrText> = "v" "Mevrouw" "Meneer" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return docx(velden, links=links, delen=delen, soorten=soorten)


def _van_openpyxl():
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.append(["Naam", "Uren"])
    blad.append(["An Claes", 38])
    blad["C2"] = '=IF(B2>19,"voltijds","halftijds")'
    blad["A3"].hyperlink = "https://www.vdab.be"
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _van_xlsxwriter():
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        blad = boek.add_worksheet("Caseload")
        blad.write_row(0, 0, ["Naam", "Uren"])
        blad.write_row(1, 0, ["An Claes", 38])
        blad.write_formula("C2", "=SUM(B2:B9)")
        blad.write_comment("A2", "nakijken")
        blad.insert_image("E2", "foto.png", {"image_data": io.BytesIO(foto())})
        blad.add_table("G1:H3")
        blad.data_validation("B2", {"validate": "list", "source": ["19", "38"]})
        grafiek = boek.add_chart({"type": "column"})
        grafiek.add_series({"values": "=Caseload!$B$2:$B$3"})
        blad.insert_chart("J2", grafiek)
    return uit.getvalue()


def _pdf_met_link(document):
    doel = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://www.vdab.be"))
    document.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=doel)])
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=[document.pages[0].obj, pikepdf.Name.Fit])
    with document.open_metadata() as gegevens:
        gegevens["dc:title"] = "Attest"


def _kapotte_exif():
    """A length that points past the end, as some phones and chat programs write."""
    ruw = foto("JPEG", exif=Image.Exif().tobytes() or b"Exif\x00\x00")
    blok = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x05\x00\x12\x01\x03\x00" + b"\xff" * 9
    return ruw[:2] + b"\xff\xe1" + struct.pack(">H", len(blok) + 2) + blok + ruw[2:]


_LEEG_SCRIPTS = "<office:scripts/>"
GEWOON = {
    "alles.docx": _met_alles(),
    "openpyxl.xlsx": _van_openpyxl(),
    "xlsxwriter.xlsx": _van_xlsxwriter(),
    "link.pdf": pdf(_pdf_met_link),
    "datum in formulier.pdf": OPMAAKSCRIPT,
    "begin.pdf": pdf(actie("GoTo", D=[0])),
    "rechten.pdf": pdf(
        encryption=pikepdf.Encryption(user="", owner="b", allow=pikepdf.Permissions(print_highres=False))
    ),
    "brief.odt": odt(
        '<text:p><text:a xlink:href="https://www.vdab.be">x</text:a></text:p>',
        scripts=_LEEG_SCRIPTS,
        delen={"Configurations2/menubar/x.xml": "<x/>", "Basic/script-lc.xml": "<x/>", "Object 1/content.xml": "<x/>"},
    ),
    "foto.jpg": _kapotte_exif(),
    "nota.txt": "Café, 3 < 4 en 5 > 2.".encode("cp1252"),
}
# What goes out, and a word of what we say about it.
ZONDER = {
    "sjabloon.docx": (met_sjabloon(rels(rel("attachedTemplate", "file:///C:/Users/jan/Normal.dotm", extern=True))), "Normal.dotm", "sjabloon"),
    "grafiek.docx": (_met_grafiek(), "Werkblad.xlsx", "grafiek"),
    "sjabloon.odt": (odt(delen={"meta.xml": odfmeta('<meta:template xlink:href="file:///home/jan/x.ott"/>')}), "jan", "sjabloon"),
}  # fmt: skip


@pytest.mark.parametrize("naam", GEWOON)
def test_een_gewoon_bestand_mag_en_blijft_heel(naam):
    schoon = keur(naam.rpartition(".")[2], GEWOON[naam])
    assert schoon.weggelaten == ()
    if naam.endswith(("docx", "odt")):
        weg = {"Configurations2/menubar/x.xml", "Basic/script-lc.xml"}
        assert namen(GEWOON[naam]) - weg == namen(schoon.inhoud)
    if naam.endswith("pdf"):
        assert schoon.inhoud == GEWOON[naam]  # byte for byte: it may be signed


def namen(inhoud):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return set(zip_.namelist())


@pytest.mark.parametrize("naam", [naam for naam in GEWOON if naam.endswith("xlsx")])
def test_een_bewaarde_werkmap_is_nog_dezelfde(naam):
    voor = openpyxl.load_workbook(io.BytesIO(GEWOON[naam]))
    na = openpyxl.load_workbook(io.BytesIO(keur("xlsx", GEWOON[naam]).inhoud))
    assert [list(rij) for rij in na.active.values] == [list(rij) for rij in voor.active.values]


@pytest.mark.parametrize("naam", ZONDER)
def test_wat_een_programma_zelf_toevoegt_gaat_eruit_en_we_zeggen_het(naam):
    inhoud, merk, woord = ZONDER[naam]
    assert merk in tekst_van(inhoud)
    schoon = keur(naam.rpartition(".")[2], inhoud)
    assert merk not in tekst_van(schoon.inhoud)
    assert len(schoon.weggelaten) == 1
    assert woord in schoon.weggelaten[0]


def test_naar_wat_weg_is_wijst_niets_meer():
    """Office calls a loose end damage, and offers to repair it."""
    tekst = tekst_van(keur("docx", ZONDER["sjabloon.docx"][0]).inhoud)
    assert "attachedTemplate" not in tekst
    assert "w:zoom" in tekst
    assert "externalData" not in tekst_van(keur("docx", ZONDER["grafiek.docx"][0]).inhoud)
    assert "<c:v>42</c:v>" in tekst_van(keur("docx", ZONDER["grafiek.docx"][0]).inhoud)


def test_wat_rond_een_pdf_staat_blijft_achter():
    for ruw in (b"\r\n" + pdf(), pdf() + b"\n% gemaakt door een scanner\n", b"\x1b%-12345X@PJL JOB\r\n" + pdf()):
        schoon = keur("pdf", ruw).inhoud
        assert schoon.startswith(b"%PDF-")
        assert b"scanner" not in schoon
        assert len(pikepdf.open(io.BytesIO(schoon)).pages) == 1


def test_een_zip_met_twee_spellingen_van_een_naam_is_geen_gewoon_bestand():
    from ocmw.ui.weigering import Geweigerd

    with pytest.raises(Geweigerd, match="beschadigd"):
        keur("docx", archief({"[Content_Types].xml": "x", "[content_types].XML": "x"}))


# --- how large a photo may be -------------------------------------------------------------------
def groot(formaat, breed, hoog, **bewaar):
    uit = io.BytesIO()
    Image.effect_noise((breed // 8, hoog // 8), 80).resize((breed, hoog)).convert("RGB").save(uit, formaat, **bewaar)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("formaat", "opties"), [("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {"compress_level": 1})]
)
def test_een_foto_van_48_megapixel_past_in_het_geheugen_van_het_kind(formaat, opties):
    naam = "foto.jpg" if formaat == "JPEG" else "foto.png"
    gekeurd = keur_bestand(naam, groot(formaat, 8_000, 6_000, **opties), max_megabyte=100)
    assert max(Image.open(io.BytesIO(gekeurd.inhoud)).size) == 4_000


# The first box of a photo of an iPhone, as ISO/IEC 23008-12 describes it: length, "ftyp", brand, version, compatible brands.
_HEIC = struct.pack(">I", 24) + b"ftypheic" + bytes(4) + b"mif1heic" + bytes(64)


@pytest.mark.parametrize("naam", ["IMG_0412.HEIC", "IMG_0412.heif", "IMG_0412.jpg", "IMG_0412.png"])
def test_een_foto_van_een_iphone_zegt_wat_je_op_de_telefoon_doet(naam):
    from ocmw.ui.weigering import Geweigerd

    with pytest.raises(Geweigerd, match="Meest compatibel"):
        keur_bestand(naam, _HEIC, max_megabyte=10)
