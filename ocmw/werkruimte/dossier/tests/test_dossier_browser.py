"""The overview and the timeline in a real browser: no scrolling for the answer, axe finds nothing."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.kalender.klok import begin_van, vandaag
from trajecten.actions import bewaar_actiepunt, bewaar_doel, bewaar_randprobleem, ga_naar_fase, maak_afspraak
from trajecten.fasen import Fase
from trajecten.models import Actiepunt, Afspraak, Doel, Randprobleem
from trajecten.twe.models import Werkervaring

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAG = timedelta(days=1)


@pytest.fixture
def client(an, bert):
    client = maak_client(bert, coach=an, voornaam="Samira", achternaam="El Idrissi", tolk_nodig=True, taal="Tigrinya")
    traject = maak_traject(client, an, op=vandaag() - 200 * DAG)
    for dagen, fase in ((150, Fase.IN_KAART), (120, Fase.ZOEKEN), (90, Fase.BEGELEIDING)):
        ga_naar_fase(traject, fase, door=an, op=vandaag() - dagen * DAG, motivatie="Besproken met Samira.")
    Werkervaring.objects.create(client=client, start=vandaag() - 95 * DAG, geregistreerd_door=an)
    maak_contract(client, an, van=vandaag() - 90 * DAG, laatste_dag=vandaag() + 270 * DAG)
    verslagen = (
        "Ze werkt graag in de kringwinkel. De vroege shift blijft moeilijk door de kinderopvang.",
        "Gebeld: ze was op tijd, de mentor is tevreden.",
        "Bezoek op de werkplek. Samen de taken overlopen.",
        "Intake van de werkplek.",
    )
    for n, verslag in enumerate(verslagen):
        maak_gesprek(client, an, op=vandaag() - (6 + 20 * n) * DAG, verslag=verslag, kanaal="werkplekbezoek")
    begint = begin_van(vandaag() + 5 * DAG) + timedelta(hours=9)
    maak_afspraak(
        Afspraak(client=client, medewerker=an, begint_op=begint, plaats="Sociaal huis"), door=an, op=vandaag()
    )
    bewaar_randprobleem(
        Randprobleem(client=client, thema="kinderopvang", omschrijving="Geen plaats"), door=an, op=vandaag()
    )
    bewaar_randprobleem(Randprobleem(client=client, thema="gezondheid", omschrijving="Rugpijn"), door=an, op=vandaag())
    doel = bewaar_doel(Doel(client=client, thema="werk", omschrijving="Vast werk"), door=an, op=vandaag())
    for dagen, tekst, wie in ((-2, "Crèche bellen", "client"), (3, "Gesprek met de mentor", "medewerker")):
        punt = Actiepunt(
            client=client,
            doel=doel,
            omschrijving=tekst,
            vervalt_op=vandaag() + dagen * DAG,
            eigenaar=wie,
            medewerker=an,
        )
        bewaar_actiepunt(punt, door=an, op=vandaag())
    return client


def test_het_overzicht_past_op_een_scherm(an, client, pagina):
    log_in(pagina, an.email)
    pagina.goto(client.get_absolute_url())
    axe(pagina)
    schermafdruk(pagina, "overzicht")
    for kop in (
        "Volgende stap",
        "Werk en de 24 maanden",
        "Open acties",
        "Laatste gesprekken",
        "Wat staat werk in de weg?",
    ):
        boven = pagina.get_by_role("heading", name=kop).bounding_box()["y"]
        assert boven < 660, f"{kop} begint op {boven}"
    pagina.locator("#wijzigingen").get_by_text("Dit is je eerste bezoek").wait_for()
    pagina.get_by_role("button", name="Gedaan: Crèche bellen").click()
    pagina.locator(".actiepunt.gedaan").wait_for()


def test_de_tijdlijn(an, client, pagina):
    log_in(pagina, an.email)
    pagina.goto(f"{client.get_absolute_url()}tijdlijn/")
    axe(pagina)
    schermafdruk(pagina, "tijdlijn")
    pagina.get_by_role("link", name="Traject en fasen").click()
    assert pagina.locator(".tijdlijn-fase").count() == 4
    assert "soort=fase" in pagina.url


def test_een_dossier_in_fase_4_op_een_telefoon(an, client, telefoon):
    """The band fits without sliding; the next step comes first."""
    log_in(telefoon, an.email)
    telefoon.goto(client.get_absolute_url())
    assert telefoon.locator(".tijdvlak.smal .tijdtekening").bounding_box()["width"] > 250
    assert not telefoon.locator(".tijdvlak.breed").is_visible()
    stap, nu = (
        telefoon.get_by_role("heading", name=naam, exact=True).bounding_box()["y"] for naam in ("Volgende stap", "Nu")
    )
    assert stap < nu
    telefoon.goto(f"{client.get_absolute_url()}rechten/")
    hier = telefoon.locator(".subnav [aria-current]").bounding_box()
    assert 0 <= hier["x"] < 360 - hier["width"]
    telefoon.goto(f"{client.get_absolute_url()}traject/")
    axe(telefoon)
    schermafdruk(telefoon, "traject-fase-4")
