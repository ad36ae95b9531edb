"""Applications over the own caseload: narrow, sort, page, export."""

import io
from datetime import date

import openpyxl
import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clienten.actions import sluit_client
from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_einde import maak_sollicitatie
from ocmw.journaal.models import Journaalregel

pytestmark = pytest.mark.django_db
LIJST, UITVOER = reverse("regulier:sollicitatie_list"), reverse("regulier:sollicitatie_uitvoer")
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def jobs(antwoord):
    return [rij.functie for rij in antwoord.context["pagina"].rijen]


def test_zonder_sollicitaties_zegt_de_lijst_wat_je_doet(an, als):
    assert "Nog geen sollicitaties in je caseload" in als(an).get(LIJST).content.decode()


def test_de_lijst_begint_bij_de_eigen_caseload(an, bert, griet, carla, als):
    maak_sollicitatie(maak_client(bert, coach=an), an, functie="Kok")
    maak_sollicitatie(maak_client(bert), bert, functie="Bakker")
    maak_sollicitatie(maak_client(carla), carla, functie="Slager")
    assert jobs(als(an).get(LIJST)) == ["Kok"]
    assert sorted(jobs(als(an).get(f"{LIJST}?wie=alle"))) == ["Bakker", "Kok"]
    assert jobs(als(griet).get(LIJST)) == []
    assert jobs(als(carla).get(f"{LIJST}?wie=alle")) == ["Slager"]


def test_een_gesloten_dossier_staat_er_niet_bij(an, als):
    client = maak_client(an)
    maak_sollicitatie(client, an)
    sluit_client(client, reden="werk", door=an, op=OP, slotnota="Werkt.")
    assert jobs(als(an).get(LIJST)) == []


def test_filteren_zoeken_en_sorteren(an, als):
    client = maak_client(an, achternaam="Çelik")
    maak_sollicitatie(client, an, "verstuurd", functie="Kok", deadline=date(2026, 12, 9))
    maak_sollicitatie(client, an, functie="Bakker", bij="De Molen", deadline=date(2026, 12, 1))
    maak_sollicitatie(maak_client(an), an, "ingetrokken", functie="Slager")
    browser = als(an)
    assert jobs(browser.get(f"{LIJST}?status=verstuurd")) == ["Kok"]
    assert sorted(jobs(browser.get(f"{LIJST}?status=lopend"))) == ["Bakker", "Kok"]
    assert jobs(zoek(browser, f"{LIJST}?q=molen")) == ["Bakker"]
    assert sorted(jobs(zoek(browser, f"{LIJST}?q=celik"))) == ["Bakker", "Kok"]
    assert jobs(browser.get(f"{LIJST}?status=lopend&sorteer=deadline")) == ["Bakker", "Kok"]
    assert jobs(browser.get(f"{LIJST}?status=lopend&sorteer=-job")) == ["Kok", "Bakker"]
    assert "Geen sollicitaties met deze filters" in zoek(browser, f"{LIJST}?q=astronaut").content.decode()
    assert browser.get(f"{LIJST}?sorteer=onzin&pagina=x&status=onzin").status_code == 200


def test_uitvoeren_vraagt_het_recht_en_staat_in_het_journaal(an, griet, als):
    client = maak_client(griet, coach=an)
    maak_sollicitatie(client, an, functie="=1+1", bij="De Molen")
    assert als(an).get(UITVOER).status_code == 403
    assert "Naar Excel" not in als(an).get(LIJST).content.decode()
    antwoord = als(griet).get(f"{UITVOER}?wie=alle")
    rijen = list(openpyxl.load_workbook(io.BytesIO(antwoord.content)).active.iter_rows(values_only=True))
    assert rijen[1][3:6] == ("=1+1", "De Molen", "Nog te versturen")  # text, not a formula
    assert Journaalregel.objects.filter(wat="lijst_geexporteerd", client_id=client.pk).count() == 1


def test_de_lijst_bladert_en_kost_evenveel(an, als):
    client, browser, tellingen = maak_client(an), als(an), []
    for n in range(30):
        maak_sollicitatie(client, an, functie=f"Job {n}")
        if n in {0, 29}:
            browser.get(LIJST)
            with CaptureQueriesContext(connection) as context:
                antwoord = browser.get(LIJST)
            tellingen.append(len(context))
    assert tellingen[0] == tellingen[1] <= 8
    assert len(jobs(antwoord)) == 25
    assert len(jobs(browser.get(f"{LIJST}?pagina=2"))) == 5
