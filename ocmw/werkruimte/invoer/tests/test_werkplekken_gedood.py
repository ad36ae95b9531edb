"""`kill -9` of the process that imports workplaces, halfway and again: every place is there exactly once."""

import random
import time

import pytest

from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdrachtstatus
from ocmw.werkruimte.invoer.actions import beoordeel_invoer, lees_in, start_invoer
from ocmw.werkruimte.invoer.enums import Invoersoort
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij
from ocmw.werkruimte.invoer.tests.boeken import maak_boek
from ocmw.werkruimte.invoer.tests.test_invoer_gedood import WERKER, start  # noqa: F401 - what `moeder` runs
from tewerkstelling.models import Werkgever, Werkplek

pytestmark = [pytest.mark.databank, pytest.mark.traag, pytest.mark.django_db(transaction=True)]
PLEKKEN, WERKGEVERS, KEREN = 300, 20, 8


@pytest.fixture
def opdracht(griet):
    rijen = [["Werkgever", "Werkplek", "Aantal plaatsen"]]
    rijen += [[f"Werkgever {n % WERKGEVERS}", f"Plek {n}", 2] for n in range(PLEKKEN)]
    ruw, soort = maak_boek({"Plekken": rijen}), Invoersoort.WERKPLEKKEN
    invoer = lees_in(ruw, bestandsnaam="p.xlsx", ocmw=griet.ocmw, door=griet, op=vandaag(), soort=soort)
    beoordeel_invoer(invoer, door=griet, op=vandaag())
    return start_invoer(invoer, door=griet)


def heel() -> bool:
    """As many places as rows that are marked as done."""
    return Werkplek.objects.count() == Invoerrij.objects.exclude(overgenomen_op=None).count()


def start_en_dood(moeder, opdracht, wacht: float) -> bool:
    voor, proces = Werkplek.objects.count(), start(moeder, opdracht, "echt")
    while Werkplek.objects.count() == voor and proces.poll() is None:
        time.sleep(0.003)
    time.sleep(wacht)
    return proces.kill()


def test_gedood_en_elke_plek_precies_een_keer(opdracht, moeder):
    toeval, halfweg = random.Random(60), 0
    for _ in range(KEREN):
        gedood = start_en_dood(moeder, opdracht, toeval.uniform(0, 0.08))
        halfweg += gedood and Werkplek.objects.count() < PLEKKEN
        assert heel()
    assert halfweg >= KEREN // 2, "te weinig keer halfweg gedood: deze proef zegt dan niets"
    proces = start(moeder, opdracht, "echt")
    assert (proces.wait(), proces.fout) == (0, "")
    opdracht.refresh_from_db()
    assert (opdracht.status, Invoer.objects.get().status) == (Opdrachtstatus.KLAAR, "ingevoerd")
    assert (Werkgever.objects.count(), Werkplek.objects.count()) == (WERKGEVERS, PLEKKEN)
    assert Journaalregel.objects.filter(wat="werkgever_gewijzigd").count() == WERKGEVERS + PLEKKEN
    assert Journaalregel.objects.filter(wat="werkplekken_ingevoerd").count() == 1
