"""Who came in, who tried and who changed how they come in is a row."""

import pytest
from django.test import Client as Browser

from ocmw.gereedschap.testing.maak import WACHTWOORD
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import AANGEMELD, AANMELDEN_MISLUKT, AFGEMELD, WACHTWOORD_GEKOZEN
from ocmw.journaal.models import Journaalregel

pytestmark = pytest.mark.django_db


def meld_aan(email, wachtwoord=WACHTWOORD):
    browser = Browser()
    return browser, browser.post("/account/login/", {"login": email, "password": wachtwoord})


def rijen():
    soort = Journaalregel.objects.filter(soort=Journaalsoort.AANMELDEN).order_by("pk")
    return [(regel.wat, regel.medewerker_id, regel.ocmw_id) for regel in soort]


def test_in_en_uit_zijn_rijen(an):
    browser, antwoord = meld_aan(an.email)
    assert antwoord.status_code == 302
    browser.post("/account/logout/")
    assert rijen() == [(AANGEMELD, an.pk, an.ocmw_id), (AFGEMELD, an.pk, an.ocmw_id)]


def test_een_fout_wachtwoord_staat_bij_wie_het_was_ook_met_hoofdletters(an):
    meld_aan(an.email.upper(), "niet het wachtwoord")
    assert rijen() == [(AANMELDEN_MISLUKT, an.pk, an.ocmw_id)]


def test_een_adres_van_niemand_is_een_rij_van_niemand_zonder_het_adres():
    meld_aan("gokker@elders.example", "zomaar iets")
    assert rijen() == [(AANMELDEN_MISLUKT, None, None)]
    (regel,) = Journaalregel.objects.all()
    assert "gokker" not in f"{regel.medewerker_naam} {regel.onderwerp} {regel.details}"


def test_een_nieuw_wachtwoord_is_een_rij(an):
    browser, _ = meld_aan(an.email)
    nieuw = "een heel ander geheim 27"
    browser.post("/account/password/change/", {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw})
    assert (WACHTWOORD_GEKOZEN, an.pk, an.ocmw_id) in rijen()


def test_de_coordinator_ziet_het_op_de_pagina_van_het_journaal(als, an, griet):
    meld_aan(an.email)
    pagina = als(griet).get("/journaal/", {"soort": Journaalsoort.AANMELDEN.value}).content.decode()
    assert "meldde zich aan" in pagina
    assert an.naam in pagina
