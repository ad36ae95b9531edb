"""The registration at VDAB with real fingers: the maatschappelijk werker asks it in the bundle, the trajectbegeleider answers it in
phase 2 and reads what contradicts it; then both find who said what."""

import pytest

from clienten.profiel.models import Profiel
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.kalender.klok import vandaag
from trajecten.actions import beantwoord_doorverwijzing, begin_doorverwijzing
from trajecten.enums import Doorverwijsstatus
from trajecten.models import Actiepunt
from trajecten.tests.bundels import vul_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_van_de_bundel_tot_wie_zei_wat(an, bert, pagina, telefoon):
    client = maak_client(bert, coach=an, voornaam="Samira")
    bundel = vul_in(begin_doorverwijzing(client, door=bert, op=vandaag()), bert, aan=an)
    log_in(pagina, bert.email)
    pagina.goto(f"/clienten/{client.pk}/doorverwijzing/{bundel.pk}/stap/3/")
    pagina.locator("input[name=vdab_ingeschreven][value=ja]").check()
    pagina.get_by_label("Heeft hulp nodig bij de inschrijving").check()
    pagina.locator("#bewaarstand").get_by_text("Kies een van beide").or_(
        pagina.locator("#bewaarstand").get_by_text("kies een van beide")
    ).wait_for()  # while choosing
    pagina.locator("input[name=vdab_ingeschreven][value=nee]").check()
    pagina.get_by_text("Bewaard om").wait_for()
    axe(pagina)
    schermafdruk(pagina, "bundel-stap-3-vdab")
    pagina.goto(f"/clienten/{client.pk}/doorverwijzing/{bundel.pk}/")
    pagina.get_by_text("niet ingeschreven, heeft hulp nodig").wait_for()
    pagina.get_by_role("button", name="Verstuur aan").click()
    pagina.get_by_text("De bundel is verstuurd").wait_for()
    assert Actiepunt.objects.get().omschrijving == "Inschrijven bij VDAB"

    bundel.refresh_from_db()
    beantwoord_doorverwijzing(bundel, Doorverwijsstatus.AANVAARD, door=an, op=vandaag())
    maak_traject(client, an)
    log_in(telefoon, an.email)
    telefoon.goto(f"/clienten/{client.pk}/traject/")
    telefoon.locator("details:has(#vraag-vdab) > summary").click()
    vraag = telefoon.locator("#vraag-vdab")
    vraag.get_by_text("Laatst gezegd door Bert Maes").wait_for()
    vraag.locator("label[for=vdab_ja]").click()
    vraag.get_by_text("Je koos “ja”. In het dossier staat bij hulp nodig").wait_for()
    axe(telefoon)
    schermafdruk(telefoon, "fase-2-vdab-tegenspraak")
    with telefoon.expect_navigation():
        vraag.get_by_role("button", name="Pas het dossier aan").click()
    profiel = Profiel.objects.get()
    assert (profiel.vdab, profiel.vdab_hulp) == ("ja", False)
    telefoon.goto(f"/clienten/{client.pk}/vdab/")
    telefoon.get_by_text("Ingeschreven bij VDAB als werkzoekende").first.wait_for()
    axe(telefoon)

    telefoon.goto(f"/clienten/{client.pk}/gegevens/")
    telefoon.get_by_role("link", name="Wie zei wat").first.click()
    rijen = telefoon.get_by_role("row")
    rijen.filter(has_text="bij fase 2").filter(has_text="An Claes").first.wait_for()
    rijen.filter(has_text="in de doorverwijsbundel").filter(has_text="Bert Maes").first.wait_for()
    axe(telefoon)
    schermafdruk(telefoon, "wie-zei-wat")
