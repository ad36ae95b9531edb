"""`kill -9` of the process that looks at the impact, again and again, halfway: every dossier is counted exactly once."""

import random
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_regels import maak_regelconcept, met_impact
from ocmw.gereedschap.testing.proces import Kind, Moeder
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.regels.actions import vraag_impact
from ocmw.werkruimte.regelimpact.models import Impactrij

pytestmark = [pytest.mark.databank, pytest.mark.traag, pytest.mark.django_db(transaction=True)]

DOSSIERS, KEREN = 60, 12  # one dossier per batch: as many places to be killed in
WERKER = """
import contextlib, time
import ocmw.werkruimte.regelimpact.doorrekenen as doorrekenen
import ocmw.werkruimte.dossier.jobs
from ocmw.opdrachten.uitvoering import voer_uit

doorrekenen.bereken_impact.__kwdefaults__["partij"] = 1
echt = doorrekenen.Impactrij.objects.bulk_create

def traag(*args, **kwargs):
    time.sleep(0.03)  # wide enough to be killed in
    return echt(*args, **kwargs)

doorrekenen.Impactrij.objects.bulk_create = traag

def werk(opdracht, soort):
    if soort == "kapot":
        doorrekenen.transaction.atomic = contextlib.nullcontext  # rows and place written apart
    voer_uit(opdracht)
"""


@pytest.fixture
def concept(an, griet, request):
    for _ in range(getattr(request, "param", DOSSIERS)):
        dag = vandaag()
        maak_contract(maak_client(an), an, van=dag - timedelta(days=30), laatste_dag=dag + timedelta(days=400))
    waarde = [{"tot_leeftijd": None, "dagen": 468, "maanden": 36}]
    return maak_regelconcept("rva.toelating", griet, waarde=waarde, geldig_van=vandaag() + timedelta(days=1))


def start(moeder: Moeder, opdracht: Opdracht, soort: str = "heel") -> Kind:
    # The sweep offers a job again when its heartbeat is half a minute old; here time passes at once.
    lang_geleden = timezone.now() - timedelta(minutes=1)
    Opdracht.objects.filter(pk=opdracht.pk, status=Opdrachtstatus.BEZIG).update(hartslag_op=lang_geleden, poging=1)
    return moeder.start(opdracht.pk, soort)


def start_en_dood(moeder: Moeder, opdracht: Opdracht, wacht: float, soort: str = "heel") -> bool:
    """Kill somewhere after the first new batch; False when it was over before that."""
    voor, proces = Impactrij.objects.count(), start(moeder, opdracht, soort)
    while Impactrij.objects.count() == voor and proces.poll() is None:
        time.sleep(0.003)
    time.sleep(wacht)
    return proces.kill()


def inhoud(concept):
    return sorted(Impactrij.objects.filter(concept=concept).values_list("client", "soort", "voor", "na", "verschil"))


def test_een_gedode_berekening_gaat_voort_waar_ze_was(concept, griet, moeder):
    toeval, gedood = random.Random(11), 0
    opdracht = vraag_impact(concept, door=griet)
    for _ in range(KEREN):
        gedood += start_en_dood(moeder, opdracht, toeval.uniform(0, 0.05))
        opdracht.refresh_from_db()
        if not opdracht.is_open:
            break
        assert opdracht.gegevens["gedaan"] < DOSSIERS
        assert opdracht.gegevens["rijen"] == Impactrij.objects.filter(concept=concept).count()
    werker = start(moeder, opdracht)
    assert werker.wait() == 0, werker.fout
    assert gedood >= KEREN // 2, "te weinig keer halfweg gedood: deze proef zegt dan niets"
    opdracht.refresh_from_db()
    concept.refresh_from_db()
    assert (opdracht.status, opdracht.fout) == (Opdrachtstatus.KLAAR, "")
    assert (concept.impact_is_actueel, concept.impact_telling["gedaan"]) == (True, DOSSIERS)
    gevonden, telling = inhoud(concept), concept.impact_telling
    met_impact(concept, griet)
    concept.refresh_from_db()
    assert inhoud(concept) == gevonden, "in één keer berekend geeft hetzelfde"
    assert concept.impact_telling == telling


def test_zonder_transactie_raakt_er_wel_iets_zoek(concept, griet, moeder):
    """Negative control: place and rows written apart, and a kill in between loses dossiers."""
    toeval = random.Random(12)
    opdracht = vraag_impact(concept, door=griet)
    for _ in range(KEREN):
        start_en_dood(moeder, opdracht, toeval.uniform(0.03, 0.08), "kapot")
        opdracht.refresh_from_db()
        if opdracht.gegevens.get("rijen", 0) != Impactrij.objects.filter(concept=concept).count():
            return
    pytest.fail("geen enkele keer tussenin gedood: deze proef zegt dan niets")


@pytest.mark.parametrize("concept", [10], indirect=True)
def test_de_minuutronde_vindt_de_berekening_terug(concept, griet, moeder):
    opdracht = vraag_impact(concept, door=griet)
    assert start_en_dood(moeder, opdracht, 0)
    assert not Opdracht.objects.op_te_nemen().filter(pk=opdracht.pk).exists()
    Opdracht.objects.filter(pk=opdracht.pk).update(hartslag_op=timezone.now() - timedelta(minutes=1))
    assert Opdracht.objects.op_te_nemen().filter(pk=opdracht.pk).exists()
