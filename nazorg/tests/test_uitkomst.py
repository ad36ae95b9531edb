"""After the exit: on which days we look, and what was found (T20, T21, W11)."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from nazorg.models import Uitkomst
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(bert, an):
    """W11.67: no window, so the exit is the last day of the contract."""
    client = maak_client(bert, coach=an)
    maak_contract(client, an, van=date(2025, 9, 16), laatste_dag=date(2026, 9, 15))
    return client


def nazorg(browser, client):
    return browser.get(reverse("nazorg:nazorg_detail", args=[client.pk])).content.decode()


def adres(client, moment):
    return reverse("nazorg:uitkomst_noteren", args=[client.pk, moment])


def test_de_nazorg_toont_de_dagen_van_w11(bert, als, client):
    tekst = nazorg(als(bert), client)
    for dag in ("wo 16 september 2026", "di 13 oktober 2026", "ma 15 maart 2027", "wo 15 september 2027"):
        assert dag in tekst
    assert tekst.count("Nog niet nagegaan") == 2
    assert "SV 319" in tekst


def test_tijdens_art60_staan_er_geen_dagen(bert, als):
    client = maak_client(bert)
    maak_contract(client, bert, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    assert "Hoe gaat het later?" not in nazorg(als(bert), client)
    assert als(bert).get(adres(client, "dag-1")).status_code == 409


def test_met_een_venster_is_de_uitstroom_het_einde_ervan(bert, an, als, client):
    weo = registreer_werkervaring(Werkervaring(client=client, start=date(2025, 9, 1)), door=an, op=OP)
    assert "wo 1 september 2027" in nazorg(als(bert), client)  # the day after the window
    Werkervaring.objects.filter(pk=weo.pk).update(gestopt_op=date(2026, 10, 31))
    assert "zo 1 november 2026" in nazorg(als(bert), client)


def test_een_uitkomst_noteren_en_verbeteren(bert, als, client):
    browser = als(bert)
    antwoord = browser.post(adres(client, "dag-1"), {"uitkomst": "werkt", "toelichting": "Bij een bakker."})
    assert antwoord.url == reverse("nazorg:nazorg_detail", args=[client.pk])
    rij = Uitkomst.objects.get()
    assert (rij.uitkomst, rij.peildag, rij.nagegaan_op) == ("werkt", date(2026, 9, 16), OP)
    assert "Bij een bakker." in nazorg(browser, client)
    browser.post(adres(client, "dag-1"), {"uitkomst": "werkloos", "toelichting": "", "versie": 1})
    rij.refresh_from_db()
    assert (rij.uitkomst, rij.toelichting, rij.versie) == ("werkloos", "", 2)


def test_voor_de_dag_zelf_kan_het_niet(bert, als, client):
    antwoord = als(bert).post(adres(client, "maand-6"), {"uitkomst": "werkt"})
    assert antwoord.status_code == 409
    assert "Dit kan vanaf 15/03/2027" in antwoord.content.decode()
    assert als(bert).get(adres(client, "bestaat-niet")).status_code == 404
    assert not Uitkomst.objects.exists()


def test_twee_collegas_verliezen_niets(bert, an, als, client):
    als(an).post(adres(client, "dag-1"), {"uitkomst": "werkt", "versie": "0"})
    antwoord = als(bert).post(adres(client, "dag-1"), {"uitkomst": "werkloos", "versie": "0"})
    assert antwoord.status_code == 409
    assert Uitkomst.objects.get().uitkomst == "werkt"


def test_wie_wat_mag(als, client, griet, leo, bea, carla):
    url = adres(client, "dag-1")
    assert als(griet).get(url).status_code == 200
    assert als(leo).get(url).status_code == 403
    assert als(bea).get(url).status_code == 403
    assert als(carla).get(url).status_code == 404
