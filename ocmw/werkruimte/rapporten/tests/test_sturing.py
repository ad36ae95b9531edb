"""Sturing and my reports: choose a period, look at it, have it made, find it back."""

from datetime import date, timedelta

import openpyxl
import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.werkruimte.rapporten.actions import vraag_dossierverslag
from ocmw.werkruimte.rapporten.forms import vorig_kwartaal
from ocmw.werkruimte.rapporten.models import Rapportbestand

pytestmark = pytest.mark.django_db


@pytest.fixture
def keuze(aalst):
    van = vandaag() - timedelta(days=120)
    return {"van": van.isoformat(), "tot_en_met": vandaag().isoformat(), "ocmws": [aalst.pk], "formaat": "xlsx"}


def test_alleen_wie_stuurt_komt_hier(als, an, bert, leo, bea, griet):
    for wie in (an, bert, leo, bea):
        assert als(wie).get("/sturing/").status_code == 403
        assert als(wie).get("/sturing/caseload/").status_code == 403
    assert als(griet).get("/sturing/").status_code == 200


def test_het_rapport_op_de_bladzijde_staat_in_het_journaal(als, griet, an, keuze):
    maak_traject(maak_client(an), an)
    antwoord = als(griet).get("/sturing/caseload/", keuze)
    html = antwoord.content.decode()
    assert "Lopend op de laatste dag" in html
    assert "<svg" in html
    assert "Achternaam" not in html
    regel = Journaalregel.objects.get(wat="rapport_gemaakt")
    assert (regel.details["formaat"], regel.client_id) == ("pagina", None)


def test_tonen_geeft_een_adres_zonder_geheimen(als, griet, keuze):
    adres = als(griet).post("/sturing/rapport/", {**keuze, "tonen": "1", "csrfmiddlewaretoken": "geheim"}).url
    assert adres.startswith("/sturing/caseload/?van=")
    assert "geheim" not in adres
    assert als(griet).get(adres).status_code == 200


def test_een_rekenblad_vragen_en_ophalen(als, griet, an, keuze, tmp_path):
    maak_traject(maak_client(an), an)
    antwoord = als(griet).post("/sturing/rapport/", keuze)
    rapport = Rapportbestand.objects.get()
    assert antwoord.url == f"/opdrachten/{rapport.opdracht_id}/"
    assert rapport.tot == vandaag() + timedelta(days=1)
    voer_uit(str(rapport.opdracht_id))
    bestand = tmp_path / "r.xlsx"
    bestand.write_bytes(b"".join(als(griet).get(f"/rapporten/{rapport.pk}/bestand/").streaming_content))
    assert openpyxl.load_workbook(bestand).sheetnames[:3] == ["Over dit rapport", "Overzicht", "Cliënten per fase"]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"van": "2027-02-30"}, "geldige datum"),
        ({"van": "2999-01-01", "tot_en_met": "2999-02-01"}, "al begonnen"),
        ({"van": "2026-03-01", "tot_en_met": "2026-02-01"}, "ligt niet voor"),
        ({"van": "1990-01-01"}, "vijf jaar"),
        ({"ocmws": []}, "minstens één OCMW"),
        ({"formaat": "exe"}, "exe"),
    ],
)
def test_een_onmogelijke_keuze_wordt_een_zin(als, griet, keuze, anders, zin):
    antwoord = als(griet).post("/sturing/rapport/", {**keuze, **anders})
    assert zin in antwoord.content.decode()
    assert not Rapportbestand.objects.exists()


def test_een_vreemd_ocmw_kan_je_niet_kiezen(als, griet, keuze, turnhout):
    als(griet).post("/sturing/rapport/", {**keuze, "ocmws": [turnhout.pk]})
    antwoord = als(griet).get("/sturing/caseload/", {**keuze, "ocmws": [turnhout.pk]})
    assert "Lopend op de laatste dag" not in antwoord.content.decode()
    assert not Rapportbestand.objects.exists()


@pytest.mark.parametrize(
    ("op", "van", "tot"),
    [
        (date(2026, 11, 22), date(2026, 7, 1), date(2026, 9, 30)),
        (date(2027, 1, 1), date(2026, 10, 1), date(2026, 12, 31)),
        (date(2028, 4, 30), date(2028, 1, 1), date(2028, 3, 31)),
    ],
)
def test_de_periode_staat_klaar_op_het_vorige_kwartaal(op, van, tot):
    assert vorig_kwartaal(op) == (van, tot)


def test_mijn_rapporten_zijn_alleen_van_mij(als, an, bert):
    client = maak_client(an)
    vraag_dossierverslag(client, delen=["identiteit"], door=an, op=vandaag())
    assert client.naam in als(an).get("/rapporten/").content.decode()
    leeg = als(bert).get("/rapporten/").content.decode()
    assert client.naam not in leeg
    assert "Nog geen rapporten" in leeg
    assert "Geen rapporten met deze filters" in als(an).get("/rapporten/?soort=caseload").content.decode()


@pytest.mark.parametrize("aantal", [1, 30])
def test_de_lijst_kost_altijd_evenveel(als, an, aantal, django_assert_num_queries):
    client = maak_client(an)
    for _ in range(aantal):
        vraag_dossierverslag(client, delen=["identiteit"], door=an, op=vandaag())
    browser = als(an)
    browser.get("/rapporten/")
    with django_assert_num_queries(6):
        browser.get("/rapporten/")
