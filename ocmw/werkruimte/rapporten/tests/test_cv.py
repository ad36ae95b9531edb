"""The cv on paper: what is chosen stands on it; the rest, and the OCMW, do not."""

import io
from datetime import date

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from clienten.insz import toon_insz
from clienten.profiel.models import Diploma, Profiel
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.journaal.models import Journaalregel
from tewerkstelling.regulier.actions import bewaar_cv, bewaar_cvregel, neem_over_uit_dossier
from tewerkstelling.regulier.models import Cv, Cvregel

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP):
        yield


@pytest.fixture
def client(bert, an):
    """With everything in the file that must not be on a cv."""
    client = maak_client(
        bert, coach=an, statuut="leefloon", verblijfsstatuut="Subsidiaire bescherming", opmerking="Rugklachten.",
        vdab_nummer="7654321", nationaliteit="Syrië",
    )  # fmt: skip
    client.contact.straat, client.contact.gemeente, client.contact.email = "Kerkstraat 1", "Aalst", "ik@voorbeeld.be"
    client.contact.noodcontact = "Zus Amina"
    client.contact.save()
    Diploma.objects.create(client=client, naam="Bachelor economie", jaar=2012)
    maak_contract(client, an, van=date(2025, 4, 1), laatste_dag=date(2026, 3, 31), functie="Sorteerder")
    return client


def maak(client, an, **velden):
    jobdoel = velden.pop("jobdoel", "Magazijnier")
    Profiel.objects.update_or_create(client=client, defaults={"jobdoelwit": jobdoel})
    cv = Cv(client=client, **{"profiel": "Ik werk graag in team.", "hobby": "Voetbal.", **velden})
    bewaar_cv(cv, [], door=an, op=OP)
    neem_over_uit_dossier(client, door=an, op=OP)
    weg = Cvregel(client=client, soort="ervaring", titel="Geheime job", tonen=False)
    bewaar_cvregel(weg, [], door=an, op=OP)
    return cv


def pdf(browser, client):
    return browser.post(reverse("rapporten:cv_pdf", args=[client.pk]))


def tekst_van(antwoord):
    lezer = PdfReader(io.BytesIO(antwoord.content))
    meta = " ".join(str(waarde) for waarde in (lezer.metadata or {}).values())
    return "\n".join(blad.extract_text() for blad in lezer.pages), meta


NOOIT = ["OCMW", "leefloon", "Subsidiaire", "Rugklachten", "7654321", "Zus Amina", "Geheime job", "Syrië", "60"]


@pytest.mark.parametrize("opmaak", ["rustig", "kolommen"])
def test_wat_er_wel_en_niet_op_staat(an, als, client, opmaak):
    maak(client, an, opmaak=opmaak)
    antwoord = pdf(als(an), client)
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    assert f'filename="cv-{client.voornaam}-{client.achternaam}.pdf"' in antwoord["Content-Disposition"]
    tekst, meta = tekst_van(antwoord)
    for woord in (
        client.naam, "Magazijnier", "Ik werk graag in team.", "Sorteerder", "Kringwinkel", "2025 – 2026",
        "Bachelor economie", "2012", "Nederlands", "0470 12 34 56", "ik@voorbeeld.be",
    ):  # fmt: skip
        assert woord in tekst, woord
    verborgen = [client.insz, toon_insz(client.insz), f"{client.geboortedatum:%d/%m/%Y}", "Kerkstraat", "Voetbal"]
    for woord in [*NOOIT, *verborgen]:
        assert woord not in tekst, woord
        assert woord not in meta, woord
    assert antwoord["Cache-Control"] == "no-store"


def test_wat_je_kiest_staat_er_wel_op(an, als, client):
    maak(client, an, toon_adres=True, toon_geboortedatum=True, toon_hobby=True, toon_contact=False)
    tekst, _ = tekst_van(pdf(als(an), client))
    assert "Kerkstraat 1" in tekst
    assert f"{client.geboortedatum:%d/%m/%Y}" in tekst
    assert "Voetbal." in tekst
    assert "0470" not in tekst
    assert "ik@voorbeeld.be" not in tekst


def test_het_ocmw_staat_er_alleen_op_als_je_dat_kiest(an, als, client):
    cv = maak(client, an, profiel="Ik werkte via het OCMW.")
    antwoord = pdf(als(an), client)
    assert antwoord.url == reverse("regulier:cv_detail", args=[client.pk])
    assert not Journaalregel.objects.filter(wat="stuk_gemaakt").exists()
    cv.noem_ocmw = True
    bewaar_cv(cv, ["noem_ocmw"], door=an, op=OP)
    assert "via het OCMW" in tekst_van(pdf(als(an), client))[0]


def test_een_rijksregisternummer_komt_er_nooit_op(an, als, client):
    maak(client, an, profiel=f"Mijn nummer is {toon_insz(client.insz)}.", noem_ocmw=True)
    antwoord = als(an).post(reverse("rapporten:cv_pdf", args=[client.pk]), follow=True)
    assert "rijksregisternummer" in antwoord.content.decode()
    assert antwoord["Content-Type"].startswith("text/html")


def test_een_leeg_cv_geeft_geen_pdf(an, als):
    client = maak_client(an)
    antwoord = als(an).post(reverse("rapporten:cv_pdf", args=[client.pk]), follow=True)
    assert "Het cv is nog leeg." in antwoord.content.decode()


def test_wie_het_maakte_staat_in_het_journaal(bert, an, als, client):
    maak(client, an)
    pdf(als(bert), client)
    regel = Journaalregel.objects.get(wat="stuk_gemaakt")
    assert als(bert).get(reverse("rapporten:cv_pdf", args=[client.pk])).status_code == 405
    assert (regel.client_id, regel.medewerker_id) == (client.pk, bert.pk)


def test_arabisch_staat_leesbaar_op_het_cv(an, als):
    client = maak_client(an, voornaam="Amal", achternaam="حداد")
    maak(client, an)
    assert "حداد" in tekst_van(pdf(als(an), client))[0]


def test_scope(an, carla, leo, als, client):
    maak(client, an)
    assert pdf(als(carla), client).status_code == 404
    assert pdf(als(leo), client).status_code == 403
