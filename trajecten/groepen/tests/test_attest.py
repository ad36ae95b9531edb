"""Hours of who was there, and the paper that says them: the same when asked twice, and marked when the list changed since."""

from datetime import date, time
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_groepen import maak_inschrijving, maak_reeks
from ocmw.gereedschap.testing.tegelijk import GELUKT, ontmoet, tegelijk
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.rapporten.actions import vraag_attesten
from ocmw.werkruimte.rapporten.models import Rapportbestand
from trajecten.groepen.actions import attest as module
from trajecten.groepen.actions import noteer_aanwezigheid
from trajecten.groepen.actions.attest import geef_attest
from trajecten.groepen.models import Attest, Groepsreeks, Inschrijving, Sessie
from trajecten.groepen.uren import tel_uren

pytestmark = pytest.mark.databank


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 180)), max_size=40))
def test_de_uren_zijn_de_som_van_de_sessies_op_een_kwartier(duren):
    sessies = [
        Sessie(dag=date(2026, 3, 2), begin_om=time(uur, 0), eind_om=time(uur + min_ // 60, min_ % 60))
        for uur, min_ in duren
    ]
    uren = tel_uren(sessies)
    minuten = sum(min_ for _, min_ in duren)
    assert abs(uren.uren * 60 - minuten) <= Decimal("7.5")
    assert uren.uren * 4 == int(uren.uren * 4)
    assert uren.sessies == len(duren)


@pytest.fixture
def groep(an):
    reeks = maak_reeks(an, begin_om=time(9), eind_om=time(12, 30))
    rij = maak_inschrijving(reeks, maak_client(an, achternaam="Peeters"), an)
    sessies = list(reeks.sessies.filter(dag__lte=vandaag()).order_by("-dag")[:3])
    for sessie, stand in zip(sessies, ("aanwezig", "te_laat", "afwezig"), strict=True):
        noteer_aanwezigheid(sessie, rij, stand=stand, door=an, op=vandaag())
    return reeks, rij, sessies


def adres(rij):
    return f"/reeksen/{rij.reeks_id}/inschrijvingen/{rij.pk}/attest/"


def test_het_attest_op_papier_zegt_wat_de_pagina_zegt(groep, an, als):
    _, rij, sessies = groep
    browser = als(an)
    assert "7 uur aanwezig, in 2 sessies" in browser.get(adres(rij)).content.decode()
    for _ in range(2):  # a double click gives the same paper
        antwoord = browser.post(adres(rij))
    attest = Attest.objects.get()
    assert antwoord.url == f"/attesten/{attest.pk}/pdf/"
    tekst = "\n".join(blad.extract_text() for blad in PdfReader(BytesIO(browser.get(antwoord.url).content)).pages)
    for deel in (
        "Peeters",
        rij.reeks.programma.naam,
        f"{sessies[1].dag:%d/%m/%Y}",
        f"{sessies[0].dag:%d/%m/%Y}",
        "OCMW Aalst",
    ):
        assert deel in tekst
    assert "Klopt nog" in browser.get(adres(rij)).content.decode()


def _tegelijk(rij, an, monkeypatch):
    ontmoet(monkeypatch, module, "gevolgde_uren")
    werken = [lambda: geef_attest(Inschrijving.objects.get(pk=rij.pk), door=an, op=vandaag())] * 2
    return tegelijk(*werken)


@pytest.mark.django_db(transaction=True)
def test_twee_collegas_tegelijk_geven_een_attest(groep, an, monkeypatch):
    assert _tegelijk(groep[1], an, monkeypatch) == [GELUKT, GELUKT]
    assert Attest.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_zonder_slot_zijn_het_er_twee(groep, an, monkeypatch):
    """Negative control: SQLite lets one writer in at a time, PostgreSQL does not."""
    monkeypatch.setattr(module, "_houd_vast", lambda inschrijving: None)
    _tegelijk(groep[1], an, monkeypatch)
    assert Attest.objects.count() == 2


def test_wie_geen_dossier_heeft_krijgt_er_ook_een_en_het_staat_in_het_journaal(groep, an, als):
    reeks, _, sessies = groep
    als(an).post(f"/reeksen/{reeks.pk}/deelnemers/nieuw/", {"achternaam": "Zonder", "toestemming": "on"})
    rij = reeks.inschrijvingen.get(client=None)
    noteer_aanwezigheid(sessies[0], rij, stand="aanwezig", door=an, op=vandaag())
    antwoord = als(an).get(als(an).post(adres(rij)).url)
    assert antwoord.content.startswith(b"%PDF")
    assert Journaalregel.objects.filter(wat="groep_attest", client_id=None).count() == 1


def test_het_blijft_te_vinden_als_de_reeks_voorbij_is(groep, an, als):
    reeks, rij, _ = groep
    Groepsreeks.objects.filter(pk=reeks.pk).update(tot=vandaag())
    assert adres(rij) in als(an).get(f"/reeksen/{reeks.pk}/").content.decode()


def test_een_lijst_die_daarna_wijzigt_zegt_dat_het_attest_niet_meer_klopt(groep, an, als):
    _, rij, sessies = groep
    eerste = geef_attest(rij, door=an, op=vandaag())
    noteer_aanwezigheid(sessies[2], rij, stand="aanwezig", door=an, op=vandaag())
    assert "Klopt niet meer" in als(an).get(adres(rij)).content.decode()
    tweede = geef_attest(rij, door=an, op=vandaag())
    assert (eerste.uren, tweede.uren) == (7, Decimal("10.5"))
    pagina = als(an).get(adres(rij)).content.decode()
    assert "10,5 uur" in pagina
    assert pagina.count("Klopt nog") == 1


def test_wie_er_nooit_was_krijgt_een_zin(groep, an, als):
    reeks = groep[0]
    rij = maak_inschrijving(reeks, maak_client(an), an)
    with pytest.raises(Geweigerd, match="nog op geen enkele sessie"):
        geef_attest(rij, door=an, op=vandaag())
    assert "nog op geen enkele sessie" in als(an).get(adres(rij)).content.decode()


def test_alleen_voor_de_mensen_van_het_eigen_ocmw(groep, an, mia, als):
    reeks, rij, _ = groep
    attest = geef_attest(rij, door=an, op=vandaag())
    reeks.programma.deelt_met.add(mia.ocmw)
    reeks.programma.toont_namen = True
    reeks.programma.save()
    assert als(mia).get(f"/reeksen/{reeks.pk}/").status_code == 200, "de groep is gedeeld"
    for url in (adres(rij), f"/attesten/{attest.pk}/pdf/"):
        assert als(mia).get(url).status_code == 404


def test_de_hele_groep_in_een_bestand(groep, an, als, mia, django_capture_on_commit_callbacks):
    reeks, _, sessies = groep
    nog = maak_inschrijving(reeks, maak_client(an, achternaam="Nog"), an)
    noteer_aanwezigheid(sessies[0], nog, stand="aanwezig", door=an, op=vandaag())
    maak_inschrijving(reeks, maak_client(an, achternaam="Nooit"), an)
    browser = als(an)
    assert "Attesten van de hele groep" in browser.get(f"/reeksen/{reeks.pk}/").content.decode()
    antwoord = browser.post(f"/reeksen/{reeks.pk}/attesten/")
    rapport = Rapportbestand.objects.get(reeks=reeks)
    assert antwoord.url == rapport.get_absolute_url()
    voer_uit(str(rapport.opdracht_id))
    assert Attest.objects.count() == 2
    pagina = browser.get(antwoord.url).content.decode()
    assert str(reeks) in pagina
    assert "Attesten van een groep zijn klaar" in pagina
    inhoud = b"".join(browser.get(f"{antwoord.url}bestand/").streaming_content)
    assert len(PdfReader(BytesIO(inhoud)).pages) == 2
    assert str(reeks) in browser.get("/rapporten/").content.decode()
    assert als(mia).post(f"/reeksen/{reeks.pk}/attesten/").status_code == 404
    reeks.programma.deelt_met.add(mia.ocmw)
    with pytest.raises(Geweigerd, match="Niemand van jouw OCMW"):
        vraag_attesten(reeks, door=mia, op=vandaag())
