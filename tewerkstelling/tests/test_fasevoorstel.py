"""Work moves, and the path proposes the step: on the page, as a termijn, in the report."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.werkruimte.dossier.controle import controleer
from tewerkstelling.actions import beeindig_tewerkstelling
from trajecten.actions import ga_naar_fase
from trajecten.fasen import Fase
from trajecten.models import Faseperiode, Traject

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


@pytest.fixture
def client(an, bert):
    client = maak_client(bert, coach=an)
    traject = maak_traject(client, an, op=vandaag() - timedelta(days=60))
    for naar in (Fase.IN_KAART, Fase.ZOEKEN):
        ga_naar_fase(traject, naar, door=an, op=vandaag() - timedelta(days=40), motivatie="Samen beslist.")
    return client


def voorstellen(client):
    return [(str(t), t.vervalt_op) for t in Termijn.objects.open().filter(client=client, soort="fasevoorstel")]


def test_een_start_stelt_fase_4_voor_en_een_tik_neemt_het(client, an, bert, als):
    adres = f"/clienten/{client.pk}/traject/"
    assert "Voorstel:" not in als(an).get(adres).text
    maak_contract(client, an, van=vandaag() - timedelta(days=2), laatste_dag=vandaag() + timedelta(days=200))
    zin = "De fase klopt niet meer met het werk fase 4, Begeleiding tijdens werk"
    assert voorstellen(client) == [(zin, vandaag() + timedelta(days=5))]
    assert "Zet in fase 4" in als(an).get(adres).text
    assert "Zet in fase 4" not in als(bert).get(adres).text
    assert als(bert).post(f"{adres}voorstel/", {"voorstel": "fase:4"}).status_code == 403
    assert als(an).get(f"{adres}voorstel/").status_code == 405
    assert Traject.objects.get().fase == 3, "lezen zet niets"
    antwoord = als(an).post(f"{adres}voorstel/", {"voorstel": "fase:4"}, follow=True)
    assert "Het traject staat nu in fase 4" in antwoord.text
    periode = Faseperiode.objects.get(tot=None)
    assert (periode.fase, periode.motivatie.startswith("Art.60 begon op"), periode.gestart_door) == (4, True, an)
    assert voorstellen(client) == []
    assert not controleer(vandaag()).verschillen


def test_een_voorstel_van_daarnet_wordt_gezegd_en_niet_genomen(client, an, als):
    adres = f"/clienten/{client.pk}/traject/voorstel/"
    assert als(an).post(adres, {"voorstel": "fase:4"}).status_code == 409
    maak_contract(client, an, van=vandaag() - timedelta(days=2), laatste_dag=vandaag() + timedelta(days=200))
    assert als(an).post(adres, {"voorstel": "fase:5"}).status_code == 409
    assert Traject.objects.get().fase == 3


def test_wie_de_fase_bewust_terugzet_hoort_hetzelfde_voorstel_niet_opnieuw(client, an, als):
    adres = f"/clienten/{client.pk}/traject/"
    contract = maak_contract(client, an, van=vandaag() - timedelta(days=9), laatste_dag=vandaag() + timedelta(days=200))
    als(an).post(f"{adres}voorstel/", {"voorstel": "fase:4"})
    ga_naar_fase(
        Traject.objects.get(), Fase.ZOEKEN, door=an, op=vandaag(), motivatie="Zoekt verder naar een andere plek."
    )
    assert voorstellen(client) == []
    assert "Voorstel:" not in als(an).get(adres).text
    beeindig_tewerkstelling(
        contract, laatste_dag=vandaag() - timedelta(days=1), reden="duur_bereikt", door=an, op=vandaag()
    )
    assert voorstellen(client) == [], "de fase werd na dat einde gekozen"
    maak_contract(client, an, van=vandaag() + timedelta(days=2), laatste_dag=vandaag() + timedelta(days=200))
    assert [zin for zin, _ in voorstellen(client)] == [
        "De fase klopt niet meer met het werk fase 4, Begeleiding tijdens werk"
    ]
    assert not controleer(vandaag()).verschillen


def test_het_einde_van_art60_stelt_fase_5_voor(client, an, als):
    contract = maak_contract(
        client, an, van=vandaag() - timedelta(days=30), laatste_dag=vandaag() + timedelta(days=200)
    )
    als(an).post(f"/clienten/{client.pk}/traject/voorstel/", {"voorstel": "fase:4"})
    assert voorstellen(client) == []
    contract.refresh_from_db()
    Faseperiode.objects.filter(tot=None).update(van=vandaag() - timedelta(days=30))
    gisteren = vandaag() - timedelta(days=1)
    beeindig_tewerkstelling(contract, laatste_dag=gisteren, reden="duur_bereikt", door=an, op=vandaag())
    assert [zin for zin, _ in voorstellen(client)] == ["De fase klopt niet meer met het werk fase 5, Einde art.60"]
    assert "Zet in fase 5" in als(an).get(f"/clienten/{client.pk}/traject/").text


def test_gewoon_werk_na_art60_stelt_voor_het_traject_af_te_sluiten(client, an, als):
    maak_contract(client, an, van=vandaag() - timedelta(days=300), laatste_dag=vandaag() - timedelta(days=10))
    begin, einde = vandaag() - timedelta(days=3), vandaag() + timedelta(days=300)
    maak_contract(client, an, van=begin, laatste_dag=einde, soort="regulier")
    pagina = als(an).get(f"/clienten/{client.pk}/traject/").text
    assert "Voorstel: het traject afsluiten." in pagina
    form = als(an).get(f"/clienten/{client.pk}/traject/afsluiten/?reden=werk").context["form"]
    assert form["reden"].value() == "werk"


def test_fase_3_toont_na_de_keuze_alleen_die_tak(client, an, als):
    adres = f"/clienten/{client.pk}/traject/"
    assert "Worden er geschikte vacatures gezocht?" in als(an).get(adres).text
    velden = {"antwoord": "art60", "toelichting": "", "versie": "0"}
    antwoord = als(an).post(f"{adres}vragen/richting/", velden, headers={"HX-Request": "true"})
    assert antwoord["HX-Refresh"] == "true"
    pagina = als(an).get(adres).text
    assert "Worden er geschikte vacatures gezocht?" not in pagina
    assert "Is er een geschikte werkplek gezocht?" in pagina
