"""Two facts that contradict each other, in a real browser: the maatschappelijk werker sees it while choosing, and taps."""

import pytest

from clienten.models import Randvoorwaarde
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from trajecten.actions import begin_doorverwijzing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_kinderopvang_nee_en_kan_werken_ja(pagina, bert):
    client = maak_client(bert)
    rij = Randvoorwaarde.objects.create(client=client, soort="kinderopvang", in_orde="nee")
    bundel = begin_doorverwijzing(client, door=bert, op=vandaag())
    log_in(pagina, bert.email)
    pagina.goto(f"/clienten/{client.pk}/doorverwijzing/{bundel.pk}/stap/2/")
    pagina.locator("input[name=randvoorwaarden_antwoord][value=ja]").check()
    pagina.get_by_text("In het dossier staat bij kinderopvang: “nee”.").wait_for()
    axe(pagina)
    schermafdruk(pagina, "tegenspraak")
    pagina.get_by_role("button", name="Pas het dossier aan").click()
    pagina.get_by_text("Dit spreekt elkaar tegen").wait_for(state="detached")
    rij.refresh_from_db()
    assert rij.in_orde == "ja"
    assert pagina.locator("input[name=randvoorwaarden_antwoord][value=ja]").is_checked()
