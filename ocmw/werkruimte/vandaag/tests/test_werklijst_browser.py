"""Vandaag in a real browser: how many people fit, klaar and postpone on the spot, undo, and the keys."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from trajecten.actions import bewaar_actiepunt
from trajecten.beloften import ACTIEPUNT
from trajecten.models import Actiepunt

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def twaalf(an, bert):
    """A full morning: twelve people, each with something late and something to come."""
    clienten = []
    for n in range(12):
        client = maak_client(bert, coach=an, voornaam="Oksana-Maria", achternaam=f"Van den Bossche {n}")
        maak_traject(client, an)
        for dagen, wat in ((-12 + n % 5, "attest van de mutualiteit opvragen"), (3, "cv nalezen")):
            punt = Actiepunt(
                client=client, omschrijving=wat, vervalt_op=vandaag() + timedelta(days=dagen), medewerker=an
            )
            bewaar_actiepunt(punt, door=an, op=vandaag() - timedelta(days=30))
        clienten.append(client)
    # What the facts promise besides is not what these tests count.
    Termijn.objects.exclude(soort=ACTIEPUNT).delete()
    return clienten


def heel_in_beeld(pagina):
    """How many people stand wholly on the first screen, above what lies over its lower edge."""
    return pagina.evaluate(
        """() => { const rail = document.querySelector(".rail").getBoundingClientRect();
        const rand = rail.width > 300 ? rail.top : innerHeight;
        return [...document.querySelectorAll("[data-mens]")].filter((rij) => rij.getBoundingClientRect().bottom <= rand).length; }"""
    )


def test_acht_mensen_op_een_scherm(twaalf, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/")
    assert heel_in_beeld(pagina) >= 8
    axe(pagina)
    schermafdruk(pagina, "werklijst")


def test_vijf_mensen_op_een_telefoon(twaalf, an, telefoon):
    log_in(telefoon, an.email)
    telefoon.goto("/")
    assert heel_in_beeld(telefoon) >= 5
    assert telefoon.evaluate("document.documentElement.scrollWidth") <= 360
    axe(telefoon)
    schermafdruk(telefoon, "werklijst-telefoon")


def test_klaar_ter_plaatse_houdt_de_plaats_en_kan_terug(twaalf, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/")
    rij = pagina.locator("[data-mens]").nth(9)
    pk = int(rij.get_attribute("data-mens"))
    rij.scroll_into_view_if_needed()
    plaats = pagina.evaluate("scrollY")
    assert plaats > 0
    rij.locator("[data-klaar]").first.click()
    pagina.locator("#dagklaar:not([hidden])").wait_for()
    assert pagina.evaluate("scrollY") == plaats
    assert Termijn.objects.open().filter(client=pk, vervalt_op__lt=vandaag()).count() == 0
    pagina.locator("#dagtelling", has_text="11 te laat").wait_for()
    pagina.get_by_role("button", name="Ongedaan maken").first.click()
    pagina.locator("#dagtelling", has_text="12 te laat").wait_for()
    assert Termijn.objects.open().filter(client=pk, vervalt_op__lt=vandaag()).count() == 1
    assert pagina.evaluate("scrollY") == plaats


def test_uitstellen_in_twee_tikken(twaalf, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/")
    rij = pagina.locator("[data-mens]").first
    pk = int(rij.get_attribute("data-mens"))
    rij.locator("[data-uitstel]").first.click()
    rij.get_by_role("button", name="Tot volgende week").first.click()
    pagina.locator("#dagtelling", has_text="11 te laat").wait_for()
    assert Termijn.objects.get(client=pk, uitgesteld_tot=vandaag() + timedelta(days=7))
    axe(pagina)


def test_met_het_toetsenbord(twaalf, an, pagina):
    log_in(pagina, an.email)
    pagina.goto("/")
    rijen = pagina.locator("[data-mens]")
    pagina.keyboard.press("j")
    pagina.keyboard.press("j")
    assert pagina.evaluate("document.activeElement.closest('[data-mens]').dataset.mens") == rijen.nth(1).get_attribute(
        "data-mens"
    )
    pagina.keyboard.press("k")
    pagina.keyboard.press("e")
    pagina.locator("#dagtelling", has_text="11 te laat").wait_for()
    pagina.keyboard.press("u")
    pagina.locator("#dagtelling", has_text="12 te laat").wait_for()
    pagina.keyboard.press("j")
    pagina.keyboard.press("h")
    assert pagina.locator(".dropdown-menu.show").count() == 1


def test_wie_geen_sneltoetsen_wil_heeft_er_geen(twaalf, an, pagina):
    an.sneltoetsen = False
    an.save(update_fields=["sneltoetsen"])
    log_in(pagina, an.email)
    pagina.goto("/")
    pagina.keyboard.press("j")
    assert pagina.evaluate("document.activeElement.closest('[data-mens]')") is None


def test_zonder_verbinding_staat_er_dat_niets_bewaard_is(twaalf, an, pagina, browserfouten):
    log_in(pagina, an.email)
    pagina.goto("/")
    pagina.context.set_offline(True)
    pagina.locator("[data-klaar]").first.click()
    pagina.locator(".toasts", has_text="Geen verbinding. Er is niets bewaard.").wait_for()
    pagina.context.set_offline(False)
    browserfouten.clear()
    assert pagina.locator("#dagtelling", has_text="12 te laat").count() == 1
    pagina.locator("[data-klaar]").first.click()
    pagina.locator("#dagtelling", has_text="11 te laat").wait_for()


def test_wie_afgemeld_is_leest_het(twaalf, an, pagina, browserfouten):
    log_in(pagina, an.email)
    pagina.goto("/")
    Session.objects.all().delete()
    pagina.locator("[data-klaar]").first.click()
    pagina.locator(".toasts", has_text="Je bent afgemeld. Er is niets bewaard.").wait_for()
    assert Termijn.objects.open().filter(vervalt_op__lt=vandaag()).count() == 12
    browserfouten.clear()
