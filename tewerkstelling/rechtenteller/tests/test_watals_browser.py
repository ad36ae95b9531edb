"""Wat-als in a real browser: the dates follow while somebody types, and nothing that was typed is lost."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_geld import maak_twe
from ocmw.kalender.klok import vandaag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def adres(an):
    client = maak_client(an)
    start = vandaag() - timedelta(days=60)
    maak_twe(client, an, start=start, art60=(start, start + timedelta(days=500)))
    return f"/clienten/{client.pk}/werk/wat-als/"


def test_typen_rekent_mee_en_verliest_niets(pagina, an, adres):
    log_in(pagina, an.email)
    pagina.goto(adres)
    banden = pagina.locator("#banden .tijdbeeld")
    assert banden.count() == 1
    assert banden.first.bounding_box()["y"] < pagina.get_by_label("Uren per week").bounding_box()["y"]
    pagina.get_by_label("Waarover gaat dit scenario?").fill("Halftijds")
    uren = pagina.get_by_label("Uren per week")
    uren.fill("19")
    pagina.get_by_text("dagen minder").first.wait_for()
    assert banden.count() == 2  # now, and then: the second one came while typing
    slechter = pagina.locator("#uitkomst .status", has_text="Slechter: ").first
    assert slechter.locator(".bi").count() == 1
    assert pagina.locator("#uitkomst").get_by_text("gelijk", exact=True).count() == 0
    assert pagina.get_by_text("Wat gelijk blijft").is_visible()
    assert pagina.get_by_label("Waarover gaat dit scenario?").input_value() == "Halftijds"
    uren.fill("45")
    pagina.get_by_text("Een voltijdse werkt in deze functie 38 uren").wait_for()
    assert uren.input_value() == "45"
    uren.fill("30")
    pagina.get_by_text("Een voltijdse werkt").wait_for(state="detached")
    pagina.get_by_role("button", name="Nog een scenario ernaast").click()
    pagina.get_by_label("Uren per week").nth(1).wait_for()
    assert pagina.get_by_label("Uren per week").first.input_value() == "30"
    axe(pagina)
    schermafdruk(pagina, "wat-als-twee-scenarios")
    pagina.get_by_role("button", name="Bewaar als scenario").first.click()
    pagina.get_by_role("link", name="Halftijds").wait_for()


def test_zonder_script_werkt_de_knop(chromium, live_server, an, adres):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False, locale="nl-BE")
    page = context.new_page()
    log_in(page, an.email)
    page.goto(adres)
    page.get_by_label("Uren per week").fill("19")
    page.get_by_role("button", name="Bereken").click()
    assert page.get_by_text("dagen minder").count()
    assert page.get_by_label("Uren per week").input_value() == "19"
    context.close()
