"""The pages of work and nazorg in a real browser: usable by keyboard and by name, axe finds nothing, 360 px fits."""

from datetime import timedelta

import pytest
from django.urls import reverse

from nazorg.actions import noteer_nazorgcontact
from nazorg.enums import Situatie
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.kalender.klok import vandaag
from ocmw.kalender.maanden import plus_maanden
from tewerkstelling.models import Tewerkstelling, Werkgever, Werkplek
from trajecten.models import Gesprek
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

pytestmark = pytest.mark.browser


@pytest.fixture
def client(an, transactional_db):
    client = maak_client(an, voornaam="Fatima", achternaam="Demir")
    start = plus_maanden(vandaag(), -14)
    registreer_werkervaring(Werkervaring(client=client, start=start), door=an, op=vandaag())
    maak_contract(
        client,
        an,
        van=plus_maanden(start, 1),
        laatste_dag=plus_maanden(start, 13),
        functie="Sorteerder",
        eindreden="duur_bereikt",
    )
    return client


def test_van_overeenkomst_tot_contract(pagina, an, transactional_db):
    """The first job: open the window, add a workplace, register the contract - each date seen before it is saved."""
    client = maak_client(an, voornaam="Yusuf", achternaam="Aydin")
    log_in(pagina, an.email)
    pagina.goto(reverse("dossier:werk", args=[client.pk]))
    axe(pagina)
    schermafdruk(pagina, "werk-leeg")
    pagina.get_by_role("link", name="Werkervaringsovereenkomst").click()
    pagina.get_by_label("Eerste dag van de werkervaringsovereenkomst").fill(vandaag().isoformat())
    pagina.get_by_role("button", name="Bekijk wat dit verandert").click()
    pagina.get_by_role("heading", name="Dit verandert er").wait_for()
    axe(pagina)
    schermafdruk(pagina, "werkervaring-gevolgen")
    pagina.get_by_role("button", name="Registreer de overeenkomst").first.click()
    pagina.get_by_text("De werkervaringsovereenkomst is geregistreerd.").wait_for()

    plek = maak_werkplek(an.ocmw)
    pagina.goto(reverse("tewerkstelling:contract_create", args=[client.pk]))
    axe(pagina)
    schermafdruk(pagina, "contract-nieuw")
    pagina.get_by_label("Werkplek").select_option(str(plek.pk))
    pagina.get_by_label("Eerste werkdag").fill(vandaag().isoformat())
    pagina.get_by_label("Laatste dag van het contract").fill((vandaag() - timedelta(days=10)).isoformat())
    pagina.get_by_label("Uren per week").fill("39")
    pagina.get_by_role("button", name="Bekijk wat dit verandert").click()
    pagina.get_by_role("heading", name="Kijk dit nog even na").wait_for()
    axe(pagina)
    schermafdruk(pagina, "contract-fouten")
    pagina.get_by_label("Laatste dag van het contract").fill((vandaag() + timedelta(days=364)).isoformat())
    pagina.get_by_label("Uren per week").fill("28,5")
    pagina.get_by_role("button", name="Bekijk wat dit verandert").click()
    pagina.get_by_role("heading", name="Dit verandert er").wait_for()
    axe(pagina)
    schermafdruk(pagina, "contract-gevolgen")
    pagina.get_by_role("button", name="Registreer het contract").first.click()
    pagina.get_by_text("Het contract is geregistreerd.").wait_for()
    assert str(Tewerkstelling.objects.get().uren_per_week) == "28.50"
    axe(pagina)
    schermafdruk(pagina, "werk")


def test_nazorg_en_een_contact_noteren(pagina, an, client):
    log_in(pagina, an.email)
    pagina.goto(reverse("dossier:werk", args=[client.pk]))
    schermafdruk(pagina, "werk-in-nazorg")
    pagina.get_by_role("link", name="Nazorg", exact=True).click()
    axe(pagina)
    schermafdruk(pagina, "nazorg-leeg")
    pagina.get_by_role("link", name="Noteer een contact").click()
    axe(pagina)
    schermafdruk(pagina, "nazorgcontact")
    pagina.get_by_label("Werkt ergens anders").check()
    pagina.get_by_label("Verslag (niet verplicht)", exact=True).fill("Werkt nu vier vijfde in een rusthuis.")
    pagina.get_by_role("button", name="Bewaar het contact").click()
    pagina.get_by_text("Het contact is genoteerd.").wait_for()
    noteer_nazorgcontact(
        Gesprek(client=client, op=vandaag(), kanaal="telefoon"), Situatie.NIET_BEREIKT, door=an, op=vandaag()
    )
    pagina.reload()
    axe(pagina)
    schermafdruk(pagina, "nazorg")


def test_contract_beeindigen(pagina, an, client):
    contract = Tewerkstelling.objects.get()
    log_in(pagina, an.email)
    pagina.goto(reverse("einde:contract_einde", args=[client.pk, contract.pk]))
    axe(pagina)
    pagina.get_by_label("Laatste dag van het contract").fill((contract.laatste_dag - timedelta(days=31)).isoformat())
    pagina.get_by_role("button", name="Bekijk wat dit verandert").click()
    pagina.get_by_role("heading", name="Dit verandert er").wait_for()
    axe(pagina)
    schermafdruk(pagina, "contract-einde")


def test_werkplekken_en_werkgevers(pagina, an, client):
    for naam in ("Zorghotel De Linde", "Kringwinkel Teleshop"):
        plek = maak_werkplek(an.ocmw, naam, "Keuken")
        Werkplek.objects.filter(pk=plek.pk).update(gemeente="Erembodegem", capaciteit=2, taken="Afwassen en opdienen.")
    Werkgever.objects.filter(naam="Kringwinkel").update(contactpersoon="Mieke Baert", ondernemingsnummer="0566988259")
    vol = Werkplek.objects.get(werkgever__naam="Kringwinkel")
    maak_contract(maak_client(an), an, van=vandaag(), laatste_dag=vandaag() + timedelta(days=300), werkplek=vol)
    log_in(pagina, an.email)
    for naam, url in (
        ("werkplekken", reverse("tewerkstelling:werkplek_list")),
        ("werkgevers", reverse("tewerkstelling:werkgever_list")),
        ("werkgever", vol.werkgever.get_absolute_url()),
        ("werkplek", vol.get_absolute_url()),
        ("werkgever-nieuw", reverse("tewerkstelling:werkgever_create")),
        ("werkplek-wijzigen", reverse("tewerkstelling:werkplek_edit", args=[vol.pk])),
    ):
        pagina.goto(url)
        axe(pagina)
        schermafdruk(pagina, naam)
