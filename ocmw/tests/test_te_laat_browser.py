"""One count of "te laat" with real eyes: what a trajectbegeleider reads on Vandaag is what her coordinator reads of her, and one ended
contract is one line."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from trajecten.actions import bewaar_actiepunt
from trajecten.models import Actiepunt

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_elke_plaats_zegt_hetzelfde_getal(pagina, an, griet):
    dag = vandaag()
    eindigt = maak_client(an, coach=an, voornaam="Samira", achternaam="El Idrissi")
    maak_contract(eindigt, an, van=dag - timedelta(days=300), laatste_dag=dag + timedelta(days=10))
    client = maak_client(an, coach=an, voornaam="Yusuf", achternaam="Aydin")
    punt = Actiepunt(client=client, omschrijving="Bel de crèche", vervalt_op=dag - timedelta(days=2), medewerker=an)
    bewaar_actiepunt(punt, door=an, op=dag)
    laat = Termijn.objects.te_laat(dag)
    getal = laat.van(an).count()
    einde = [t.soort for t in laat if t.client_id == eindigt.pk]
    assert len(einde) == len(set(einde)) >= 1, "one line for one end"
    log_in(pagina, an.email)
    pagina.goto("/")
    pagina.locator("#dagtelling").get_by_text(f"{getal} te laat").wait_for()
    axe(pagina)
    schermafdruk(pagina, "te-laat-vandaag")
    pagina.context.clear_cookies()
    log_in(pagina, griet.email)
    pagina.goto("/")
    pagina.get_by_role("heading", name="An Claes").get_by_text(f"{getal} te laat").wait_for()
    pagina.goto("/sturing/")
    pagina.get_by_text("te laat").first.wait_for()
    axe(pagina)
    schermafdruk(pagina, "te-laat-sturing")
