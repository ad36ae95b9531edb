"""The nazorg with real fingers: the maatschappelijk werker finds it on Vandaag and notes what she finds; a file that closes and opens
again keeps its measuring moments, and says so in its timeline."""

import re
from datetime import timedelta

import pytest

from clienten.models import Client
from nazorg.models import Uitkomst
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.kalender.klok import vandaag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_van_vandaag_tot_uitkomst_en_weer_open(pagina, telefoon, bert, an):
    client = maak_client(bert, coach=an, voornaam="Samira", achternaam="El Idrissi")
    dag = vandaag()
    maak_contract(client, an, van=dag - timedelta(days=400), laatste_dag=dag - timedelta(days=40))
    log_in(telefoon, bert.email)
    telefoon.goto("/")
    telefoon.get_by_text("Samira El Idrissi").first.wait_for()  # on Vandaag, hers
    axe(telefoon)
    schermafdruk(telefoon, "vandaag-nazorg-mw")
    telefoon.goto(f"/clienten/{client.pk}/nazorg/")
    telefoon.get_by_role("link", name=re.compile("Noteer.*Een dag na")).click()
    telefoon.get_by_label("Werkt niet").check()
    telefoon.get_by_role("button", name="Bewaar de uitkomst").click()
    telefoon.get_by_text("De uitkomst is genoteerd.").wait_for()
    assert Uitkomst.objects.get().gewijzigd_door == bert
    axe(telefoon)
    schermafdruk(telefoon, "nazorg-uitkomst-mw")

    log_in(pagina, an.email)
    pagina.goto(f"/clienten/{client.pk}/sluiten/")
    pagina.get_by_text("Deze meetmomenten na art.60 vraagt niemand nog").wait_for()
    axe(pagina)
    schermafdruk(pagina, "sluiten-met-meetmomenten")
    pagina.get_by_label("Verhuisd naar een andere gemeente").check()
    pagina.get_by_label("Hoe loopt het af?").fill("Verhuisde naar Gent.")
    pagina.get_by_role("button", name="Sluit het dossier").click()
    pagina.get_by_text("is gesloten").first.wait_for()

    telefoon.goto(f"/clienten/{client.pk}/heropenen/")
    telefoon.get_by_label("Waarom heropen je het dossier?").fill("Woont weer hier.")
    axe(telefoon)
    telefoon.get_by_role("button", name="Heropen het dossier").click()
    telefoon.get_by_text("De nazorg loopt weer").wait_for()
    assert Client.objects.get(pk=client.pk).gesloten_op is None
    telefoon.goto(f"/clienten/{client.pk}/tijdlijn/")
    telefoon.get_by_text("Verhuisde naar Gent.").first.wait_for()
    telefoon.get_by_text("Woont weer hier.").first.wait_for()
    axe(telefoon)
    schermafdruk(telefoon, "tijdlijn-gesloten-en-weer-open")
