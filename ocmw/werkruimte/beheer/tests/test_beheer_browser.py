"""What beheer and toezicht look like: every page with axe, on a screen and on a phone."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.journaalcodes import DOSSIER_BEKEKEN
from ocmw.journaal.models import Inzagegrond, noteer
from ocmw.kalender.klok import nu, vandaag
from ocmw.regels.models import Regelconcept
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Samenwerking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def dossier(an, bert, griet, turnhout):
    client = maak_client(an, voornaam="Fatima", achternaam="El Amrani", geboortedatum=vandaag() - timedelta(days=12000))
    maak_traject(client, an)
    for _n in range(30):
        noteer(DOSSIER_BEKEKEN, client, door=an, client=client, reden="caseload", onderdeel="gegevens")
    noteer(DOSSIER_BEKEKEN, client, door=bert, client=client, reden="vervanging", onderdeel="tijdlijn")
    Inzagegrond.objects.create(
        medewerker=bert,
        client_id=client.pk,
        reden="andere",
        toelichting="De politie vroeg waar de cliënt werkt.",
        geldig_tot=nu() + timedelta(hours=8),
    )
    Samenwerking.objects.create(
        ocmw=griet.ocmw, begeleidend=turnhout, van=vandaag() - timedelta(days=90), overeenkomst="besluit 2026/14"
    )
    return client


def test_toezicht_van_de_coordinator(pagina, griet, dossier):
    log_in(pagina, griet.email)
    for naam, pad in {
        "journaal": "/journaal/",
        "redenen": "/journaal/redenen/",
        "wie-keek": f"/clienten/{dossier.pk}/inzage/",
        "wie-keek-afdruk": f"/clienten/{dossier.pk}/inzage/afdruk/",
        "samenwerkingen": "/samenwerkingen/",
        "samenwerking-nieuw": "/samenwerkingen/nieuw/",
        "samenwerking-einde": f"/samenwerkingen/{Samenwerking.objects.get().pk}/beeindigen/",
        "regels": "/regels/",
        "vandaag-toezicht": "/",
    }.items():
        pagina.goto(pad)
        axe(pagina)
        schermafdruk(pagina, f"beheer-{naam}")


def test_een_lange_lijst_als_regel_wijzigen(pagina, griet):
    """A browser sends the first choice of every select, also of the empty row: that row must still fall away."""
    log_in(pagina, griet.email)
    pagina.goto("/regels/einde.vragen/")
    pagina.get_by_role("button", name="Kopieer naar een concept").click()
    pagina.get_by_text("Rij 1: Kan de cliënt blijven").click()
    pagina.get_by_label("Rij 1: Code").fill("mag blijven?")
    pagina.get_by_label("Bron", exact=True).fill("Teamoverleg")
    pagina.get_by_role("button", name="Bewaar het concept").click()
    fouten = pagina.get_by_role("alert").get_by_role("listitem")
    fouten.first.wait_for()
    assert fouten.all_inner_texts() == [
        "Rij 1: Code: Gebruik kleine letters, cijfers, - en _, hoogstens 20 tekens. Bijvoorbeeld: laatste_gesprek."
    ]
    axe(pagina)
    schermafdruk(pagina, "beheer-regel-lange-lijst-fout")
    pagina.get_by_label("Rij 1: Code").fill("mag_blijven")
    pagina.get_by_role("button", name="Bewaar het concept").click()
    pagina.get_by_text("Het concept is bewaard").wait_for()
    assert [rij["code"] for rij in Regelconcept.objects.get().waarde][:2] == ["mag_blijven", "maatregelen"]


def test_beheer_van_medewerkers(pagina, bea, an, dossier):
    log_in(pagina, bea.email)
    for naam, pad in {
        "medewerkers": "/medewerkers/",
        "medewerker-nieuw": "/medewerkers/nieuw/",
        "medewerker": f"/medewerkers/{an.pk}/",
        "rechten": "/rechten/",
        "instellingen": "/instellingen/",
    }.items():
        pagina.goto(pad)
        axe(pagina)
        schermafdruk(pagina, f"beheer-{naam}")
    pagina.goto(f"/medewerkers/{an.pk}/")
    pagina.get_by_role("button", name="Geef een code op papier").click()
    pagina.get_by_role("heading", name="Code voor An Claes").wait_for()
    axe(pagina)
    schermafdruk(pagina, "beheer-code")


def test_reden_geven_en_verdergaan(pagina, bert, dossier):
    """By keyboard: an empty answer is explained, a reason opens the page you asked for."""
    Inzagegrond.objects.all().delete()
    log_in(pagina, bert.email)
    pagina.goto(f"/clienten/{dossier.pk}/gegevens/")
    pagina.get_by_role("heading", name="Dossier van Fatima El Amrani").wait_for()
    axe(pagina)
    schermafdruk(pagina, "reden-geven")
    pagina.get_by_role("button", name="Open het dossier").press("Enter")
    pagina.get_by_role("alert").wait_for()
    axe(pagina)
    pagina.get_by_label("Ik vervang een collega").check()
    pagina.get_by_role("button", name="Open het dossier").press("Enter")
    pagina.wait_for_url(f"**/clienten/{dossier.pk}/gegevens/")


def test_termijn_uitstellen(pagina, an, dossier):
    log_in(pagina, an.email)
    termijn = Termijn.objects.open().filter(client=dossier).first()
    pagina.goto(f"/termijnen/{termijn.pk}/uitstellen/?naar=/")
    axe(pagina)
    schermafdruk(pagina, "termijn-uitstellen")
    pagina.get_by_label("Waarom?").fill("Op vakantie")
    pagina.get_by_role("button", name="Stel de termijn uit").click()
    pagina.get_by_text("Uitgesteld tot").wait_for()
    termijn.refresh_from_db()
    assert termijn.uitstelreden == "Op vakantie"
