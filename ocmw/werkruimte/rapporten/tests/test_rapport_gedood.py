"""`kill -9` of the process that makes a report, at every moment: the job is taken up again and leaves exactly one file."""

import random
import time
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from pypdf import PdfReader

from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.gereedschap.testing.proces import Moeder
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.werkruimte.rapporten.actions import vraag_attesten, vraag_dossierverslag
from trajecten.groepen.actions import noteer_aanwezigheid
from trajecten.groepen.models import Attest

pytestmark = [pytest.mark.databank, pytest.mark.traag, pytest.mark.django_db(transaction=True)]

RONDES = 8
WERKER = """
import ocmw.werkruimte.rapporten.jobs
from ocmw.opdrachten.uitvoering import voer_uit as werk
"""


def _dood_na_stap(moeder: Moeder, opdracht: Opdracht, stap: str, wacht: float) -> bool:
    proces = moeder.start(opdracht.pk)
    while proces.poll() is None:
        opdracht.refresh_from_db()
        if opdracht.stap == stap or opdracht.status == Opdrachtstatus.KLAAR:
            break
        time.sleep(0.005)
    time.sleep(wacht)
    return proces.kill()


def test_een_gedood_werk_wordt_hernomen_en_laat_een_bestand_achter(an, moeder):
    client, toeval = maak_client(an), random.Random(7)
    maak_gesprek(client, an, verslag="Tekst. " * 200)
    halfweg = 0
    for ronde in range(RONDES):
        rapport = vraag_dossierverslag(client, delen=["identiteit", "gesprekken"], door=an, op=vandaag())
        opdracht = Opdracht.objects.get(pk=rapport.opdracht_id)
        stap = "Bewaren" if ronde % 2 else "Bladzijden opmaken"
        gedood = _dood_na_stap(moeder, opdracht, stap, toeval.uniform(0, 0.02 if ronde % 2 else 0.4))
        opdracht.refresh_from_db()
        halfweg += gedood and opdracht.status == Opdrachtstatus.BEZIG
        # The sweep offers a job again when its heartbeat is half a minute old; here time passes at once.
        Opdracht.objects.filter(pk=opdracht.pk, status=Opdrachtstatus.BEZIG).update(
            hartslag_op=timezone.now() - timedelta(minutes=1)
        )
        werker = moeder.start(opdracht.pk)
        assert werker.wait() == 0, werker.fout
        opdracht.refresh_from_db()
        rapport.refresh_from_db()
        assert (opdracht.status, opdracht.fout) == (Opdrachtstatus.KLAAR, "")
        assert rapport.bestand.read().startswith(b"%PDF")
        rapport.bestand.close()
        assert [f"{rapport.map}/{naam}" for naam in default_storage.listdir(rapport.map)[1]] == [rapport.bestand.name]
        assert Journaalregel.objects.filter(wat="dossier_afgedrukt", onderwerp__endswith=str(rapport.pk)).count() == 1
    assert halfweg >= RONDES // 2, "te weinig keer halfweg gedood: deze proef zegt dan niets"


def test_een_groep_krijgt_elk_attest_een_keer_hoe_vaak_het_werk_ook_gedood_wordt(an, moeder):
    """Killed while the attests are given or drawn: at the end each person has one, and the file has a page for each."""
    toeval, halfweg = random.Random(11), 0
    reeks = maak_reeks(an, capaciteit=20)
    sessie = reeks.sessies.filter(dag__lte=vandaag()).first()
    for nummer in range(12):
        rij = maak_inschrijving(reeks, maak_client(an, achternaam=f"Groep{nummer}"), an)
        noteer_aanwezigheid(sessie, rij, stand="aanwezig", door=an, op=vandaag())
    for ronde in range(4):
        Attest.objects.all().delete()
        rapport = vraag_attesten(reeks, door=an, op=vandaag())
        opdracht = Opdracht.objects.get(pk=rapport.opdracht_id)
        stap = "Bladzijden opmaken" if ronde % 2 else "Attesten maken"
        _dood_na_stap(moeder, opdracht, stap, toeval.uniform(0, 0.02))
        opdracht.refresh_from_db()
        halfweg += opdracht.status == Opdrachtstatus.BEZIG
        Opdracht.objects.filter(pk=opdracht.pk, status=Opdrachtstatus.BEZIG).update(
            hartslag_op=timezone.now() - timedelta(minutes=1)
        )
        werker = moeder.start(opdracht.pk)
        assert werker.wait() == 0, werker.fout
        rapport.refresh_from_db()
        assert Attest.objects.values("inschrijving").distinct().count() == Attest.objects.count() == 12
        with rapport.bestand.open("rb") as bestand:
            bladen = [blad.extract_text() for blad in PdfReader(bestand).pages]
        assert len(bladen) == 12
        assert all(
            sum(f"Groep{nummer}" in blad.split() or f"Groep{nummer}," in blad.split() for blad in bladen) == 1
            for nummer in range(12)
        )
    assert halfweg >= 2, "te weinig keer halfweg gedood: deze proef zegt dan niets"


def test_de_minuutronde_vindt_het_werk_dat_een_dode_werker_achterliet(an, moeder):
    rapport = vraag_dossierverslag(maak_client(an), delen=["identiteit"], door=an, op=vandaag())
    opdracht = Opdracht.objects.get(pk=rapport.opdracht_id)
    assert _dood_na_stap(moeder, opdracht, "Bladzijden opmaken", 0)
    assert not Opdracht.objects.op_te_nemen().filter(pk=opdracht.pk).exists()
    Opdracht.objects.filter(pk=opdracht.pk).update(hartslag_op=timezone.now() - timedelta(minutes=1))
    assert Opdracht.objects.op_te_nemen().filter(pk=opdracht.pk).exists()
