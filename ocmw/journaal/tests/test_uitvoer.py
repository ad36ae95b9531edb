"""A list that leaves the house: never cut off in silence, and one row in the journaal per dossier."""

import io

import openpyxl
import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.models import Journaalregel
from ocmw.journaal.uitvoer import Lijstuitvoer
from ocmw.ui.werkboek import lijst_als_werkboek


@pytest.fixture
def vraag(rf, griet):
    request = rf.get("/lijst/uitvoer/")
    request.user, request._messages = griet, CookieStorage(request)
    return request


def uitvoer(hoogstens=2):
    return Lijstuitvoer(
        "proef",
        lambda rijen: lijst_als_werkboek("Proef", ["Naam"], [[rij.naam] for rij in rijen]),
        "mensen",
        lambda rijen: rijen,
        hoogstens=hoogstens,
    )


def test_wie_twee_keer_in_de_lijst_staat_heeft_een_regel_in_het_journaal(vraag, griet):
    client = maak_client(griet)
    antwoord = uitvoer().geef(vraag, [client, client], terug="/lijst/")
    blad = openpyxl.load_workbook(io.BytesIO(antwoord.content))["Proef"]
    assert [cel.value for cel in blad["A"]] == ["Naam", client.naam, client.naam]
    regels = Journaalregel.objects.filter(wat="lijst_geexporteerd")
    assert [regel.details for regel in regels.filter(client_id=None)] == [{"lijst": "proef", "aantal": 2}]
    assert regels.filter(client_id=client.pk).count() == 1


@pytest.mark.parametrize(("hoogstens", "gaat"), [(1, False), (2, True)])
def test_een_lijst_die_te_lang_is_gaat_niet_half_mee(vraag, griet, hoogstens, gaat):
    mensen = [maak_client(griet), maak_client(griet)]
    antwoord = uitvoer(hoogstens).geef(vraag, mensen, terug="/lijst/")
    genoteerd = Journaalregel.objects.filter(wat="lijst_geexporteerd").exists()
    assert (antwoord.status_code == 200, genoteerd) == (gaat, gaat)
    if not gaat:
        assert antwoord.url == "/lijst/"
        assert [str(b) for b in get_messages(vraag)] == ["Dat zijn meer dan 1 mensen. Filter eerst, en voer dan uit."]
