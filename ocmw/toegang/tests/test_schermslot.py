"""A screen nobody touched for half an hour is on slot, also when the browser does nothing; and signing out leaves nothing behind."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from ocmw.toegang.jobs import ruim_sessies_op
from ocmw.toegang.schermslot import MERK_ELKE, OP_SLOT

pytestmark = pytest.mark.django_db
ADRES = "/clienten/"


@pytest.fixture
def klok():
    with time_machine.travel(timezone.now().replace(hour=9, minute=0), tick=False) as klok:
        yield klok


def na(klok, **hoelang):
    klok.shift(timedelta(**hoelang))


def test_na_een_half_uur_zonder_iets_meld_je_je_opnieuw_aan_en_kom_je_terug(als, an, klok):
    browser = als(an)
    na(klok, minutes=30)
    assert browser.get(f"{ADRES}?sorteer=contact").status_code == 200, (
        "tot en met dertig minuten, en een minuut voor het merk"
    )
    na(klok, minutes=31, seconds=1)
    antwoord = browser.get(f"{ADRES}?sorteer=contact", follow=True)
    assert antwoord.redirect_chain == [("/account/login/?next=/clienten/%3Fsorteer%3Dcontact", 302)]
    assert OP_SLOT in antwoord.content.decode()


def test_wie_werkt_blijft_binnen(als, an, klok):
    browser = als(an)
    for _ in range(5):
        na(klok, minutes=25)
        assert browser.get(ADRES).status_code == 200


def test_een_pagina_die_vanzelf_vraagt_is_niemand(als, an, klok):
    browser = als(an)
    for _ in range(2):
        na(klok, minutes=20)
        laatste = browser.get(ADRES, headers={"X-Achtergrond": "1"})
    assert laatste.status_code == 302


def test_een_formulier_dat_te_laat_komt_krijgt_zijn_tekst_terug(als, an, klok):
    browser = als(an)
    na(klok, minutes=32)
    antwoord = browser.post("/clienten/7/gesprekken/nieuw/", {"verslag": "Hij begint maandag."})
    assert antwoord.status_code == 401
    assert "Hij begint maandag." in antwoord.content.decode()


def test_een_script_hoort_dat_het_scherm_op_slot_is(als, an, klok):
    browser = als(an)
    na(klok, minutes=32)
    assert browser.get("/kladje/token/", headers={"Accept": "application/json"}).status_code == 401


def test_het_merk_kost_hoogstens_een_schrijfbeurt_per_minuut(als, an, klok):
    browser = als(an)
    begin = browser.session["gezien"]
    for seconden, merk in [(MERK_ELKE.total_seconds() - 1, 0), (1, MERK_ELKE.total_seconds())]:
        na(klok, seconds=seconden)
        browser.get("/rechten/")
        assert browser.session["gezien"] - begin == merk


@pytest.mark.parametrize(("terug", "naar"), [
    ("/clienten/?z=1#hoogte-120", "/account/login/?next=%2Fclienten%2F%3Fz%3D1%23hoogte-120"),
    ("https://elders.example/", "/account/login/"),
    ("", "/account/login/"),
])  # fmt: skip
def test_het_slot_zelf_leidt_terug_en_nergens_anders_heen(als, an, terug, naar):
    browser = als(an)
    antwoord = browser.post("/account/slot/", {"next": terug})
    assert (antwoord.status_code, antwoord["Location"]) == (302, naar)
    assert browser.get(ADRES).status_code == 302, "afgemeld"
    assert browser.post("/account/slot/", {"next": terug})["Location"] == naar, "een tweede keer mag"
    assert browser.get("/account/slot/").status_code == 405


def test_wie_afmeldt_laat_niets_achter_in_de_browser(als, an):
    browser = als(an)
    assert "Clear-Site-Data" not in browser.get(ADRES)
    assert browser.post("/account/logout/")["Clear-Site-Data"] == '"cache", "storage"'


def test_gedane_sessies_verdwijnen_elke_nacht(als, an):
    als(an)
    als(an)
    Session.objects.filter(pk=Session.objects.first().pk).update(expire_date=timezone.now() - timedelta(seconds=1))
    assert ruim_sessies_op() == 1
    assert Session.objects.count() == 1


def test_een_sessie_van_voor_het_slot_begint_nu(als, an, klok):
    browser = als(an)
    sessie = browser.session
    del sessie["gezien"]
    sessie.save()
    na(klok, hours=3)
    assert browser.get(ADRES).status_code == 200
    na(klok, minutes=32)
    assert browser.get(ADRES).status_code == 302


def test_zonder_het_slot_bleef_de_sessie_open(als, an, klok):
    """The control: without the middleware nobody asks, up to the ten hours of the cookie."""
    with pytest.MonkeyPatch.context() as patch:
        zonder = [naam for naam in settings.MIDDLEWARE if "Schermslot" not in naam]
        patch.setattr(settings, "MIDDLEWARE", zonder)
        browser = als(an)
        na(klok, hours=3)
        assert browser.get(ADRES).status_code == 200
