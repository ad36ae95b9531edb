"""The start in a regular job, and whether we follow up there (S3, phase 4)."""

import threading
from datetime import date

import pytest
import time_machine
from django.db import connections
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_einde import maak_regulier_werk, maak_sollicitatie
from ocmw.termijnen.models import Termijn
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import beeindig_tewerkstelling
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.regulier.actions import start_regulier_werk
from tewerkstelling.regulier.beloften import OPVOLGING_WERK
from tewerkstelling.regulier.models import Opvolging, Sollicitatie

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(bert, an):
    return maak_client(bert, coach=an)


@pytest.fixture
def aangenomen(client, an):
    return maak_sollicitatie(client, an, "verstuurd", "aangenomen")


def start(browser, rij, **velden):
    gegevens = {
        "van": "2026-12-01",
        "functie": "Magazijnier",
        "voltijds_uren": "38",
        "uren_per_week": "28,5",
        "versie": 0,
        "opvolging-opvolgen": "ja",
        "opvolging-reden": "De cliënt vraagt het zelf.",
        "opvolging-volgende_op": "2026-12-15",
        "opvolging-versie": 0,
        **velden,
    }
    return browser.post(reverse("regulier:regulier_start", args=[rij.client_id, rij.pk]), gegevens)


def termijnen(client):
    rijen = Termijn.objects.open().filter(client=client, soort=OPVOLGING_WERK)
    return list(rijen.values_list("vervalt_op", flat=True))


def test_de_start_maakt_contract_en_opvolging_in_een_keer(an, als, client, aangenomen):
    pagina = als(an).get(reverse("regulier:regulier_start", args=[client.pk, aangenomen.pk]))
    assert pagina.context["form"]["functie"].value() == "Magazijnier (Bakkerij Peeters)"
    assert pagina.context["opvolging"]["volgende_op"].value() == date(2026, 12, 22)  # a month, a rule
    assert start(als(an), aangenomen).url == reverse("regulier:regulier_detail", args=[client.pk])
    contract = Tewerkstelling.objects.get()
    assert (contract.soort, contract.van, str(contract.uren_per_week)) == ("regulier", date(2026, 12, 1), "28.50")
    aangenomen.refresh_from_db()
    assert aangenomen.contract == contract
    assert termijnen(client) == [date(2026, 12, 15)]
    tekst = als(an).get(reverse("regulier:regulier_detail", args=[client.pk])).content.decode()
    assert "De cliënt vraagt het zelf." in tekst


@pytest.mark.parametrize(
    ("velden", "form", "veld"),
    [
        ({"van": ""}, "form", "van"),
        ({"uren_per_week": "40"}, "form", "uren_per_week"),
        ({"laatste_dag": "2026-11-30"}, "form", "laatste_dag"),
        ({"opvolging-opvolgen": ""}, "opvolging", "opvolgen"),
        ({"opvolging-reden": ""}, "opvolging", "reden"),
        ({"opvolging-volgende_op": ""}, "opvolging", "volgende_op"),
    ],
)
def test_een_fout_bewaart_niets(an, als, aangenomen, velden, form, veld):
    antwoord = start(als(an), aangenomen, **velden)
    assert antwoord.status_code == 422
    assert veld in antwoord.context[form].errors
    assert not Tewerkstelling.objects.exists()
    assert not Opvolging.objects.exists()


def test_niet_opvolgen_vraagt_een_reden_en_geen_dag(an, als, client, aangenomen):
    reden = {"opvolging-opvolgen": "nee", "opvolging-reden": "De werkgever wil het niet."}
    start(als(an), aangenomen, **reden, **{"opvolging-volgende_op": ""})
    assert Opvolging.objects.get().reden == "De werkgever wil het niet."
    assert termijnen(client) == []


def test_terwijl_ander_gewoon_werk_nog_loopt_zegt_de_pagina_waarom_het_niet_kan(an, als, client, aangenomen):
    maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), soort="regulier")
    antwoord = start(als(an), aangenomen)
    assert "overlapt met een ander contract" in str(antwoord.context["form"].errors)
    assert Tewerkstelling.objects.count() == 1


def test_starten_kan_pas_als_iemand_aangenomen_is(an, als, client):
    rij = maak_sollicitatie(client, an, "verstuurd")
    antwoord = als(an).get(reverse("regulier:regulier_start", args=[client.pk, rij.pk]))
    assert antwoord.status_code == 409
    assert "Noteer eerst dat de cliënt aangenomen is." in antwoord.content.decode()


def test_de_opvolging_eindigt_met_het_contract(an, client):
    contract = maak_regulier_werk(client, an, opvolgen="ja", volgende_op=date(2026, 12, 15))
    assert termijnen(client) == [date(2026, 12, 15)]
    beeindig_tewerkstelling(contract, laatste_dag=date(2026, 11, 22), reden="ander", door=an, op=date(2026, 11, 23))
    assert termijnen(client) == []


def test_opvolging_later_afspreken_verzetten_en_stoppen(an, griet, als, client):
    contract = maak_contract(client, an, van=date(2026, 11, 1), laatste_dag=date(2027, 5, 31), soort="regulier")
    url = reverse("regulier:opvolging_edit", args=[client.pk, contract.pk])
    ja = {"opvolgen": "ja", "reden": "Nieuw in de sector.", "volgende_op": "2026-12-15"}
    assert als(an).post(url, {**ja, "versie": 0}).status_code == 302
    assert als(an).post(url, {**ja, "volgende_op": "2027-01-15", "versie": 1}).status_code == 302
    assert termijnen(client) == [date(2027, 1, 15)]
    assert als(griet).post(url, {**ja, "reden": "Anders.", "versie": 1}).status_code == 409
    assert als(an).post(url, {"opvolgen": "nee", "reden": "Loopt goed.", "versie": 2}).status_code == 302
    assert termijnen(client) == []


def test_opvolging_is_er_niet_voor_art60(an, als, client):
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    assert als(an).get(reverse("regulier:opvolging_edit", args=[client.pk, contract.pk])).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_twee_collegas_starten_tegelijk(an, griet):
    """One contract, one link, and a sentence for the second."""
    client = maak_client(an)
    pk = maak_sollicitatie(client, an, "verstuurd", "aangenomen").pk
    samen, uitkomsten = threading.Barrier(2), []

    def probeer(collega):
        rij = Sollicitatie.objects.select_related("client", "werkgever").get(pk=pk)
        contract = Tewerkstelling(client=rij.client, van=date(2026, 12, 1), functie="Magazijnier")
        afspraak = Opvolging(client=rij.client, opvolgen="nee", reden="Niet nodig.")
        samen.wait(timeout=10)
        try:
            start_regulier_werk(rij, contract, afspraak, door=collega, op=OP)
            uitkomsten.append("gelukt")
        except Geweigerd as fout:
            uitkomsten.append(fout.reden)
        finally:
            connections.close_all()

    draden = [threading.Thread(target=probeer, args=[collega]) for collega in (an, griet)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert sorted(uitkomsten, key=len)[0] == "gelukt"
    assert len(uitkomsten) == 2
    assert Tewerkstelling.objects.count() == Opvolging.objects.count() == 1
