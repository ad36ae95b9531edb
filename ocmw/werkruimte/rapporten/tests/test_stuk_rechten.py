"""The sheet for the client: one A4 whatever happened, in plain words, and nothing shielded to who may not read it."""

from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_rechtenteller import onderbreek
from ocmw.journaal.models import Journaalregel
from ocmw.werkruimte.rapporten.stukken.rechtenblad import MAX_REGELS
from tewerkstelling.rechtenteller.actions import bewaar_rechtspositie
from tewerkstelling.rechtenteller.models import Rechtspositie

pytestmark = pytest.mark.django_db
SOORTEN = ["vakantie", "ziekte_ziekenfonds", "tijdelijke_werkloosheid", "verlof_zonder_wedde", "schorsing"]


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(date(2026, 11, 22), tick=False):
        yield


@pytest.fixture
def contract(an):
    client = maak_client(an, voornaam="Maximiliaan-Alexander", achternaam="Van den Broeck-Vandenbussche")
    maak_contract(client, an, van=date(2024, 11, 1), laatste_dag=date(2024, 12, 31))
    return maak_contract(client, an, van=date(2025, 3, 1), laatste_dag=date(2026, 12, 31), uren_per_week=19)


def blad(browser, contract):
    antwoord = browser.get(reverse("rapporten:stuk_rechten", args=[contract.client_id, contract.pk]))
    assert antwoord["Content-Type"] == "application/pdf"
    assert "Van den Broeck" not in antwoord["Content-Disposition"]
    with pikepdf.open(BytesIO(antwoord.content)) as pdf:
        assert len(pdf.pages) == 1
    return " ".join(PdfReader(BytesIO(antwoord.content)).pages[0].extract_text().split())


def test_tien_gebeurtenissen_en_een_lange_naam_passen_op_een_blad(contract, an, als):
    bewaar_rechtspositie(Rechtspositie(client=contract.client, al_bewezen=26), [], door=an, op=date(2026, 11, 22))
    for n in range(MAX_REGELS):
        van = date(2025, 4, 1) + timedelta(days=40 * n)
        onderbreek(contract, an, van=van, laatste_dag=van + timedelta(days=9), soort=SOORTEN[n % 5])
    tekst = blad(als(an), contract)
    assert "van 312 dagen" in tekst
    assert tekst.count("telt niet mee") == 6
    assert "De RVA beslist" in tekst
    assert "hoogstens 24 maanden" in tekst
    assert "(A1" not in tekst
    assert Journaalregel.objects.filter(wat="stuk_gemaakt", client_id=contract.client_id).count() == 1


def test_dertig_gebeurtenissen_worden_samengenomen(contract, an, griet, als):
    for n in range(30):
        van = date(2025, 3, 3) + timedelta(days=14 * n)
        onderbreek(contract, an, van=van, laatste_dag=van + timedelta(days=2), soort=SOORTEN[n % 5])
    assert "Schorsing van het contract 6 keer telt niet mee" in blad(als(an), contract)
    tekst = blad(als(griet), contract)
    assert "Onderbreking (afgeschermd) 6 keer" in tekst
    assert "iekenfonds" not in tekst


def test_wat_niet_te_tellen_is_geeft_ook_een_blad(contract, an, als):
    contract.aanvraag_op = date(2010, 1, 15)  # before the first rules
    contract.save()
    assert "We kunnen je dagen nog niet tellen" in blad(als(an), contract)


def test_een_contract_van_een_ander_geeft_geen_blad(contract, an, als):
    url = reverse("rapporten:stuk_rechten", args=[maak_client(an).pk, contract.pk])
    assert als(an).get(url).status_code == 404
