"""A maatschappelijk werker from an unknown person to an answered referral, in a real browser."""

import pytest
from django.urls import reverse

from clienten.models import Client, Document
from clienten.tests.vijandig import SVG, pdf
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from trajecten.models import Doorverwijzing, Intake

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def kijk(page, naam):
    axe(page)
    schermafdruk(page, naam)


def test_een_nieuwe_client_zoeken_en_maken(pagina, bert, an):
    maak_client(an, voornaam="Fatou", achternaam="Diallo")
    log_in(pagina, bert.email)
    pagina.goto("/clienten/nieuw/")
    kijk(pagina, "client-nieuw")
    pagina.get_by_role("button", name="Zoek", exact=True).last.click()
    pagina.get_by_text("Vul de familienaam in, of zoek op INSZ.").first.wait_for()
    kijk(pagina, "client-nieuw-fout")
    pagina.get_by_role("textbox", name="INSZ").fill("90.05.14 033 17")
    pagina.get_by_role("button", name="Zoek", exact=True).last.click()
    kijk(pagina, "client-nieuw-gevonden")
    pagina.get_by_role("button", name="Maak een nieuw dossier").click()
    pagina.get_by_label("Voornaam").fill("Selam")
    pagina.get_by_label("Familienaam").fill("Habte")
    pagina.locator("#id_geboortedatum").fill("1990-05-15")
    pagina.get_by_label("Gsm").fill("0470 12 34 56")
    pagina.get_by_role("button", name="Maak het dossier").click()
    pagina.get_by_label("De geboortedatum klopt, ook al zegt het INSZ iets anders").wait_for()
    kijk(pagina, "client-create-strijdig")
    pagina.get_by_label("De geboortedatum klopt, ook al zegt het INSZ iets anders").check()
    pagina.get_by_role("button", name="Maak alleen het dossier").click()
    pagina.get_by_role("link", name="Gegevens en documenten").click()
    pagina.get_by_role("heading", name="Randvoorwaarden om te werken").wait_for()
    assert Client.objects.filter(voornaam="Selam").exists()
    pagina.get_by_role("link", name="Toon contactgegevens").click()
    pagina.get_by_text("0470 12 34 56").wait_for()
    kijk(pagina, "client-gegevens")
    pagina.get_by_role("link", name="Dossier sluiten").click()
    kijk(pagina, "client-sluiten")


def test_twee_mensen_in_een_dossier(pagina, open_pagina, an, bert):
    client = maak_client(bert, coach=an, opmerking="Begin")
    tweede = open_pagina()
    log_in(pagina, an.email)
    log_in(tweede, bert.email)
    for page in (pagina, tweede):
        page.goto(f"/clienten/{client.pk}/gegevens/wijzigen/")
    pagina.get_by_label("opmerking").fill("Kan pas vanaf 9 uur werken.")
    pagina.get_by_role("button", name="Bewaar", exact=True).click()
    pagina.get_by_role("heading", name="Persoon").wait_for()
    tweede.get_by_label("opmerking").fill("Wil graag in een bakkerij werken.")
    tweede.get_by_role("button", name="Bewaar", exact=True).click()
    tweede.get_by_text("Kan pas vanaf 9 uur werken.").wait_for()
    kijk(tweede, "samenvoegen")
    tweede.get_by_label("opmerking").fill("Kan pas vanaf 9 uur werken. Wil graag in een bakkerij werken.")
    tweede.get_by_role("button", name="Bewaar de samengevoegde tekst").click()
    tweede.get_by_role("heading", name="Persoon").wait_for()
    client.refresh_from_db()
    assert client.opmerking == "Kan pas vanaf 9 uur werken. Wil graag in een bakkerij werken."


def test_van_bundel_tot_traject(pagina, open_pagina, bert, an):
    client = maak_client(bert, voornaam="Selam", achternaam="Habte", taal="Tigrinya")
    log_in(pagina, bert.email)
    pagina.goto(f"/clienten/{client.pk}/aanmelding/")
    kijk(pagina, "aanmelding-leeg")
    pagina.get_by_role("button", name="Begin een doorverwijsbundel").click()
    pagina.get_by_label("Hoe is de situatie").fill("Selam woont alleen en zoekt werk.")
    pagina.get_by_text("Bewaard om").wait_for()  # saved while typing
    assert Doorverwijzing.objects.get().situatie == "Selam woont alleen en zoekt werk."
    kijk(pagina, "bundel-stap-1")
    pagina.get_by_role("button", name="Volgende stap").click()
    kijk(pagina, "bundel-stap-2")
    for _ in range(3):
        with pagina.expect_navigation():
            pagina.get_by_role("button", name="Volgende stap").click()
    for naam in ("Ik heb de bundel nagelezen op", "De cliënt las de bundel"):
        pagina.get_by_label(naam).fill(str(vandaag()))
    kijk(pagina, "bundel-stap-5")
    pagina.get_by_role("button", name="Verder naar nalezen").click()
    kijk(pagina, "bundel-nalezen")
    pagina.get_by_role("link", name="Afdrukversie").click()
    kijk(pagina, "bundel-afdruk")
    pagina.go_back()
    pagina.get_by_role("button", name="Verstuur aan het team").click()
    pagina.get_by_text("wacht op antwoord").first.wait_for()
    kijk(pagina, "aanmelding-verstuurd")
    ontvanger = open_pagina()
    log_in(ontvanger, an.email)
    ontvanger.goto(reverse("trajecten:doorverwijzing_list"))
    kijk(ontvanger, "doorverwijzingen")
    ontvanger.get_by_role("link", name="Selam Habte").click()
    kijk(ontvanger, "bundel-beantwoorden")
    ontvanger.get_by_label("Aanvaarden").check()
    ontvanger.get_by_role("button", name="Verstuur je antwoord").click()
    ontvanger.get_by_role("link", name="Begin de intake").click()
    ontvanger.get_by_label("Sterktes").fill("Stipt en vriendelijk")
    ontvanger.get_by_text("Bewaard om").wait_for()
    kijk(ontvanger, "intake")
    ontvanger.get_by_label("datum van het intakegesprek", exact=False).fill(str(vandaag()))
    ontvanger.get_by_label("Werkervaring").fill("Bakkerij")
    ontvanger.get_by_role("button", name="Bewaar en rond de intake af").click()
    ontvanger.get_by_text("afgerond op").first.wait_for()
    assert Intake.objects.get().afgerond_op == vandaag()
    kijk(ontvanger, "aanmelding-intake-klaar")


def test_documenten(pagina, an):
    client = maak_client(an)
    log_in(pagina, an.email)
    pagina.goto(f"/clienten/{client.pk}/documenten/")
    kijk(pagina, "documenten-leeg")
    pagina.get_by_label("titel").fill("Cv van Selam")
    pagina.get_by_label("Bestand").set_input_files({"name": "cv.png", "mimeType": "image/png", "buffer": SVG})
    pagina.get_by_role("button", name="Bewaar het document").click()
    pagina.get_by_text("De inhoud van dit bestand is geen png").first.wait_for()
    assert pagina.get_by_label("titel").input_value() == "Cv van Selam"
    kijk(pagina, "documenten-fout")
    pagina.get_by_label("Bestand").set_input_files({"name": "cv.pdf", "mimeType": "application/pdf", "buffer": pdf()})
    pagina.get_by_role("button", name="Bewaar het document").click()
    pagina.get_by_role("link", name="Cv van Selam").wait_for()
    kijk(pagina, "documenten")
    with pagina.expect_download() as download:
        pagina.get_by_role("link", name="Cv van Selam").click()
    assert download.value.suggested_filename == "cv.pdf"
    assert Document.objects.count() == 1
