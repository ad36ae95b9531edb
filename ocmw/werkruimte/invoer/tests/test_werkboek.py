import io
import tracemalloc
import zipfile
from datetime import date

import pytest

from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.invoer import keuring
from ocmw.werkruimte.invoer.boeklezer import OLE, lees_bladen
from ocmw.werkruimte.invoer.tests.boeken import AALST, maak_boek, met_blad, verbouw
from ocmw.werkruimte.invoer.werkboek import FORMULE


def weigering(ruw: bytes) -> str:
    with pytest.raises(Geweigerd) as fout:
        lees_bladen(ruw)
    zin = str(fout.value)
    assert "\n" not in zin
    assert zin.endswith(".")
    return zin


def test_het_werkboek_van_aalst_geeft_zijn_bladen_met_de_rijnummers_van_excel():
    caseload, gesprekken = lees_bladen(AALST.read_bytes())
    assert (caseload.naam, gesprekken.naam) == ("Caseload", "Gesprekken")
    assert [rij.nummer for rij in caseload.rijen[:3]] == [1, 3, 4]
    assert caseload.rijen[-1].nummer == 247
    assert len(gesprekken.rijen) == 638


def test_cellen_worden_tekst_getal_of_niets():
    rij = lees_bladen(maak_boek({"A": [["  Jan\u00a0P. ", 38, 30.4, date(2026, 7, 11), True, None, "a\x07b"]]}))[
        0
    ].rijen[0]
    assert rij.cellen == ("Jan P.", 38, 30.4, "11/07/2026", True, None, "ab")


def test_macros_worden_geweigerd():
    types = b'<Types><Override PartName="/xl/v.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    boek = verbouw(AALST.read_bytes(), erbij={"xl/v.bin": b"x"}, vervang={"[Content_Types].xml": types})
    assert "macro" in weigering(boek)


def test_koppelingen_naar_andere_bestanden_worden_geweigerd():
    assert "koppelingen" in weigering(
        verbouw(AALST.read_bytes(), erbij={"xl/externalLinks/externalLink1.xml": b"<x/>"})
    )


def test_een_wachtwoord_of_oud_bestand_wordt_herkend():
    assert "wachtwoord" in weigering(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    assert ".xls" in weigering(OLE + b"\0" * 600)


@pytest.mark.parametrize(
    ("naam", "woord"),
    [("xl/workbook.bin", ".xlsb"), ("word/document.xml", "geen Excel"), ("content.xml", "OpenDocument")],
)
def test_andere_zipbestanden_worden_herkend(naam: str, woord: str):
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as archief:
        archief.writestr("mimetype" if naam == "content.xml" else "[Content_Types].xml", "x")
        archief.writestr(naam, "x")
    assert woord in weigering(doel.getvalue())


@pytest.mark.parametrize(
    "ruw", [b"", b"  \n", b"PK\x03\x04rommel", b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n\x00\x00", b"<html><body>"]
)
def test_wat_geen_werkboek_is_wordt_geweigerd(ruw: bytes):
    weigering(ruw)


def test_een_afgebroken_bestand_is_beschadigd():
    heel = AALST.read_bytes()
    assert "beschadigd" in weigering(heel[: len(heel) // 2])
    assert "beschadigd" in weigering(heel[:5000] + bytes(2000) + heel[7000:])


def test_een_zipbom_wordt_geweigerd_zonder_het_geheugen_te_vullen():
    bom = verbouw(maak_boek({"A": [["x"]]}), erbij={"xl/media/groot.bin": b"\0" * (100 * 1024 * 1024)})
    assert len(bom) < 400_000
    tracemalloc.start()
    try:
        assert "te groot" in weigering(bom)
        assert tracemalloc.get_traced_memory()[1] < 20 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_een_zip_die_over_zijn_grootte_liegt_wordt_geweigerd():
    ruw = bytearray(verbouw(maak_boek({"A": [["x"]]}), erbij={"xl/media/z.bin": b"ab" * 50_000}))
    plaats = ruw.rindex((100_000).to_bytes(4, "little"))
    ruw[plaats : plaats + 4] = (10).to_bytes(4, "little")
    weigering(bytes(ruw))


def test_te_veel_onderdelen_of_dubbele_namen_worden_geweigerd():
    assert "te groot" in weigering(verbouw(AALST.read_bytes(), erbij={f"xl/x{i}.xml": b"" for i in range(600)}))
    with pytest.warns(UserWarning, match="Duplicate"):
        dubbel = verbouw(AALST.read_bytes(), erbij={"xl/workbook.xml": b"<x/>"})
    weigering(dubbel)


def test_na_de_laatste_rij_die_mag_leest_niemand_verder():
    """What follows is no XML any more: who had read on would say so."""
    rijen = "".join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, keuring.MAX_RIJEN + 50_000))
    assert str(keuring.MAX_RIJEN) in weigering(met_blad(f"<sheetData>{rijen}<row></v></sheetData>"))


def test_een_cel_heel_ver_naar_onder_of_rechts_wordt_geweigerd():
    assert "rij 900000" in weigering(
        met_blad('<sheetData><row r="900000"><c r="A900000"><v>1</v></c></row></sheetData>')
    )
    assert "kolommen" in weigering(met_blad('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'))


def test_lege_opmaak_ver_naar_rechts_en_valse_afmetingen_storen_niet():
    blad = lees_bladen(
        met_blad(
            '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="0"/></row></sheetData>'
        )
    )[0]
    assert blad.rijen[0].cellen == (7,)


@pytest.mark.parametrize(
    "xml",
    [
        "<sheetData><row r='1'><c r='A1'><v>1</v></row></sheetData>",
        "<sheetData><row r='9'/><row r='3'/></sheetData>",
        "<sheetData><row r='99999999999999999999'/></sheetData>",
        "<sheetData><row r='1'><c r='B7'><v>1</v></c></row></sheetData>",
        "<sheetData><row r='1'><c r='A1' t='s'><v>99</v></c></row></sheetData>",
        "<sheetData><row r='1'><c r='A1' s='999'><v>gras</v></c></row></sheetData>",
    ],
)
def test_kromme_xml_is_beschadigd(xml: str):
    assert "beschadigd" in weigering(met_blad(xml))


@pytest.mark.parametrize(
    "deel", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
def test_een_entiteit_in_de_xml_wordt_geweigerd(deel: str):
    xml = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    weigering(verbouw(maak_boek({"A": [["x"]]}), vervang={deel: xml}))


def test_een_formule_wordt_nooit_een_waarde():
    blad = met_blad('<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>5</v></c></row></sheetData>')
    assert lees_bladen(blad)[0].rijen[0].cellen == (FORMULE, 5)


def test_verborgen_bladen_tellen_niet():
    boek = maak_boek({"A": [["x"]], "B": [["y"]]})
    with zipfile.ZipFile(io.BytesIO(boek)) as archief:
        xml = archief.read("xl/workbook.xml").replace(b'name="B"', b'name="B" state="hidden"')
    assert [blad.naam for blad in lees_bladen(verbouw(boek, vervang={"xl/workbook.xml": xml}))] == ["A"]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("teken", [";", "\t", ","])
def test_csv_in_elke_gewone_codering(codering: str, teken: str):
    rijen = lees_bladen(f"Naam{teken}Land\r\nZoë{teken}België\r\n\r\n".encode(codering))[0].rijen
    assert [rij.cellen for rij in rijen] == [("Naam", "Land"), ("Zoë", "België")]


def test_csv_met_te_veel_rijen_wordt_geweigerd():
    assert "te veel rijen" in weigering(b"a;b\n" * (keuring.MAX_RIJEN + 1))
