"""A contract that ends while somebody is ill, with real fingers: the page offers to close the interruption on the same day."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_geld import maak_twe
from ocmw.gereedschap.testing.maak_rechtenteller import onderbreek
from ocmw.kalender.klok import vandaag
from tewerkstelling.models import Onderbreking, Tewerkstelling

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_beeindigen_tijdens_een_ziekte_zonder_einde(pagina, an):
    client = maak_client(an)
    start = vandaag() - timedelta(days=60)
    maak_twe(client, an, start=start, art60=(start, start + timedelta(days=500)))
    contract = Tewerkstelling.objects.get()
    onderbreek(contract, an, soort="ziekte_ziekenfonds", van=vandaag() - timedelta(days=10), laatste_dag=None)
    log_in(pagina, an.email)
    pagina.goto(f"/clienten/{client.pk}/werk/contracten/{contract.pk}/einde/")
    pagina.get_by_label("Laatste dag van het contract").fill(f"{vandaag():%d/%m/%Y}")
    pagina.get_by_label("Waarom").first.select_option("medisch")
    aanbod = pagina.get_by_label("onderbreking", exact=False).first
    assert aanbod.is_visible()
    aanbod.check()
    pagina.get_by_role("button", name="Bekijk wat dit verandert").click()
    pagina.get_by_role("heading", name="Dit verandert er").wait_for()
    axe(pagina)
    schermafdruk(pagina, "einde-tijdens-ziekte")
    pagina.get_by_role("button", name="Beëindig het contract").first.click()
    pagina.wait_for_url(lambda url: not url.endswith("/einde/"))
    assert Onderbreking.objects.get().laatste_dag == vandaag()
    assert Tewerkstelling.objects.get().laatste_dag == vandaag()
