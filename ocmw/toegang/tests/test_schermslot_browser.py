"""The lock on the screen with real fingers: what was typed comes back, and so does the place on the page."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, wacht_tot
from ocmw.gereedschap.testing.maak import WACHTWOORD, maak_client, maak_traject

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def nieuw(an):
    client = maak_client(an)
    maak_traject(client, an)
    return f"{client.get_absolute_url()}gesprekken/nieuw/"


def test_wie_terugkomt_vindt_pagina_hoogte_en_tekst(an, nieuw, pagina, settings):
    log_in(pagina, an.email)
    settings.SCHERMSLOT_NA = timedelta(seconds=2)
    pagina.set_viewport_size({"width": 1280, "height": 500})
    pagina.goto(nieuw)
    pagina.get_by_label("Verslag", exact=True).fill("Zij zoekt opvang voor de jongste.")
    pagina.locator("[data-kladjestand]", has_text="Kladje bewaard").wait_for()
    pagina.evaluate("() => window.scrollTo(0, 120)")
    pagina.wait_for_url("**/account/login/**")
    settings.SCHERMSLOT_NA = timedelta(minutes=30)
    pagina.get_by_text("Je scherm ging op slot").first.wait_for()
    axe(pagina)
    pagina.get_by_label("E-mail").fill(an.email)
    pagina.get_by_label("Wachtwoord").first.fill(WACHTWOORD)
    pagina.get_by_role("button", name="Meld je aan").click()
    pagina.wait_for_url(f"**{nieuw}")
    wacht_tot(pagina, "() => window.scrollY >= 60")
    pagina.get_by_role("button", name="Zet terug").click()
    assert pagina.get_by_label("Verslag", exact=True).input_value() == "Zij zoekt opvang voor de jongste."


def test_wie_in_een_ander_tabblad_werkt_houdt_beide_open(an, nieuw, pagina, settings):
    log_in(pagina, an.email)
    settings.SCHERMSLOT_NA = timedelta(seconds=3)
    pagina.goto(nieuw)
    ander = pagina.context.new_page()
    ander.goto("/rechten/")
    for _ in range(8):
        ander.keyboard.press("Shift")
        ander.wait_for_timeout(600)
    assert pagina.url.endswith(nieuw)
    pagina.wait_for_url("**/account/login/**")


def test_een_tekst_die_niet_bewaard_raakt_gaat_niet_weg(an, nieuw, pagina, settings):
    log_in(pagina, an.email)
    settings.SCHERMSLOT_NA = timedelta(seconds=3)
    pagina.goto(nieuw)
    pagina.context.set_offline(True)
    pagina.get_by_label("Verslag", exact=True).fill("Zonder lijn")
    pagina.get_by_text("Je scherm is op slot. Iets kon niet bewaard worden").wait_for()
    assert not pagina.get_by_label("Verslag", exact=True).is_visible()
    settings.SCHERMSLOT_NA = timedelta(minutes=30)
    pagina.context.set_offline(False)
    log_in(pagina, an.email)
    pagina.evaluate("() => window.dispatchEvent(new Event('focus'))")
    verslag = pagina.get_by_label("Verslag", exact=True)
    verslag.wait_for()
    assert verslag.input_value() == "Zonder lijn"
