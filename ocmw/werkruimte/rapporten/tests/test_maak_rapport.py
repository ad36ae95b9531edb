"""The command people script against: a file and its path, or one Dutch line and exit code 2."""

import io

import openpyxl
import pytest
from django.core.management import call_command
from pypdf import PdfReader

from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag

pytestmark = pytest.mark.django_db


def _maak(*args, **opties):
    uit = io.StringIO()
    call_command("maak_rapport", *args, stdout=uit, **opties)
    return uit.getvalue().strip()


def _tekst(pad):
    return "".join(blad.extract_text() for blad in PdfReader(pad).pages)


@pytest.fixture
def client(an):
    client = maak_client(an)
    maak_traject(client, an)
    maak_gesprek(client, an, verslag="KANARIEARTS", afgeschermd=True)
    maak_gesprek(client, an, verslag="Open gesprek")
    return client


def test_een_dossierverslag_zonder_gezondheid(client, tmp_path):
    pad = tmp_path / "d.pdf"
    assert _maak("dossier", "--client", str(client.pk), "--uit", str(pad)) == str(pad)
    tekst = _tekst(pad)
    assert "Open gesprek" in tekst
    assert "KANARIEARTS" not in tekst
    regel = Journaalregel.objects.get(wat="dossier_afgedrukt")
    assert (regel.medewerker_naam, regel.client_id) == ("systeem", client.pk)


def test_als_medewerker_met_het_recht_kan_gezondheid_mee(client, an, tmp_path):
    pad = tmp_path / "d.pdf"
    _maak("dossier", "--client", str(client.pk), "--als", an.email, "--afgeschermd", "--uit", str(pad))
    assert "KANARIEARTS" in _tekst(pad)
    assert Journaalregel.objects.get(wat="dossier_afgedrukt").medewerker_id == an.pk


def test_een_caseloadrapport_als_pdf_en_als_rekenblad(client, aalst, tmp_path):
    periode = ("--ocmw", "aalst", "--van", "2026-01-01", "--tot", str(vandaag()))
    _maak("caseload", *periode, "--uit", str(tmp_path / "c.pdf"))
    assert "Lopend op de laatste dag" in _tekst(tmp_path / "c.pdf")
    _maak("caseload", *periode, "--uit", str(tmp_path / "c.xlsx"))
    assert "Overzicht" in openpyxl.load_workbook(tmp_path / "c.xlsx").sheetnames


FOUT = [
    (["dossier", "--client", "999999"], "Er is geen cliënt met nummer"),
    (["dossier", "--client", "١"], "Er is geen cliënt met nummer"),
    (["dossier", "--client", "1 OR 1=1"], "Er is geen cliënt met nummer"),
    (["dossier"], "Geef --client"),
    (["dossier", "--client", "1", "--ocmw", "aalst"], "één cliënt"),
    (["caseload", "--client", "1"], "gaat over een OCMW"),
    (["caseload", "--ocmw", "nergens", "--van", "2026-01-01", "--tot", "2026-01-31"], "Er is geen OCMW"),
    (["caseload", "--ocmw", "aalst", "--van", "gisteren", "--tot", "2026-01-31"], "--van een datum"),
    (["caseload", "--ocmw", "aalst", "--van", "2026-02-01"], "--tot een datum"),
    (["caseload", "--ocmw", "aalst", "--van", "2026-02-01", "--tot", "2026-01-31"], "ligt voor de eerste dag"),
    (["caseload", "--ocmw", "aalst", "--van", "2999-02-01", "--tot", "2999-03-01"], "al begonnen"),
    (["jaarverslag"], "Er is geen rapport"),
    ([], "Er is geen rapport"),
    (["dossier", "--client", "1", "--als", "niemand@demo.example"], "geen actieve medewerker"),
    (["dossier", "--client", "{client}", "--delen", "alles"], "Er is geen onderdeel"),
    (["dossier", "--client", "{client}", "--afgeschermd"], "vragen --als"),
    (["dossier", "--client", "{client}", "--als", "carla.peeters@turnhout.example"], "Er is geen cliënt"),
    (["dossier", "--client", "{client}", "--als", "leo.baert@aalst.example"], "Er is geen cliënt"),
    (["caseload", "--ocmw", "turnhout", "--van", "2026-01-01", "--tot", "2026-02-01", "--als",
      "griet.wouters@aalst.example"], "Er is geen OCMW"),
    (["caseload", "--ocmw", "aalst", "--als", "an.claes@aalst.example"], "mag geen caseloadrapport"),
    (["dossier", "--vreemd"], "Deze opdracht kennen we niet"),
]  # fmt: skip


@pytest.mark.parametrize(("args", "zin"), FOUT)
def test_wat_niet_kan_is_een_regel_en_code_2(args, zin, client, carla, leo, griet, turnhout, tmp_path, capfd):
    args = [arg.format(client=client.pk) for arg in args]
    with pytest.raises(SystemExit) as einde:
        call_command("maak_rapport", *args, "--uit", str(tmp_path / "x.pdf"))
    uit, fout = capfd.readouterr()
    assert einde.value.code == 2
    assert zin in fout
    assert len(fout.strip().splitlines()) == 1
    assert uit == ""
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("uit", ["", "x.doc", "/bestaat/niet/x.pdf", "."])
def test_een_onbruikbaar_doel_is_een_regel(uit, client, capfd):
    with pytest.raises(SystemExit):
        call_command("maak_rapport", "dossier", "--client", str(client.pk), "--uit", uit)
    assert len(capfd.readouterr().err.strip().splitlines()) == 1
