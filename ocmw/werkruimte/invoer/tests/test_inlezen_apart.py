"""A workbook is opened in a child: what goes wrong there is a sentence at the field, and nobody waits for it to save."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from ocmw.kindproces.starten import Grenzen, Waarom
from ocmw.werkruimte.invoer import actions, werkboek
from ocmw.werkruimte.invoer.boeklezer import lees_bladen
from ocmw.werkruimte.invoer.models import Invoer
from ocmw.werkruimte.invoer.tests.boeken import AALST, maak_boek
from ocmw.werkruimte.invoer.werkboek import lees_werkboek

pytestmark = pytest.mark.usefixtures("echt_kind")


def test_het_kind_geeft_dezelfde_bladen_als_de_lezer():
    assert lees_werkboek(AALST) == lees_bladen(AALST.read_bytes())


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("eet", "te groot om veilig te openen"),
        ("valt_om", "kunnen we niet lezen"),
        ("slaapt", "duurt te lang"),
        ("", ""),
    ],
    ids=["geheugen", "omgevallen", "tijd", "tegenproef"],
)
def test_een_kind_dat_sterft_is_een_zin_bij_het_veld_en_bewaart_niets(griet, als, monkeypatch, naam, zin):
    if naam:
        monkeypatch.setattr(werkboek, "WERK", f"ocmw.kindproces.tests.werk:{naam}")
    if naam == "slaapt":
        monkeypatch.setattr(werkboek, "GRENZEN", Grenzen(seconden=1, megabyte=512))
    bestand = SimpleUploadedFile("lijst.xlsx", maak_boek({"A": [["Naam", "INSZ"], ["Proef", "x"]]}))
    pagina = als(griet).post(reverse("invoer:invoer_nieuw"), {"bestand": bestand})
    if not zin:
        assert pagina.status_code == 302
        return
    assert pagina.status_code == 400
    assert zin in pagina.context["form"].errors["bestand"][0]
    assert not Invoer.objects.exists()


def test_elke_reden_heeft_een_zin():
    assert set(werkboek.MISLUKT) == set(Waarom)
    assert all(zin.endswith(".") for zin in werkboek.MISLUKT.values())


def test_lezen_gebeurt_voor_de_transactie_en_bewaren_erin(griet, monkeypatch):
    """On SQLite an open transaction keeps everybody from saving, for as long as the child takes."""
    diep = []
    monkeypatch.setattr(
        actions, "lees_werkboek", lambda ruw: diep.append(len(connection.savepoint_ids)) or lees_bladen(ruw)
    )
    monkeypatch.setattr(
        actions, "_schone_naam", lambda naam: diep.append(len(connection.savepoint_ids)) or "lijst.xlsx"
    )
    voor = len(connection.savepoint_ids)
    actions.lees_in(maak_boek({"A": [["Naam"], ["x"]]}), bestandsnaam="x", ocmw=griet.ocmw, door=griet, op=None)
    assert diep == [voor, voor + 1]
