"""A ja in phase 1 with real fingers: the trajectbegeleider answers, the maatschappelijk werker asks the service, the coordinator
sees one sentence."""

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from trajecten.models import Navraag, Randprobleem

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def ga_naar(pagina, wie, adres):
    pagina.context.clear_cookies()
    log_in(pagina, wie.email)
    pagina.goto(adres)


def test_van_ja_tot_navraag_tot_opgelost(an, bert, griet, telefoon):
    client = maak_client(bert, coach=an, voornaam="Samira", achternaam="El Idrissi")
    maak_traject(client, an)
    adres = f"{client.get_absolute_url()}traject/"
    ga_naar(telefoon, an, adres)
    telefoon.locator("label[for=gezondheid_ja]").click()
    paneel = telefoon.locator("#randproblemen")
    paneel.get_by_text("Nog naar geen dienst doorverwezen.").wait_for()  # without a reload
    telefoon.get_by_text("Randprobleem Gezondheid (belemmert het werk). Noteer hoe het nu staat.").wait_for()
    axe(telefoon)
    schermafdruk(telefoon, "randprobleem-na-ja")

    ga_naar(telefoon, bert, adres)
    telefoon.get_by_role("link", name="Noteer een navraag").click()
    telefoon.get_by_label("Met welke dienst of wie").fill("de huisarts")
    telefoon.get_by_label("Er wordt aan gewerkt").check()
    axe(telefoon)
    schermafdruk(telefoon, "navraag-nieuw")
    telefoon.get_by_role("button", name="Bewaar de navraag").click()
    telefoon.get_by_text("Laatste navraag").wait_for()
    assert (Navraag.objects.get().met, Randprobleem.objects.get().status) == ("de huisarts", "aangepakt")

    ga_naar(telefoon, griet, adres)
    telefoon.get_by_text("Een deel van deze fase is afgeschermd.").wait_for()
    assert "huisarts" not in telefoon.content()

    ga_naar(telefoon, an, adres)
    telefoon.locator("label[for=gezondheid_nee]").click()
    telefoon.get_by_text("Is dit opgelost?").wait_for()
    axe(telefoon)
    schermafdruk(telefoon, "randprobleem-nu-nee")
    telefoon.get_by_role("button", name="Ja, het is opgelost").click()
    telefoon.get_by_text("Gezondheid staat het werk niet meer in de weg.").wait_for()
    assert not Randprobleem.objects.get().belemmert
