"""The picture of time in a real browser: pointer, focus and finger read a fact, a click opens it, and it fits a phone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie
from ocmw.gereedschap.testing.maak_geld import maak_twe
from ocmw.gereedschap.testing.maak_rechtenteller import onderbreek
from ocmw.kalender.klok import vandaag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def client(an):
    dag = vandaag()
    client = maak_client(an, coach=an, op=dag - timedelta(days=340))
    maak_traject(client, an, op=dag - timedelta(days=340))
    start = dag - timedelta(days=300)
    maak_twe(
        client, an, start=start, art60=(start + timedelta(days=20), start + timedelta(days=385)), status="geregistreerd"
    )
    contract = client.tewerkstellingen.get()
    onderbreek(contract, an, van=dag - timedelta(days=150), laatste_dag=dag - timedelta(days=120))
    maak_evaluatie(contract, an, moment="m1", gehouden_op=dag - timedelta(days=240), soort="mondeling")
    for dagen in (310, 280, 200, 140, 60, 12):
        maak_gesprek(client, an, op=dag - timedelta(days=dagen))
    return client


def test_aanwijzen_en_pijltjes_lezen_een_klik_opent(client, an, pagina):
    log_in(pagina, an.email)
    pagina.goto(reverse("dossier:werk", args=[client.pk]))
    vlak, leest = pagina.locator(".tijdvlak.breed"), pagina.locator("[data-tijdlees]")
    axe(pagina)
    schermafdruk(pagina, "tijdbeeld-vol")
    vlak.locator("a", has_text="Evaluatie maand 1:").hover()
    assert leest.inner_text().startswith("Evaluatie maand 1: ")
    eerste = vlak.locator("a[tabindex='0']")
    eerste.focus()
    pagina.keyboard.press("ArrowRight")
    zin = pagina.evaluate("document.activeElement.querySelector('title').textContent")
    assert leest.inner_text() == zin
    assert vlak.locator("a[tabindex='0']").count() == 1
    with pagina.expect_navigation(url="**/vergoeding/**"):
        vlak.locator("a", has_text="van VDAB").first.click()


def test_een_tik_leest_een_tweede_opent(client, an, telefoon):
    log_in(telefoon, an.email)
    for naam in ("dossier:werk", "nazorg:nazorg_detail", "rechtenteller:watals", "dossier:dossier_detail"):
        telefoon.goto(reverse(naam, args=[client.pk]))
        assert telefoon.locator(".tijdvlak.smal .tijdtekening").first.is_visible()
        assert telefoon.evaluate("document.documentElement.scrollWidth") <= 360
    telefoon.goto(reverse("dossier:werk", args=[client.pk]))
    adres = telefoon.url
    greep = telefoon.locator(".tijdvlak.smal a", has_text="Evaluatie maand 1:")
    greep.tap()
    assert telefoon.locator("[data-tijdlees]").inner_text().startswith("Evaluatie maand 1: ")
    assert telefoon.url == adres
    with telefoon.expect_navigation(url="**/evaluaties/**"):
        greep.tap()


def test_de_kop_van_het_overzicht_is_72_pixels(client, an, pagina):
    log_in(pagina, an.email)
    pagina.goto(client.get_absolute_url())
    vak = pagina.locator(".tijdvlak.breed .maat-72").bounding_box()
    assert vak["height"] <= 90  # 72 of its own units, as wide as the card
    pagina.emulate_media(forced_colors="active")
    axe(pagina)
    schermafdruk(pagina, "tijdbeeld-kop")
