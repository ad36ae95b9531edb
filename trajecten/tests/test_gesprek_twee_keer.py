"""The findings as they happened: a real double click, Ctrl+Enter twice, and back and save again make one talk."""

import re

import pytest
from playwright.sync_api import expect

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.ui import bewaring
from trajecten.models import Gesprek

TEKST = "Ze begint maandag in de keuken."
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def formulier(pagina, an):
    client = maak_client(an, coach=an)
    log_in(pagina, an.email)
    pagina.goto(f"/clienten/{client.pk}/gesprekken/nieuw/")
    pagina.fill("[name=verslag]", TEKST)
    pagina.get_by_text("Kladje bewaard").wait_for()
    return pagina


def klaar(pagina):
    """Two clicks are two navigations, and the first is broken off: wait for where the last one ends."""
    expect(pagina).not_to_have_url(re.compile("/gesprekken/nieuw/"))
    pagina.wait_for_load_state()


def test_dubbel_klikken_is_een_gesprek(formulier):
    formulier.get_by_role("button", name="Bewaar het gesprek").dblclick()
    klaar(formulier)
    assert Gesprek.objects.count() == 1


def test_twee_keer_ctrl_enter_is_een_gesprek(formulier):
    formulier.focus("[name=verslag]")
    for _ in range(2):
        formulier.keyboard.press("Control+Enter")
    klaar(formulier)
    assert Gesprek.objects.count() == 1


def test_terug_en_nog_eens_bewaren_is_een_gesprek(formulier):
    terug(formulier)
    assert formulier.input_value("[name=verslag]") == TEKST
    formulier.get_by_role("button", name="Bewaar het gesprek").click()
    klaar(formulier)
    expect(formulier.get_by_text("Dit formulier was al verstuurd")).to_be_visible()
    assert Gesprek.objects.count() == 1


def test_terug_en_iets_bijschrijven_vraagt_wat_je_wil(formulier):
    """Nothing of what was added is lost, and nothing is saved twice without a question."""
    terug(formulier)
    formulier.fill("[name=verslag]", f"{TEKST} Haar zus brengt haar.")
    formulier.get_by_role("button", name="Bewaar het gesprek").click()
    expect(formulier.get_by_role("heading", name="Dit formulier was al verstuurd")).to_be_visible()
    expect(formulier.get_by_text("Haar zus brengt haar.")).to_be_visible()
    axe(formulier)
    schermafdruk(formulier, "al-verstuurd")
    assert Gesprek.objects.count() == 1
    formulier.get_by_role("button", name="Bewaar dit apart").click()
    klaar(formulier)
    assert Gesprek.objects.count() == 2


def terug(pagina):
    pagina.get_by_role("button", name="Bewaar het gesprek").click()
    klaar(pagina)
    pagina.go_back()
    pagina.wait_for_load_state()


def test_zonder_sleutel_zijn_het_er_twee(formulier, monkeypatch):
    """Negative control; a double click is stopped by the script as well, going back is not."""
    monkeypatch.setattr(bewaring, "sleutel_van", lambda request: None)
    terug(formulier)
    formulier.get_by_role("button", name="Bewaar het gesprek").click()
    klaar(formulier)
    assert Gesprek.objects.count() == 2
