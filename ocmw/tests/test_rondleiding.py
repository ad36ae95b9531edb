"""The guided tour (docs/rondleiding.md): twelve pages in the order of a working day, each opened in the demo, and each picture there.

The pictures are made by this test: `OCMW_RONDLEIDING=1 bin/test ocmw/tests/test_rondleiding.py`. Without it they are only looked
up, so that a run changes no file.
"""

import os
import re
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db.models import F

from clienten.models import Client
from ocmw.gereedschap.demo.vullen import Vuller
from ocmw.gereedschap.testing.browser import BREED, SMAL, log_in
from ocmw.kalender.klok import vandaag
from trajecten.groepen.enums import Sessiestatus
from trajecten.groepen.models import Sessie

pytestmark = [pytest.mark.browser, pytest.mark.traag, pytest.mark.databank, pytest.mark.django_db(transaction=True)]
BLAD, BEELDEN = settings.BASE_DIR / "docs" / "rondleiding.md", settings.BASE_DIR / "docs" / "rondleiding"
MAAK = os.environ.get("OCMW_RONDLEIDING", "") not in {"", "0"}


@dataclass(frozen=True)
class Halte:
    naam: str
    rol: str
    adres: str  # {client} is somebody with a contract, {sessie} the last session that was


HALTES = [
    Halte("vandaag", "atb", "/"),
    Halte("clienten", "atb", "/clienten/"),
    Halte("dossier", "atb", "/clienten/{client}/"),
    Halte("gesprek", "atb", "/clienten/{client}/gesprekken/nieuw/"),
    Halte("tijdlijn", "atb", "/clienten/{client}/tijdlijn/"),
    Halte("traject", "atb", "/clienten/{client}/traject/"),
    Halte("werk", "atb", "/clienten/{client}/werk/"),
    Halte("rechten", "atb", "/clienten/{client}/rechten/"),
    Halte("nazorg", "atb", "/clienten/{client}/nazorg/"),
    Halte("sessie", "lesgever", "/sessies/{sessie}/"),
    Halte("team", "coordinator", "/"),
    Halte("sturing", "coordinator", "/sturing/"),
]


@pytest.fixture
def waarden():
    Vuller(vandaag(), {"aalst": 24}).vul("niet-gebruikt-hier")
    # The one of whom there is most to see: at work, with talks behind and months ahead.
    lopend = Client.objects.filter(
        stand__coach__email="atb.aalst@demo.example",
        tewerkstellingen__tot__gt=vandaag(),
        tewerkstellingen__tot__lt=F("stand__twe_einde_op"),
    )
    client = max(lopend.distinct(), key=lambda client: (client.gesprekken.count(), -client.pk))
    sessie = Sessie.objects.filter(
        reeks__programma__naam="JOBCLUB", dag__lt=vandaag(), status=Sessiestatus.GEHOUDEN
    ).last()
    return {"client": client.pk, "sessie": sessie.pk}


def test_elke_halte_gaat_open_en_heeft_haar_beelden(pagina, waarden):
    tekst = BLAD.read_text(encoding="utf-8")
    genoemd = re.findall(r"\]\(rondleiding/([a-z]+)-(\d+)\.jpg\)", tekst)
    assert genoemd == [(halte.naam, str(maat[0])) for halte in HALTES for maat in (BREED, SMAL)]
    BEELDEN.mkdir(exist_ok=True)
    for halte in HALTES:
        log_in(pagina, f"{halte.rol}.aalst@demo.example")
        for breed, hoog in (BREED, SMAL):
            pagina.set_viewport_size({"width": breed, "height": hoog})
            antwoord = pagina.goto(halte.adres.format(**waarden))
            assert antwoord.status == 200, halte
            assert pagina.locator("h1, h2").count(), halte
            bestand = BEELDEN / f"{halte.naam}-{breed}.jpg"
            if MAAK:
                pagina.evaluate("() => document.fonts.ready.then(() => true)")
                pagina.screenshot(path=bestand, type="jpeg", quality=60)
            assert bestand.is_file(), f"{bestand.name}: maak de beelden opnieuw met OCMW_RONDLEIDING=1"
    over = {pad.name for pad in BEELDEN.glob("*.jpg")} - {f"{naam}-{breed}.jpg" for naam, breed in genoemd}
    assert not over
