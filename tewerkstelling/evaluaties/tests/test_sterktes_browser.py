"""Strong in, still to learn, with real fingers: what the voices said goes into the profile with one tap, and the match reads it beside
the tasks of the place."""

from datetime import timedelta

import pytest

from clienten.profiel.models import Profiel
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, vul_stem
from ocmw.kalender.klok import vandaag
from tewerkstelling.models import Werkplek

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_van_de_stemmen_tot_de_match(pagina, an):
    client = maak_client(an, coach=an)
    contract = maak_contract(client, an, van=vandaag() - timedelta(days=60), laatste_dag=vandaag() + timedelta(days=60))
    evaluatie = maak_evaluatie(contract, an)
    stem = vul_stem(evaluatie, "coach", 3, an)
    stem.sterk, stem.leren = ["team"], ["tempo"]
    stem.save()
    Werkplek.objects.filter(pk=maak_werkplek(an.ocmw, "Atelier", "Inpakken").pk).update(talenten=["team", "tempo"])
    log_in(pagina, an.email)
    pagina.goto(f"/clienten/{client.pk}/werk/evaluaties/")
    pagina.get_by_role("heading", name="Sterk in, en nog te leren").wait_for()
    pagina.get_by_role("button", name="Neem over in het profiel").click()
    pagina.get_by_text("Dit staat in het profiel.").wait_for()
    profiel = Profiel.objects.get()
    assert (profiel.talenten, profiel.te_leren) == (["team"], ["tempo"])
    axe(pagina)
    schermafdruk(pagina, "sterk-in")
    pagina.goto(f"/clienten/{client.pk}/match/")
    uitleg = pagina.locator(".matchuitleg").first
    if uitleg.locator("summary").count():
        uitleg.locator("summary").first.click()

    uitleg.get_by_text("Kennis en talenten").first.wait_for()
    pagina.keyboard.press("Home")  # what lies below the head of the file cannot be tapped there
    axe(pagina)
    schermafdruk(pagina, "match-talenten")
