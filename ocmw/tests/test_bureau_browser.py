"""What the desk is counted by: taps per story, the height of a head, the five most used pages in high contrast and at 200 % zoom, and what
a list of twenty-five weighs."""

import gzip
from datetime import timedelta

import pytest
from django.urls import reverse

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.gereedschap.testing.maak_geld import maak_twe
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from trajecten.actions import bewaar_actiepunt
from trajecten.models import Actiepunt, Gesprek

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST_OF_25 = 15 * 1024
HEAD = 96


class Teller:
    """Counts what a finger does: every click and every key that sends something."""

    def __init__(self, pagina):
        self.pagina, self.tikken = pagina, 0

    def tik(self, waar):
        self.tikken += 1
        waar.click()

    def enter(self):
        self.tikken += 1
        self.pagina.keyboard.press("Enter")


@pytest.fixture
def client(an, bert):
    dag = vandaag()
    client = maak_client(bert, coach=an, op=dag - timedelta(days=300), voornaam="Rachid", achternaam="Smets")
    maak_traject(client, an, op=dag - timedelta(days=300))
    start = dag - timedelta(days=200)
    maak_twe(
        client, an, start=start, art60=(start + timedelta(days=20), start + timedelta(days=385)), status="geregistreerd"
    )
    maak_gesprek(client, an, op=dag - timedelta(days=40))
    punt = Actiepunt(client=client, omschrijving="Attest opvragen", vervalt_op=dag - timedelta(days=2), medewerker=an)
    bewaar_actiepunt(punt, door=an, op=dag - timedelta(days=20))
    return client


def test_een_gesprek_noteren_is_hoogstens_drie_tikken(client, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/")
    teller = Teller(pagina)
    teller.tik(pagina.locator("a.naam", has_text="Smets").first)
    teller.tik(pagina.get_by_role("link", name="Gesprek", exact=True).first)
    pagina.locator("textarea:focus").wait_for()  # nothing to tap before typing
    pagina.keyboard.type("Alles gaat goed.")
    teller.tik(pagina.get_by_role("button", name="Bewaar").first)
    pagina.get_by_text("Alles gaat goed.").first.wait_for()
    assert Gesprek.objects.filter(client=client, verslag="Alles gaat goed.").count() == 1
    assert teller.tikken <= 3


def test_een_client_vinden_is_hoogstens_twee_tikken(client, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/")
    teller = Teller(pagina)
    pagina.keyboard.press("/")
    pagina.keyboard.type("smets")
    teller.enter()
    teller.tik(pagina.locator("main").get_by_role("link", name="Smets").first)
    pagina.wait_for_url(f"**{client.get_absolute_url()}")
    assert teller.tikken <= 2


def test_uitstellen_is_twee_tikken_en_doorgeven_drie(client, an, griet, telefoon):
    """On a phone, where every tap counts; both stay on the page."""
    Termijn.objects.exclude(soort="actiepunt").delete()
    log_in(telefoon, an.email)
    telefoon.goto("/")
    rij, teller = telefoon.locator(f"#mens-{client.pk}"), Teller(telefoon)
    assert rij.locator(".maat-16").bounding_box()["width"] >= 60  # the months of work, beside the name
    assert rij.locator("a.naam").bounding_box()["width"] >= 90
    schermafdruk(telefoon, "vandaag-band")
    teller.tik(rij.locator("[data-uitstel]").first)
    teller.tik(rij.locator("[data-doorgeven]").first)
    teller.tik(rij.get_by_role("button", name=griet.naam))
    telefoon.locator(".toasts", has_text=f"Doorgegeven aan {griet.naam}").wait_for()
    assert Termijn.objects.get(client=client, gesloten_op=None).verantwoordelijke == griet
    assert teller.tikken <= 3
    rij.wait_for(state="hidden")
    telefoon.get_by_role("button", name="Ongedaan maken").first.click()
    rij.locator("[data-uitstel]").first.wait_for()
    teller = Teller(telefoon)
    teller.tik(rij.locator("[data-uitstel]").first)
    teller.tik(rij.get_by_role("button", name="Tot morgen"))
    telefoon.locator(".toasts", has_text="Uitgesteld tot").wait_for()
    assert teller.tikken <= 2
    axe(telefoon)


def test_het_hoofd_van_elk_dossier_is_hoogstens_96_pixels(client, an, pagina):
    kaal = maak_client(
        an,
        coach=an,
        voornaam="Oksana-Maria",
        achternaam="Van den Bossche-Vandenbroucke van Overzee",
        tolk_nodig=True,
        taal="Tigrinya",
    )
    log_in(pagina, an.email)
    hoogten = {}
    for wie in (client, kaal):
        for naam in ("dossier:dossier_detail", "dossier:tijdlijn", "dossier:werk"):
            pagina.goto(reverse(naam, args=[wie.pk]))
            hoogten[wie.pk, naam] = pagina.locator(".dossierkop").bounding_box()["height"]
    assert max(hoogten.values()) <= HEAD, hoogten
    assert max(hoogten.values()) - min(hoogten.values()) <= 1  # the same for everybody


VIJF = ("/", "/clienten/", "dossier:dossier_detail", "dossier:werk", "trajecten:gesprek_nieuw")


@pytest.mark.parametrize("hoe", ["hoog contrast", "200 %"])
def test_de_vijf_meest_gebruikte_paginas(client, an, pagina, hoe):
    log_in(pagina, an.email)
    if hoe == "hoog contrast":
        pagina.emulate_media(forced_colors="active", contrast="more")
    else:
        pagina.set_viewport_size({"width": 640, "height": 400})  # 1280 x 800 at 200 %
    for naam in VIJF:
        pagina.goto(reverse(naam, args=[client.pk]) if ":" in naam else naam)
        axe(pagina)
        breedte = pagina.viewport_size["width"]
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte, naam


def test_een_lijst_van_25_weegt_hoogstens_15_kb(an, bert, als):
    dag = vandaag()
    for nummer in range(25):
        wie = maak_client(
            bert, coach=an, op=dag - timedelta(days=200), voornaam="Abdelkader", achternaam=f"Van den Bossche {nummer}"
        )
        maak_traject(wie, an, op=dag - timedelta(days=200 - nummer))
        start = dag - timedelta(days=150 + nummer)
        maak_twe(
            wie,
            an,
            start=start,
            art60=(start + timedelta(days=20), start + timedelta(days=300)),
            status="geregistreerd",
        )
    browser = als(an)
    gewicht = {url: len(gzip.compress(browser.get(url).content)) for url in ("/clienten/", "/")}
    assert browser.get("/clienten/").content.decode().count("maat-16") == 25
    assert max(gewicht.values()) <= LIST_OF_25, gewicht
