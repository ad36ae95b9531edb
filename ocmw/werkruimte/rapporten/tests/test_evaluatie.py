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
from ocmw.werkruimte.rapporten.stukken.evaluatie import MEESTE_KOLOMMEN, beelden
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


def test_het_verloop_toont_per_competentie_beeld_woorden_en_cijfers(evaluaties, an, als):
    pagina = als(an).get(reverse("rapporten:evaluatieverloop", args=[evaluaties[0].client_id]))
    inhoud = pagina.content.decode()
    domeinen = [(domein, len(blokken)) for domein, blokken in pagina.context["beelden"]]
    assert (len(domeinen), domeinen[0]) == (7, ("Kwaliteit van het werk", 3))
    assert {aantal for _, aantal in domeinen} == {3}
    assert inhoud.count("Toon de cijfers") == 21
    tempo = pagina.context["beelden"][0][1][1]
    assert tempo.alt == (
        "Tempo. mrt 2026: 2 begeleider, 2 mentor, 2 cliënt; aug 2026: 3 begeleider, 3 mentor, 3 cliënt;"
        " nov 2026: 1 begeleider, geen mentor, geen cliënt."
    )
    assert tempo.tabel.rijen[2] == ("nov 2026", 1, None, None)
    # Only the coach spoke both times: 20 from 3 to 4, Tempo from 3 to 1.
    assert "bij 20 van de 21 competenties" in inhoud
    assert "bij 1 (Tempo)" in inhoud


def test_het_beeld_op_papier_is_hetzelfde_als_op_de_pagina(evaluaties, an, als):
    laatste = evaluaties[-1]
    op_pagina = als(an).get(reverse("rapporten:evaluatieverloop", args=[laatste.client_id])).context["beelden"]
    assert beelden(lees_verloop(laatste.client, "art60", t_m=laatste)) == op_pagina


def test_meer_dan_vier_evaluaties_tonen_de_laatste_vier(evaluaties, an):
    contract = evaluaties[0].contract
    for maand in (4, 5, 6):
        vul_stem(maak_evaluatie(contract, an, gehouden_op=date(2026, maand, 20)), "coach", 2, an)
    verloop = lees_verloop(contract.client, "art60")
    assert len(verloop.evaluaties) == 6
    assert len(beelden(verloop)[0][1][0].tabel.rijen) == MEESTE_KOLOMMEN


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
