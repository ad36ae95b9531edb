"""The command people script against."""

import json

import pytest
from django.core.management import call_command

from clienten.models import Client
from ocmw.werkruimte.invoer.models import Invoer
from ocmw.werkruimte.invoer.tests.boeken import AALST, DATA, maak_boek

VERWACHT = json.loads((DATA / "caseload-aalst.verwacht.json").read_text(encoding="utf-8"))


@pytest.fixture
def draai(capsys, griet):
    """`draai(bestand, *opties)`: exit code, standard output as JSON, standard error."""

    def doe(bestand, *opties):
        code = 0
        try:
            call_command("importeer_caseload", str(bestand), *opties)
        except SystemExit as einde:
            code = einde.code
        uit, fout = capsys.readouterr()
        return code, json.loads(uit) if uit else None, fout

    return doe


def test_de_sleutels_en_aantallen_van_de_vaste_interface(draai, team_aalst):
    code, telling, fout = draai(AALST, "--ocmw", "aalst")
    assert (code, fout) == (0, "")
    assert {"rijen", "nieuw", "gewijzigd", "ongewijzigd", "afgewezen", "dubbels", "gesprekken"} <= set(telling)
    assert (telling["rijen"], telling["nieuw"], telling["gewijzigd"], telling["ongewijzigd"]) == (243, 227, 0, 0)
    assert [rij["rij"] for rij in telling["afgewezen"]] == [fout["rij"] for fout in VERWACHT["fouten"]]
    assert [rij["rij"] for rij in telling["dubbels"]] == [rij["rij"] for rij in VERWACHT["dubbels"]]
    assert all(
        set(rij) == {"blad", "rij", "reden"} and rij["reden"] for rij in [*telling["afgewezen"], *telling["dubbels"]]
    )
    gesprekken = telling["gesprekken"]
    assert gesprekken["nieuw"] + gesprekken["ongewijzigd"] + len(gesprekken["afgewezen"]) == VERWACHT["gesprekken"]


def test_een_tweede_keer_verandert_niets(draai, team_aalst):
    draai(AALST, "--ocmw", "aalst")
    _, telling, _ = draai(AALST, "--ocmw", "aalst")
    assert (telling["nieuw"], telling["gewijzigd"], telling["ongewijzigd"]) == (0, 0, 227)
    assert (telling["gesprekken"]["nieuw"], telling["gesprekken"]["ongewijzigd"]) == (0, 601)


def test_een_proef_zegt_hetzelfde_en_bewaart_niets(draai, team_aalst):
    _, proef, _ = draai(AALST, "--ocmw", "aalst", "--proef")
    assert not Client.objects.exists()
    assert not Invoer.objects.exists()
    _, echt, _ = draai(AALST, "--ocmw", "aalst")
    assert proef == echt


@pytest.mark.parametrize(
    ("naam", "inhoud", "woord"),
    [
        ("leeg.xlsx", b"", "leeg"),
        ("stuk.xlsx", b"PK\x03\x04stuk", "beschadigd"),
        ("brief.xlsx", b"%PDF-1.7", "geen Excel"),
        ("prijzen.xlsx", maak_boek({"A": [["Stoel", "Prijs"], ["rood", 30]]}), "herkennen"),
        ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, ".xls"),
    ],
)
def test_een_onbruikbaar_bestand_is_een_nederlandse_regel_en_code_2(draai, tmp_path, naam, inhoud, woord):
    (tmp_path / naam).write_bytes(inhoud)
    code, telling, fout = draai(tmp_path / naam, "--ocmw", "aalst")
    assert (code, telling) == (2, None)
    assert woord in fout
    assert len(fout.strip().splitlines()) == 1
    assert not Invoer.objects.exists()


@pytest.mark.parametrize(
    ("opties", "woord"),
    [
        (("--ocmw", "mars"), "Er is geen OCMW met code 'mars'."),
        (("--ocmw", "aalst", "--door", "an@ergens.example"), "mag een caseload invoeren"),
    ],
)
def test_verkeerde_opties_zijn_een_regel_en_code_2(draai, opties, woord):
    code, _, fout = draai(AALST, *opties)
    assert code == 2
    assert woord in fout


def test_een_bestand_dat_er_niet_is(draai, tmp_path):
    code, _, fout = draai(tmp_path / "weg.xlsx", "--ocmw", "aalst")
    assert code == 2
    assert "niet lezen" in fout
