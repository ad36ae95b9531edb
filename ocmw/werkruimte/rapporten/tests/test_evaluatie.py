"""Scores over time and one evaluation on paper: the same pictures, with their words and numbers."""

import io
from datetime import date

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, vul_stem
from ocmw.journaal.models import Journaalregel
from ocmw.werkruimte.rapporten.trend import trend
from tewerkstelling.evaluaties.actions import bewaar_afspraken
from tewerkstelling.evaluaties.blad import lees_verloop
from trajecten.models import Actiepunt

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def evaluaties(an):
    client = maak_client(an, voornaam="Fatima", achternaam="Proef", coach=an)
    contract = maak_contract(client, an, van=date(2026, 1, 5), laatste_dag=date(2027, 1, 4))
    rijen = []
    for nummer, dag in enumerate((date(2026, 3, 5), date(2026, 8, 5))):
        rij = maak_evaluatie(contract, an, gehouden_op=dag, verslag="Woorden van het gesprek.")
        for wie in ("coach", "mentor", "client"):
            vul_stem(rij, wie, 2 + nummer, an, tekst=f"Zin van de {wie}")
        rijen.append(rij)
    vul_stem_zonder_mentor = maak_evaluatie(contract, an, gehouden_op=date(2026, 11, 5))
    vul_stem(vul_stem_zonder_mentor, "coach", 4, an, tempo=1)
    return [*rijen, vul_stem_zonder_mentor]


def test_het_verloop_toont_per_competentie_een_rij_in_beeld_en_in_woorden(evaluaties, an, als):
    pagina = als(an).get(reverse("rapporten:evaluatieverloop", args=[evaluaties[0].client_id]))
    inhoud = pagina.content.decode()
    rijen = {rij.naam: rij for rij in pagina.context["rijen"]}
    assert len(rijen) == 21
    assert inhoud.count('class="trendbeeld" viewBox="0 0 240') == 21
    tempo = rijen["Tempo"]
    assert [(cel.nu, cel.toen) for cel in tempo.cellen] == [(1, 3), (None, 3), (None, 3)]
    assert "lager, was" in tempo.cellen[0].tekst
    assert tempo.cellen[1].tekst.startswith("niets gezegd (was ")
    assert tempo.alt in inhoud
    # Only the coach spoke both times: 20 from 3 to 4, Tempo from 3 to 1.
    assert "bij 20 van de 21 competenties" in inhoud
    assert "bij 1 (Tempo)" in inhoud
    assert pagina.context["rijen"][0].naam == "Tempo"  # nobody differs this time, so what moved most comes first


def test_wat_het_verst_uit_elkaar_ligt_staat_bovenaan(evaluaties, an):
    laatste = evaluaties[-1]
    vul_stem(laatste, "client", 4, an, tempo=4)
    rijen = trend(lees_verloop(laatste.client, "art60"))
    assert (rijen[0].naam, rijen[0].afstand) == ("Tempo", 3)
    assert {rij.afstand for rij in rijen[1:]} == {0}
    assert [rij.afstand for rij in rijen] == sorted((rij.afstand for rij in rijen), reverse=True)


def test_elke_stem_heeft_een_eigen_vorm_en_een_dun_merk_van_toen(evaluaties, an):
    tweede = evaluaties[1]
    rij = trend(lees_verloop(tweede.client, "art60", t_m=tweede))[0]
    for wie, vorm in (("coach", "circle"), ("mentor", "rect"), ("client", "path")):
        assert rij.svg.count(f'<{vorm} class="trend-{wie}"') == 2  # now, and hollow: then
    assert rij.svg.count('class="trend-streep"') == 4
    eerste = trend(lees_verloop(tweede.client, "art60", t_m=evaluaties[0]))[0]
    assert eerste.svg.count('class="trend-coach"') == 1


@pytest.mark.usefixtures("papier_zonder_kind")
def test_het_beeld_op_papier_is_hetzelfde_als_op_de_pagina(evaluaties, an, als):
    laatste = evaluaties[-1]
    pagina = als(an).get(reverse("rapporten:evaluatieverloop", args=[laatste.client_id]))
    papier = als(an).get(reverse("rapporten:evaluatie_pdf", args=[laatste.client_id, laatste.pk])).content.decode()
    for rij in pagina.context["rijen"]:
        assert rij.svg in papier
        assert rij.svg in pagina.content.decode()


def test_zonder_scores_zegt_de_pagina_wat_er_komt(an, als):
    client = maak_client(an)
    assert "Nog geen scores" in als(an).get(reverse("rapporten:evaluatieverloop", args=[client.pk])).content.decode()


def test_de_pdf_voor_alle_partijen(evaluaties, an, als):
    tweede = evaluaties[1]
    punt = Actiepunt(omschrijving="Woorden oefenen", vervalt_op=date(2026, 12, 1), eigenaar="client")
    bewaar_afspraken(tweede, [punt], door=an, op=OP)
    antwoord = als(an).get(reverse("rapporten:evaluatie_pdf", args=[tweede.client_id, tweede.pk]))
    assert antwoord["Content-Type"] == "application/pdf"
    assert "Proef" not in antwoord["Content-Disposition"]
    tekst = "\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(antwoord.content)).pages)
    for deel in (
        "Fatima Proef", "woensdag 5 augustus 2026", "Woorden van het gesprek.", "Woorden oefenen", "Technische competenties",
        "(was basis)", "Zin van de mentor", "Verloop per competentie", "Gelezen en besproken", "nog niet afgerond",
    ):  # fmt: skip
        assert deel in tekst, deel
    assert "nov 2026" not in tekst  # a paper does not know what came after
    assert Journaalregel.objects.filter(wat="stuk_gemaakt", client_id=tweede.client_id).count() == 1


def test_wie_het_dossier_niet_ziet_krijgt_geen_papier(evaluaties, carla, als):
    url = reverse("rapporten:evaluatie_pdf", args=[evaluaties[0].client_id, evaluaties[0].pk])
    assert als(carla).get(url).status_code == 404


def test_het_verloop_kost_een_vast_aantal_vragen(evaluaties, an, als, django_assert_max_num_queries):
    browser, url = als(an), reverse("rapporten:evaluatieverloop", args=[evaluaties[0].client_id])
    browser.get(url)
    with django_assert_max_num_queries(12):
        browser.get(url)
