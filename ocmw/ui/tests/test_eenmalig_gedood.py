"""`kill -9` of the process that answers a form: before its commit nothing is there, after it the second post finds the first."""

import json
import time

import pytest

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from ocmw.ui import bewaring
from ocmw.ui.models import Formuliersleutel
from trajecten.models import Gesprek

pytestmark = [pytest.mark.databank, pytest.mark.traag, pytest.mark.django_db(transaction=True)]

SLEUTEL = "sleutel-van-het-gesprek"
WERKER = """
import json
import time
from pathlib import Path
from django.test import Client
from ocmw.toegang.models import Medewerker
from ocmw.ui.bewaring import Bewaring

def werk(wie, adres, velden, waar, bord):
    def blijf():
        Path(bord).write_text("hier")
        time.sleep(600)

    echt = Bewaring.sluit

    def sluit(self, antwoord):
        if waar == "voor":
            blijf()
        echt(self, antwoord)
        blijf()

    browser = Client()
    browser.force_login(Medewerker.objects.get(pk=wie))
    Bewaring.sluit = sluit
    browser.post(adres, json.loads(velden))
"""


@pytest.fixture(autouse=True)
def _zelfde_installatie(monkeypatch, settings):
    """Processes of one installation share their secret; a child of a test has a folder of its own."""
    monkeypatch.setenv("OCMW_SECRET_KEY", settings.SECRET_KEY)


@pytest.fixture
def gesprek(an, moeder, tmp_path):
    """Post a talk in a child, kill it `waar` ("voor" or "na" the commit), and give back what posts it again."""

    client = maak_client(an, coach=an)
    adres = f"/clienten/{client.pk}/gesprekken/nieuw/"
    velden = {
        "op": vandaag().isoformat(),
        "duur": "30",
        "kanaal": "telefoon",
        "aanwezigheid": "aanwezig",
        "verslag": "x",
    }
    velden[bewaring.VELD] = SLEUTEL

    def dood(waar):
        bord = tmp_path / "bord"
        kind = moeder.start(an.pk, adres, json.dumps(velden), waar, bord)
        while not bord.exists() and kind.poll() is None:
            time.sleep(0.01)
        assert kind.kill()
        return adres, velden

    return dood


def test_gedood_na_het_bewaren_leidt_de_tweede_keer_naar_de_eerste(gesprek, an, als):
    adres, velden = gesprek("na")
    assert Gesprek.objects.count() == 1
    antwoord = als(an).post(adres, velden)
    assert antwoord.url == Formuliersleutel.objects.get().naar
    assert Gesprek.objects.count() == 1


def test_gedood_voor_het_bewaren_bewaart_de_tweede_keer(gesprek, an, als):
    adres, velden = gesprek("voor")
    assert Gesprek.objects.count() == 0
    assert not Formuliersleutel.objects.exists()
    assert als(an).post(adres, velden).status_code == 302
    assert Gesprek.objects.count() == 1


def test_zonder_sleutel_staat_het_er_na_een_dood_twee_keer(gesprek, an, als, monkeypatch):
    """Negative control."""
    adres, velden = gesprek("na")
    monkeypatch.setattr(bewaring, "sleutel_van", lambda request: None)
    als(an).post(adres, velden)
    assert Gesprek.objects.count() == 2
