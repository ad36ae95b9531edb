"""From a name nobody has to the first step of the bundle with real fingers: typed once (missie 24)."""

import pytest

from clienten.models import Client
from ocmw.gereedschap.testing.browser import axe, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_van_een_gezochte_naam_tot_in_de_bundel(bert, telefoon):
    log_in(telefoon, bert.email)
    telefoon.goto("/clienten/nieuw/")
    telefoon.get_by_label("Voornaam").fill("Ada")
    telefoon.get_by_label("Familienaam").fill("Lovelace")
    telefoon.locator("#id_geboortedatum").fill("14/05/1985")
    telefoon.get_by_role("button", name="Zoek", exact=True).click()
    telefoon.get_by_role("button", name="Maak een nieuw dossier").click()
    axe(telefoon)
    telefoon.get_by_role("button", name="Maak het dossier en begin de doorverwijzing").click()
    telefoon.wait_for_url("**/stap/1/")
    client = Client.objects.get()
    assert (client.voornaam, client.achternaam, client.doorverwijzingen.get().van) == ("Ada", "Lovelace", bert)
    telefoon.get_by_text("Ada Lovelace").first.wait_for()
