"""The news behind the bell and the one answer for old lines, in a real browser: wide and on a phone."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.kalender.klok import vandaag
from trajecten.actions import bewaar_actiepunt
from trajecten.models import Actiepunt

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def oud(an, bert):
    for nummer in range(16):
        client = maak_client(bert, coach=an, op=vandaag() - timedelta(days=200), achternaam=f"Van den Bossche {nummer}")
        maak_traject(client, an, op=vandaag() - timedelta(days=200))
        dag = vandaag() - timedelta(days=40 + nummer)
        punt = Actiepunt(client=client, omschrijving="Attest opvragen", vervalt_op=dag, medewerker=an)
        bewaar_actiepunt(punt, door=bert, op=dag - timedelta(days=5))


def test_het_nieuws_staat_op_gezien_met_een_tik(oud, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/")
    pagina.get_by_role("link", name="Nieuws van collega's: 16 nieuw").click()
    axe(pagina)
    schermafdruk(pagina, "nieuws")
    pagina.get_by_role("button", name="Zet alles op gezien").click()
    pagina.get_by_text("Geen nieuws").wait_for()
    assert pagina.locator(".bel .aantal").count() == 0


def test_oude_lijnen_in_een_antwoord_en_terug(oud, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/")
    pagina.get_by_role("link", name="Ruim oude lijnen samen op").click()
    axe(pagina)
    schermafdruk(pagina, "opruimen")
    pagina.get_by_label("Actiepunt (16)").check()
    pagina.get_by_role("button", name="Ruim deze lijnen op").click()
    pagina.get_by_text("16 lijnen zijn opgeruimd.").first.wait_for()
    pagina.get_by_role("button", name="Maak het laatste ongedaan").click()
    pagina.get_by_text("16 lijnen staan weer open.").first.wait_for()
    axe(pagina)
