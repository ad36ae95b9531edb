"""The phase proposes itself with real fingers: the contract began, one tap takes the step, and phase 3 shows only its branch."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_traject
from ocmw.kalender.klok import vandaag
from trajecten.fasen import Fase
from trajecten.models import Traject

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_het_contract_begon_en_een_tik_zet_de_fase(telefoon, an):
    client = maak_client(an, coach=an)
    maak_traject(client, an, op=vandaag() - timedelta(days=30))
    Traject.objects.update(fase=Fase.ZOEKEN)
    maak_contract(client, an, van=vandaag() - timedelta(days=2), laatste_dag=vandaag() + timedelta(days=300))
    log_in(telefoon, an.email)
    telefoon.goto(f"/clienten/{client.pk}/traject/")
    telefoon.locator("label[for=richting_art60]").click()
    telefoon.locator("#vraag-vacatures").wait_for(state="detached")  # the branch that was not chosen
    telefoon.locator("#vraag-werkplek_gezocht").wait_for()
    voorstel = telefoon.locator("#fasevoorstel")
    axe(telefoon)
    schermafdruk(telefoon, "fasevoorstel")
    voorstel.get_by_role("button", name="Zet in fase 4").click()
    voorstel.wait_for(state="detached")
    assert Traject.objects.get().fase == Fase.BEGELEIDING
    assert telefoon.locator("#vraag-opvolging").count() == 0  # asked only with ordinary work
