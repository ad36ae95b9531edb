"""`kill -9` of the process that imports, twenty times, halfway: every person and every talk is there exactly once."""

import random
import time
from datetime import date, timedelta

import pytest
from django.db.models import Count
from django.utils import timezone

from clienten.models import Client, Contactgegevens, Stand
from ocmw.gereedschap.testing.maak import maak_insz
from ocmw.gereedschap.testing.proces import Kind, Moeder
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.werkruimte.invoer.actions import beoordeel_invoer, lees_in, start_invoer
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij
from ocmw.werkruimte.invoer.tests.boeken import maak_boek
from trajecten.models import Gesprek, Traject

pytestmark = [pytest.mark.databank, pytest.mark.traag, pytest.mark.django_db(transaction=True)]

PERSONEN, KEREN = 400, 20
WERKER = """
import contextlib
import ocmw.werkruimte.invoer.jobs
import ocmw.werkruimte.invoer.overnemen as overnemen
from ocmw.opdrachten.uitvoering import voer_uit

overnemen.PER_BROK = 3

def werk(opdracht, soort):
    if soort == "kapot":
        overnemen.transaction.atomic = contextlib.nullcontext  # rows marked and dossiers written apart
    voer_uit(opdracht)
"""


@pytest.fixture
def opdracht(griet):
    personen = [["Naam", "Voornaam", "INSZ", "Fase", "Start traject"]]
    gesprekken = [["INSZ", "Datum", "Verslag"]]
    for i in range(PERSONEN):
        insz = maak_insz(date(1970, 1, 1) + timedelta(days=i), 101)
        personen.append([f"Naam{i}", "Jo", insz, "2", "1/9/2026"])
        gesprekken.append([insz, "1/10/2026", f"Gesprek {i}"])
    ruw = maak_boek({"Caseload": personen, "Gesprekken": gesprekken})
    invoer = lees_in(ruw, bestandsnaam="groot.xlsx", ocmw=griet.ocmw, door=griet, op=vandaag())
    beoordeel_invoer(invoer, door=griet, op=vandaag())
    return start_invoer(invoer, door=griet)


def start(moeder: Moeder, opdracht: Opdracht, soort: str) -> Kind:
    # The sweep offers a job again when its heartbeat is half a minute old; here time passes at once.
    lang_geleden = timezone.now() - timedelta(minutes=1)
    Opdracht.objects.filter(pk=opdracht.pk, status=Opdrachtstatus.BEZIG).update(hartslag_op=lang_geleden, poging=1)
    return moeder.start(opdracht.pk, soort)


def start_en_dood(moeder: Moeder, opdracht: Opdracht, soort: str, wacht: float) -> bool:
    """Kill somewhere after the first new chunk; False when it was over before that."""
    voor, proces = Client.objects.count(), start(moeder, opdracht, soort)
    while Client.objects.count() == voor and proces.poll() is None:
        time.sleep(0.003)
    time.sleep(wacht)
    return proces.kill()


def heel() -> bool:
    """Every marked row has its whole dossier, and no dossier has no marked row."""
    gemarkeerd = Invoerrij.objects.exclude(overgenomen_op=None).filter(blad__naam="Caseload").count()
    aantallen = {model.objects.count() for model in (Client, Contactgegevens, Stand, Traject, Gesprek)}
    return aantallen == {gemarkeerd}


def test_twintig_keer_gedood_en_elk_dossier_precies_een_keer(opdracht, moeder):
    toeval, halfweg = random.Random(60), 0
    for _ in range(KEREN):
        gedood = start_en_dood(moeder, opdracht, "echt", toeval.uniform(0, 0.08))
        halfweg += gedood and Client.objects.count() < PERSONEN
        assert heel()
    assert halfweg >= KEREN // 2, "te weinig keer halfweg gedood: deze proef zegt dan niets"
    proces = start(moeder, opdracht, "echt")
    assert (proces.wait(), proces.fout) == (0, "")
    opdracht.refresh_from_db()
    assert (opdracht.status, Invoer.objects.get().status) == (Opdrachtstatus.KLAAR, "ingevoerd")
    assert heel()
    assert Client.objects.count() == Client.objects.values("insz").distinct().count() == PERSONEN
    per_client = Journaalregel.objects.filter(wat="client_aangemaakt").values("client_id").annotate(n=Count("pk"))
    assert set(per_client.values_list("n", flat=True)) == {1}
    assert Journaalregel.objects.filter(wat="caseload_ingevoerd").count() == 1


def test_tegenproef_zonder_transactie_blijft_er_een_half_dossier_achter(opdracht, moeder):
    """Without one transaction per chunk the kill test must fail; otherwise it proves nothing."""
    toeval = random.Random(61)
    for _ in range(KEREN):
        start_en_dood(moeder, opdracht, "kapot", toeval.uniform(0, 0.05))
        if not heel():
            return
    pytest.fail("zonder transactie ging er niets stuk")
