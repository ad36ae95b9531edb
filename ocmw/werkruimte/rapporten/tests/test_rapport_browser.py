"""A coordinator looks at the numbers and a coach asks a report, in a real browser, wide and on a phone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_medewerker, maak_traject
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, vul_stem
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.toegang.models import Ocmw
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.rapporten.actions import vraag_caseloadrapport, vraag_dossierverslag
from trajecten.actions import ga_naar_fase, sluit_traject_af
from trajecten.fasen import Fase

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def caseload(an, bert, griet, aalst):
    """Twelve trajects over the last months, in all phases, some ended."""
    lies = maak_medewerker("Lies", "Van Damme", aalst, Rol.ATB)
    for n in range(12):
        start = vandaag() - timedelta(days=200 - 14 * n)
        traject = maak_traject(maak_client(bert, op=start, coach=[an, lies][n % 2]), an, op=start)
        for fase in list(Fase)[1 : n % 5 + 1]:
            op = start + timedelta(days=9 * fase.value)
            ga_naar_fase(traject, fase, door=an, op=op, motivatie="besproken", heeft_werk=True)
        if n % 4 == 3:
            sluit_traject_af(traject, reden=["werk", "verhuisd"][n % 8 == 3], door=an, op=vandaag() - timedelta(days=2))


def test_sturing_kiezen_en_bekijken(pagina, caseload, griet):
    log_in(pagina, griet.email)
    pagina.goto("/sturing/rapport/")
    axe(pagina)
    schermafdruk(pagina, "sturing")
    pagina.locator("#id_van").fill((vandaag() - timedelta(days=180)).isoformat())
    pagina.locator("#id_tot_en_met").fill(vandaag().isoformat())
    pagina.get_by_role("button", name="Toon op deze bladzijde").click()
    pagina.wait_for_url("**/sturing/caseload/?*")
    assert pagina.locator("svg.grafiek").count() >= 2
    axe(pagina)
    schermafdruk(pagina, "sturing-caseload")


def test_sturing_op_een_telefoon(telefoon, caseload, griet):
    log_in(telefoon, griet.email)
    for naam, pad in (("sturing", "/sturing/"), ("sturing-rapport", "/sturing/rapport/"), ("sturing-caseload", _pad())):
        telefoon.goto(pad)
        axe(telefoon)
        schermafdruk(telefoon, f"{naam}-telefoon")


def _pad():
    van = vandaag() - timedelta(days=180)
    return f"/sturing/caseload/?van={van}&tot_en_met={vandaag()}&ocmws={Ocmw.objects.get(code='aalst').pk}"


def test_een_verslag_vragen_volgen_en_ophalen(pagina, an):
    client = maak_client(an)
    log_in(pagina, an.email)
    pagina.goto(client.get_absolute_url())
    pagina.get_by_role("link", name="Maak een dossierverslag").click()
    pagina.get_by_role("button", name="Maak het verslag").wait_for()
    axe(pagina)
    schermafdruk(pagina, "dossierverslag")
    pagina.get_by_label("Documentenlijst").uncheck()
    pagina.get_by_role("button", name="Maak het verslag").click()
    pagina.wait_for_url("**/opdrachten/**")
    axe(pagina)
    schermafdruk(pagina, "opdracht")
    voer_uit(str(Opdracht.objects.get().pk))  # what the worker does
    pagina.wait_for_url("**/rapporten/**")  # htmx asked again and saw that it was done
    axe(pagina)
    schermafdruk(pagina, "rapport")
    with pagina.expect_download() as bestand:
        pagina.get_by_role("link", name="Haal het bestand op").click()
    assert bestand.value.suggested_filename.endswith(".pdf")


def test_mijn_rapporten(pagina, telefoon, an, griet, aalst):
    client = maak_client(an)
    klaar = vraag_dossierverslag(client, delen=["identiteit"], door=an, op=vandaag())
    voer_uit(str(klaar.opdracht_id))
    vraag_dossierverslag(client, delen=["identiteit"], door=an, op=vandaag())
    log_in(pagina, an.email)
    pagina.goto("/rapporten/")
    axe(pagina)
    schermafdruk(pagina, "rapporten")
    vraag_caseloadrapport([aalst], van=vandaag(), tot=vandaag() + timedelta(days=1), door=griet, op=vandaag())
    log_in(telefoon, griet.email)
    telefoon.goto("/rapporten/")
    axe(telefoon)
    schermafdruk(telefoon, "rapporten-telefoon")
    telefoon.goto("/rapporten/?soort=dossier")
    axe(telefoon)


def test_het_verloop_per_competentie(pagina, an):
    """One row per competence: it fits a phone, and the marks are said in words beside it."""
    client = maak_client(an, coach=an, op=vandaag() - timedelta(days=300))
    contract = maak_contract(
        client, an, van=vandaag() - timedelta(days=250), laatste_dag=vandaag() + timedelta(days=100)
    )
    for dagen, niveaus in ((150, {"coach": 2, "mentor": 2, "client": 3}), (30, {"coach": 3, "mentor": 2, "client": 4})):
        rij = maak_evaluatie(contract, an, gehouden_op=vandaag() - timedelta(days=dagen))
        for wie, waarde in niveaus.items():
            vul_stem(rij, wie, waarde, an, tempo=min(4, waarde + 1))
    log_in(pagina, an.email)
    pagina.goto(reverse("rapporten:evaluatieverloop", args=[client.pk]))
    assert pagina.locator(".trend svg").count() == 21
    axe(pagina)
    schermafdruk(pagina, "verloop")
