"""The story: the coordinator finds two dossiers of one man, makes one of them, and takes it back."""

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_medewerker, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.toegang.rechten import Rol

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def paar(bert, an):
    een = maak_client(
        bert,
        coach=an,
        voornaam="Łukasz",
        achternaam="Van den Broucke",
        taal="Pools",
        opmerking="Belt liefst 's avonds.",
    )
    twee = maak_client(
        bert,
        voornaam="Lukasz",
        achternaam="Vandenbroucke",
        insz="",
        geboortedatum=een.geboortedatum,
        taal="Oekraïens",
        opmerking="Komt met de bus uit Haaltert.",
    )
    for client in (een, twee):
        maak_traject(client, an)
    maak_contract(twee, an, van=vandaag(), laatste_dag=vandaag().replace(year=vandaag().year + 1))
    maak_gesprek(twee, an, verslag="Eerste gesprek op de werkplek.")
    return een, twee


def test_van_twee_naar_een_en_terug(pagina, paar, an):
    een, twee = paar
    kaat = maak_medewerker("Kaat", "Regelaar", an.ocmw, Rol.COORDINATOR)
    log_in(pagina, kaat.email)
    pagina.goto("/dubbels/")
    axe(pagina)
    schermafdruk(pagina, "dubbel-lijst")
    pagina.get_by_role("link", name="Vergelijk").click()
    axe(pagina)
    pagina.get_by_label("Oekraïens").check()
    schermafdruk(pagina, "dubbel-vergelijk")
    pagina.get_by_role("button", name="Maak er één dossier van").click()
    pagina.get_by_text("zit nu in het dossier van").wait_for()
    schermafdruk(pagina, "dubbel-klaar")
    pagina.get_by_role("link", name="Tijdlijn").click()
    pagina.get_by_text("Eerste gesprek op de werkplek.").first.wait_for()
    pagina.goto(twee.get_absolute_url())
    pagina.get_by_text("samengebracht met een ander dossier").wait_for()
    pagina.goto(f"/clienten/{een.pk}/verenigen/")
    pagina.get_by_role("link", name="Maak ongedaan").click()
    axe(pagina)
    pagina.get_by_role("button", name="Maak er weer twee dossiers van").click()
    pagina.get_by_text("is terug").wait_for()
    pagina.goto(twee.get_absolute_url())
    pagina.get_by_role("heading", name="Lukasz Vandenbroucke").wait_for()
