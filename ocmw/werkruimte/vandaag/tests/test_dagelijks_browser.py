"""The daily pages in a real browser: wide and on a phone, with axe, with the keyboard, in every colour scheme."""

import re
from datetime import timedelta

import pytest

from clienten.models import Stand
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.kalender.klok import nu, vandaag
from ocmw.termijnen.models import Melding, Termijn
from trajecten.beloften import ACTIEPUNT
from trajecten.models import Afspraak

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mensen(an, bert, griet):
    """Somebody at every stage, with long names, other scripts and things that are late."""
    stil = maak_client(bert, voornaam="Abdelkader", achternaam="Ben Abdallah-Vandenbroucke", coach=an, taal="Tigrinya")
    maak_traject(stil, an, op=vandaag() - timedelta(days=90))
    werkt = maak_client(bert, voornaam="ፍረወይኒ", achternaam="Tesfay", coach=an, tolk_nodig=True, taal="Tigrinya")
    maak_traject(werkt, an)
    maak_gesprek(werkt, an)
    maak_contract(werkt, an, van=vandaag() - timedelta(days=10), laatste_dag=vandaag() + timedelta(days=40))
    maak_client(bert, voornaam="محمد", achternaam="الإدريسي", taal="Arabisch")
    for dagen in (-40, 0, 5):
        termijn = Termijn.objects.create(
            client=stil,
            ocmw=stil.ocmw,
            soort=ACTIEPUNT,
            sleutel=f"actiepunt:{dagen}",
            onderwerp="attest van de mutualiteit opvragen",
            verantwoordelijke=an,
            vervalt_op=vandaag() + timedelta(days=dagen),
            geopend_op=vandaag() - timedelta(days=60),
        )
        Melding.objects.create(termijn=termijn, medewerker=an, vervalt_op=termijn.vervalt_op, op=vandaag())
    for uren in (-20, 26):
        Afspraak.objects.create(client=werkt, medewerker=an, begint_op=nu() + timedelta(hours=uren), plaats="Lokaal 2")
    return stil, werkt


@pytest.mark.parametrize(
    ("naam", "url"),
    [
        ("vandaag", "/"),
        ("meldingen", "/meldingen/"),
        ("clienten", "/clienten/?sorteer=termijn"),
        ("clienten-bord", "/clienten/bord/"),
        ("stijl", "/stijl/"),
        ("wachtwoord", "/account/password/change/"),
        ("twee-stappen", "/account/2fa/"),
        ("niet-gevonden", "/bestaat-niet/"),
    ],
)
def test_paginas_zijn_toegankelijk_en_passen(mensen, an, pagina, naam, url):
    log_in(pagina, an.email)
    pagina.goto(url)
    axe(pagina)
    schermafdruk(pagina, naam)


def zoek(pagina, url, tekst):
    pagina.goto(url)
    pagina.locator("main [name=zoek-q]").fill(tekst)
    with pagina.expect_navigation():
        pagina.locator("main [name=zoek-q]").press("Enter")


@pytest.mark.parametrize(
    ("naam", "url", "tekst"),
    [
        ("clienten-niets", "/clienten/", "zzz"),
        ("zoeken", "/zoeken/", "be"),
        ("zoeken-niets", "/zoeken/", "zzz"),
        ("journaal-leeg", "/journaal/", "niemand"),
    ],
)
def test_wat_je_vindt_is_toegankelijk_en_past(mensen, griet, pagina, naam, url, tekst):
    log_in(pagina, griet.email)
    zoek(pagina, url, tekst)
    assert tekst not in pagina.url
    axe(pagina)
    schermafdruk(pagina, naam)


def test_zoeken_werkt_ook_zonder_script(mensen, an, pagina, chromium, live_server):
    log_in(pagina, an.email)
    aangemeld = pagina.context.storage_state()
    kaal = chromium.new_context(base_url=live_server.url, java_script_enabled=False, storage_state=aangemeld)
    blad = kaal.new_page()
    zoek(blad, "/clienten/?sorteer=-naam", "tesfay")
    assert blad.locator("tr[data-rij]").count() == 1
    assert "sorteer=-naam" in blad.url
    kaal.close()


@pytest.mark.parametrize("rol", ["griet", "leo", "bea"])
def test_vandaag_per_rol(mensen, rol, request, telefoon):
    medewerker = request.getfixturevalue(rol)
    log_in(telefoon, medewerker.email)
    telefoon.goto("/")
    axe(telefoon)
    schermafdruk(telefoon, f"vandaag-{medewerker.rol}")


@pytest.mark.parametrize("thema", ["donker", "contrast"])
def test_elk_kleurenschema_heeft_genoeg_contrast(mensen, an, pagina, thema):
    log_in(pagina, an.email)
    pagina.goto("/")
    pagina.get_by_role("button", name="An Claes").click()
    pagina.get_by_role("button", name=thema.capitalize(), exact=True).click()
    for url in ("/", "/clienten/", "/stijl/"):
        pagina.goto(url)
        assert pagina.get_attribute("html", "data-bs-theme") == ("dark" if thema == "donker" else "light")
        axe(pagina)
    schermafdruk(pagina, f"stijl-{thema}")


def test_zoeken_met_het_toetsenbord(mensen, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/clienten/")
    pagina.keyboard.press("/")
    pagina.keyboard.type("tesf")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/\?z=[\w-]+$"))
    assert pagina.get_by_role("link", name="Tesfay").count() == 1
    pagina.get_by_role("link", name="Tesfay").click()
    pagina.go_back()
    assert pagina.locator("#zoek-groot").input_value() == "tesf"
    pagina.reload()
    assert pagina.get_by_role("link", name="Tesfay").count() == 1


def test_een_schuine_streep_in_een_veld_blijft_een_schuine_streep(mensen, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/clienten/")
    pagina.get_by_label("Naam begint met").click()
    pagina.keyboard.type("a/b")
    assert pagina.get_by_label("Naam begint met").input_value() == "a/b"


def test_het_eerste_dat_tab_geeft_is_de_inhoud(mensen, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/clienten/")
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.activeElement.textContent") == "Ga naar de inhoud"
    pagina.keyboard.press("Enter")
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("!!document.activeElement.closest('main')")


def test_een_klik_in_de_rij_opent_het_dossier(mensen, an, pagina):
    log_in(pagina, an.email)
    zoek(pagina, "/clienten/", "tesfay")
    pagina.locator("tr[data-rij] td").first.click()
    pagina.wait_for_url(f"**/clienten/{mensen[1].pk}/")


def test_de_balk_om_toe_te_wijzen_komt_pas_na_een_keuze(mensen, griet, an, pagina):
    log_in(pagina, griet.email)
    pagina.goto("/clienten/?zonder_coach=on")
    balk = pagina.locator("[data-keuze-balk]")
    assert balk.is_hidden()
    pagina.get_by_label("Kies alle cliënten op deze bladzijde").check()
    assert balk.get_by_text("1 cliënt gekozen").is_visible()
    axe(pagina)
    balk.get_by_label("Wijs toe aan").select_option(label="An Claes")
    balk.get_by_role("button", name="Wijs toe").click()
    pagina.get_by_text("An Claes volgt nu 1 van de 1 gekozen cliënt.").wait_for()
    assert Stand.objects.filter(coach=an).count() == 3


def toon_alles_van(blad, client):
    """A row shows the first two facts; the others are one tap away, also without a script."""
    blad.locator(f"#mens-{client.pk} summary").click()


def test_klaar_en_terug_op_vandaag_met_een_bericht(mensen, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/")
    toon_alles_van(pagina, mensen[0])
    pagina.get_by_role("button", name="Klaar: actiepunt van Abdelkader").first.click()
    pagina.get_by_role("status").get_by_text("Klaar: actiepunt").wait_for()
    axe(pagina)
    pagina.get_by_role("button", name="Sluit dit bericht").click()
    pagina.locator("[data-bericht]").wait_for(state="detached")


def test_zonder_script_blijft_alles_bereikbaar(mensen, an, chromium, live_server):
    """On a locked-down PC the pages still show and send; scripts only make it quicker."""
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    blad = context.new_page()
    log_in(blad, an.email)
    blad.goto("/")
    toon_alles_van(blad, mensen[0])
    blad.get_by_role("button", name="Klaar: actiepunt van Abdelkader").first.click()
    assert "Klaar: actiepunt" in blad.content()
    blad.goto("/clienten/")
    blad.get_by_role("link", name="Actie nodig").click()
    assert "actie=on" in blad.url
    context.close()


def test_op_200_procent_verdwijnt_er_niets(mensen, an, pagina):
    """1280 px at 200 % zoom is a page of 640 px: the rail goes to the bottom, nothing scrolls sideways."""
    log_in(pagina, an.email)
    pagina.set_viewport_size({"width": 640, "height": 400})
    for url in ("/", "/clienten/", "/meldingen/"):
        pagina.goto(url)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= 640
        assert pagina.get_by_role("navigation", name="Hoofdmenu").is_visible()
