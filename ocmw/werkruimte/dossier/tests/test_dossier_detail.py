"""Hoe staat het ervoor: right, shielded, and few queries."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.kalender.klok import nu, vandaag
from trajecten.actions import bewaar_actiepunt, bewaar_randprobleem
from trajecten.models import Actiepunt, Randprobleem
from trajecten.twe.models import Werkervaring

pytestmark = pytest.mark.databank

DAG = timedelta(days=1)


@pytest.fixture
def client(an):
    client = maak_client(an)
    maak_traject(client, an)
    return client


def vol(client, an, n=1):
    for i in range(n):
        maak_gesprek(client, an, op=vandaag() - i * DAG, verslag=f"Gesprek {i}")
        punt = Actiepunt(client=client, omschrijving=f"Actie {i}", vervalt_op=vandaag() + i * DAG, medewerker=an)
        bewaar_actiepunt(punt, door=an, op=vandaag())
        bewaar_randprobleem(Randprobleem(client=client, thema="schulden", omschrijving="Huur"), door=an, op=vandaag())
    Werkervaring.objects.create(client=client, start=vandaag() - 60 * DAG, geregistreerd_door=an)
    maak_contract(client, an, van=vandaag() - 50 * DAG, laatste_dag=vandaag() + 50 * DAG)


def test_hoe_staat_het_ervoor(an, als, client):
    vol(client, an)
    pagina = als(an).get(client.get_absolute_url()).content.decode()
    for woord in (
        "Fase 1. Verkenning sinds",
        "Werkt bij Kringwinkel",
        "Laatste contact vandaag",
        "De 24 maanden lopen",
    ):
        assert woord in pagina, woord
    for woord in ("Gesprek 0", "Actie 0", "Schulden", "An Claes (trajectbegeleider sinds", "<svg"):
        assert woord in pagina, woord


def test_een_leeg_dossier_zegt_wat_er_ontbreekt(an, als):
    pagina = als(an).get(maak_client(an).get_absolute_url()).content.decode()
    assert "Nog niet doorverwezen" in pagina
    assert "Nog geen contact genoteerd" in pagina


def test_de_coordinator_ziet_geen_gezondheid(an, griet, als, client):
    maak_gesprek(client, an, verslag="KANARIE-1", afgeschermd=True)
    bewaar_randprobleem(
        Randprobleem(client=client, thema="verslaving", omschrijving="KANARIE-2"), door=an, op=vandaag()
    )
    pagina = als(griet).get(client.get_absolute_url()).content.decode()
    assert "KANARIE" not in pagina
    assert "Verslaving" not in pagina
    assert "Wat staat werk in de weg?" not in pagina  # a card without content is not there


def test_wat_wijzigde_sinds_je_laatste_bezoek(an, griet, als, client):
    with time_machine.travel(nu() - 2 * DAG):
        als(an).get(client.get_absolute_url())
        als(griet).get(client.get_absolute_url())
    maak_gesprek(client, griet)
    bewaar_randprobleem(Randprobleem(client=client, thema="gezondheid", omschrijving="x"), door=an, op=vandaag())
    van_an = als(an).get(f"{client.get_absolute_url()}wijzigingen/").content.decode()
    assert "Griet Wouters noteerde een gesprek" in van_an
    assert "An Claes werkte een randprobleem bij" not in van_an
    van_griet = als(griet).get(f"{client.get_absolute_url()}wijzigingen/", HTTP_HX_REQUEST="true").content.decode()
    assert "randprobleem bij" not in van_griet
    assert "<html" not in van_griet


def test_een_eerste_bezoek_is_een_eerste_bezoek(an, als, client):
    assert "eerste bezoek" in als(an).get(f"{client.get_absolute_url()}wijzigingen/").content.decode()


@pytest.mark.parametrize("aantal", [1, 30])
def test_hoogstens_zeventien_queries(an, als, client, aantal, django_assert_max_num_queries):
    """Twelve, three for the days of who is in art.60, one for what VDAB pays, and one whether the rules are still the same."""
    vol(client, an, n=aantal)
    browser = als(an)
    browser.get(client.get_absolute_url())
    with django_assert_max_num_queries(17):
        assert browser.get(client.get_absolute_url()).status_code == 200


def test_wie_in_art60_werkt_leest_meteen_hoeveel_dagen_er_zijn(an, als, client):
    assert "van 312 dagen" not in als(an).get(client.get_absolute_url()).content.decode()
    vol(client, an)
    pagina = als(an).get(client.get_absolute_url()).content.decode()
    assert " van 312 dagen. Het contract stopt op " in pagina
    assert reverse("rechtenteller:rechtenstand_detail", args=[client.pk]) in pagina


@pytest.mark.parametrize(
    "naam", ["trajecten:gesprek_list", "clienten:document_list", "dossier:tijdlijn", "nazorg:nazorg_detail"]
)
def test_een_lijst_die_iets_weglaat_zegt_dat_aan_wie_het_niet_mag_lezen(an, griet, als, client, naam):
    """The same words whether something was left out or not: saying which would tell."""
    zin = "Wat over gezondheid of verslaving gaat, zie jij niet."
    adres = reverse(naam, args=[client.pk])
    assert zin in als(griet).get(adres).text
    assert zin not in als(an).get(adres).text
