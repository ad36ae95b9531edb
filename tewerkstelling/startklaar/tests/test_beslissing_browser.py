"""The right to leefloon and the decision with real fingers: the maatschappelijk werker notes them on the list before the start, the
trajectbegeleider the wage; the client gets both on paper."""

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_startklaar import maak_plaatsing
from ocmw.kalender.klok import vandaag
from tewerkstelling.startklaar.models import Loonafspraak, Startbeslissing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_van_recht_tot_wat_krijg_ik(pagina, telefoon, bert, an):
    plaatsing = maak_plaatsing(maak_client(bert, coach=an), an)
    log_in(telefoon, bert.email)
    telefoon.goto(plaatsing.get_absolute_url())
    axe(telefoon)
    schermafdruk(telefoon, "startlijst-mw")
    telefoon.goto(f"{plaatsing.get_absolute_url()}beslissing/")
    telefoon.get_by_label("Leefloon", exact=True).check()
    for naam in ("nagekeken op", "de maatschappelijk werker besliste op", "de cliënt besliste op"):
        telefoon.get_by_label(naam, exact=False).first.fill(f"{vandaag():%d/%m/%Y}")
    telefoon.get_by_label("waarom art.60?", exact=False).fill("Ze wil eerst weer ritme vinden.")
    axe(telefoon)
    schermafdruk(telefoon, "beslissing-mw")
    telefoon.get_by_role("button", name="Bewaar").first.click()
    telefoon.get_by_text("Ze wil eerst weer ritme vinden.").first.wait_for()
    beslissing = Startbeslissing.objects.get()
    assert (beslissing.recht, beslissing.recht_door, beslissing.mw) == ("leefloon", bert, bert)

    log_in(pagina, an.email)
    pagina.goto(f"{plaatsing.get_absolute_url()}loon/")
    pagina.get_by_label("brutoloon", exact=False).first.fill("2200,50")
    pagina.get_by_role("button", name="Bewaar").first.click()
    pagina.get_by_text("2.200,50").first.wait_for()
    assert Loonafspraak.objects.get().brutoloon
    axe(pagina)
    schermafdruk(pagina, "startlijst-loon")
