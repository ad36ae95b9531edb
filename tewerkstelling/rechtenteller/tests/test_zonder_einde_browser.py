"""An interruption that goes on, in a real browser: noted by the trajectbegeleider, and closed in one tap on a phone."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_geld import maak_twe
from ocmw.kalender.klok import vandaag
from tewerkstelling.models import Onderbreking, Tewerkstelling

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_ziek_zonder_einde_en_weer_aan_het_werk(pagina, telefoon, an):
    client = maak_client(an)
    start = vandaag() - timedelta(days=60)
    maak_twe(client, an, start=start, art60=(start, start + timedelta(days=500)))
    contract = Tewerkstelling.objects.get()
    log_in(pagina, an.email)
    pagina.goto(f"/clienten/{client.pk}/rechten/contracten/{contract.pk}/onderbreking/")
    pagina.get_by_label("Wat is er?").select_option("ziekte_ziekenfonds")
    pagina.locator("#id_van").fill(f"{vandaag() - timedelta(days=3):%d/%m/%Y}")
    pagina.get_by_label("De laatste dag is nog niet gekend").check()
    pagina.get_by_role("button", name="Bekijk wat dit verandert").click()
    pagina.get_by_text("loopt nog: geteld tot en met vandaag").first.wait_for()
    axe(pagina)
    schermafdruk(pagina, "onderbreking-zonder-einde-vooraf")
    pagina.get_by_role("button", name="Bewaar de onderbreking").first.click()
    pagina.get_by_text("Ze loopt nog").wait_for()
    axe(pagina)
    schermafdruk(pagina, "onderbreking-loopt-nog")
    log_in(telefoon, an.email)
    telefoon.goto(f"/clienten/{client.pk}/rechten/")
    axe(telefoon)
    schermafdruk(telefoon, "onderbreking-loopt-nog-telefoon")
    telefoon.get_by_role("button", name="Weer aan het werk vanaf vandaag").click()
    telefoon.get_by_text("Weer aan het werk vanaf vandaag. De onderbreking liep").wait_for()
    assert Onderbreking.objects.get().laatste_dag == vandaag() - timedelta(days=1)
