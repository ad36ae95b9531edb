"""The list of clients in a real browser: how many people stand above the fold, filters at once, and walking on from it."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_traject
from ocmw.kalender.klok import vandaag
from trajecten.twe.models import Werkervaring

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def twintig(an, bert):
    mensen = []
    for nummer in range(20):
        client = maak_client(
            bert, coach=an, voornaam="Abdelkader", achternaam=f"{nummer:02} Ben Abdallah-Vandenbroucke", taal="Tigrinya"
        )
        maak_traject(client, an, op=vandaag() - timedelta(days=nummer))
        Werkervaring.objects.create(client=client, start=vandaag() - timedelta(days=95), geregistreerd_door=an)
        maak_contract(client, an, van=vandaag() - timedelta(days=90), laatste_dag=vandaag() + timedelta(days=270))
        mensen.append(client)
    return mensen


def test_twaalf_mensen_boven_de_vouw_in_rijen_van_44(twintig, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/clienten/")
    rijen = [rij.bounding_box() for rij in pagina.locator("tr[data-rij]").all()]
    assert {round(vak["height"]) for vak in rijen} == {44}
    assert sum(vak["y"] + vak["height"] <= 800 for vak in rijen) >= 12
    assert all(vak["width"] > 100 for vak in [svg.bounding_box() for svg in pagina.locator(".maat-16").all()])
    axe(pagina)
    schermafdruk(pagina, "clienten-mijn")


def test_een_filter_werkt_meteen(twintig, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/clienten/")
    assert not pagina.get_by_role("button", name="Filter", exact=True).is_hidden()
    with pagina.expect_navigation():
        pagina.get_by_label("Fase").select_option("12")
    pagina.get_by_text("Geen cliënten met deze filters").wait_for()


def test_vorige_en_volgende_van_de_lijst(twintig, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/clienten/?sorteer=naam")
    pagina.locator("tr[data-rij] a.naam").nth(1).click()
    pagina.wait_for_url(f"**{twintig[1].get_absolute_url()}")
    pagina.get_by_role("link", name="Volgende cliënt van de lijst").click()
    pagina.wait_for_url(f"**{twintig[2].get_absolute_url()}")
    pagina.goto(f"{twintig[0].get_absolute_url()}tijdlijn/")
    assert pagina.get_by_role("link", name="Vorige cliënt van de lijst").count() == 0
    axe(pagina)
    pagina.get_by_role("link", name="Terug naar de lijst").click()
    pagina.wait_for_url("**/clienten/?sorteer=naam")
