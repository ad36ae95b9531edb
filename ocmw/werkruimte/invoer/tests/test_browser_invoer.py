"""Griet walks the whole way in a real browser: upload, columns, words, look, correct, import, result."""

import pytest

from clienten.models import Client
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.werkruimte.invoer.jobs import voer_in
from ocmw.werkruimte.invoer.models import Invoer
from ocmw.werkruimte.invoer.tests.boeken import AALST

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def toon(pagina, naam):
    pagina.wait_for_load_state("load")
    axe(pagina)
    schermafdruk(pagina, naam)


def test_een_caseload_invoeren_van_begin_tot_einde(pagina, griet, an, team_aalst):
    maak_client(an, achternaam="Helsen", voornaam="Wendy", insz="96071623688", taal="Frans")
    log_in(pagina, griet.email)
    pagina.goto("/invoer/")
    toon(pagina, "invoer-leeg")
    pagina.get_by_role("main").get_by_role("link", name="Rekenblad invoeren").first.click()
    toon(pagina, "invoer-1-opladen")
    pagina.get_by_label("Rekenblad").set_input_files(AALST)
    pagina.get_by_role("button", name="Laad het bestand op").click()
    pagina.wait_for_url("**/kolommen/")
    toon(pagina, "invoer-2-kolommen")
    pagina.get_by_role("button", name="Volgende: fasen en collega's").click()
    pagina.wait_for_url("**/woorden/")
    toon(pagina, "invoer-3-woorden")
    pagina.get_by_role("button", name="Volgende: kijk de rijen na").click()
    pagina.wait_for_url("**/nakijken/")
    toon(pagina, "invoer-4-afgewezen")
    _verbeter(pagina)
    pagina.get_by_role("link", name="Gewijzigd 1").click()
    pagina.wait_for_url("**/?tab=gewijzigd")
    toon(pagina, "invoer-4-gewijzigd")
    pagina.get_by_role("link", name="Nieuw 227").click()
    pagina.wait_for_url("**/?tab=nieuw")
    toon(pagina, "invoer-4-nieuw")
    pagina.get_by_role("button", name="Voer in").click()
    pagina.wait_for_url("**/opdrachten/**")
    toon(pagina, "invoer-5-bezig")
    voer_uit(str(Opdracht.objects.get().pk))
    pagina.wait_for_url(f"**/invoer/{Invoer.objects.get().pk}/")
    toon(pagina, "invoer-6-resultaat")
    assert Client.objects.count() == 228
    pagina.goto("/invoer/")
    toon(pagina, "invoer-7-geschiedenis")


def _verbeter(pagina):
    """The row without a name gets one; it turns into a new person where it stands, and the counts follow."""
    rij = pagina.locator(".invoerrij", has_text="rij 233 ")
    veld = rij.get_by_label("Naam", exact=True).first
    veld.fill("Peeters")
    veld.press("Enter")
    pagina.get_by_role("link", name="Afgewezen 12").wait_for()
    assert "Nieuw" in pagina.locator(".invoerrij", has_text="rij 233 ").inner_text()


def test_een_slecht_bestand_zegt_wat_er_is(telefoon, griet, tmp_path):
    slecht = tmp_path / "lijst.xlsx"
    slecht.write_bytes(b"PK\x03\x04stuk")
    log_in(telefoon, griet.email)
    telefoon.goto("/invoer/nieuw/")
    telefoon.get_by_label("Rekenblad").set_input_files(slecht)
    telefoon.get_by_role("button", name="Laad het bestand op").click()
    telefoon.get_by_role("alert").get_by_text("beschadigd").wait_for()
    axe(telefoon)


assert voer_in  # registers the handler that voer_uit looks up
