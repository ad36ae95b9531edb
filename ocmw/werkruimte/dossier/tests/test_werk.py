"""The tab Werk en rechten: what it shows, to whom, and at what cost."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nazorg.actions import noteer_nazorgcontact
from nazorg.enums import Situatie
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.journaal.models import Journaalregel
from trajecten.models import Gesprek
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

pytestmark = [pytest.mark.django_db, pytest.mark.databank]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def weo(client, door, start):
    return registreer_werkervaring(Werkervaring(client=client, start=start), door=door, op=OP)


def test_zonder_werk_zegt_de_pagina_wat_er_moet_gebeuren(an, als):
    client = maak_client(an)
    pagina = als(an).get(reverse("dossier:werk", args=[client.pk])).content.decode()
    assert "De 24 maanden tellen nog niet" in pagina
    assert "Nog geen contract" in pagina
    assert reverse("tewerkstelling:werkervaring_create", args=[client.pk]) in pagina


def test_in_de_nazorg_staat_de_rest_in_woorden(an, als):
    """W2.6: TWE from 2024-09-01, art.60 ended on 2025-10-14; seen on 2026-06-01 three months are left."""
    client = maak_client(an, op=date(2024, 9, 1))
    weo(client, an, date(2024, 9, 1))
    maak_contract(client, an, van=date(2024, 10, 15), laatste_dag=date(2025, 10, 14), eindreden="duur_bereikt")
    with time_machine.travel(date(2026, 6, 1)):
        werk = als(an).get(reverse("dossier:werk", args=[client.pk])).content.decode()
        detail = als(an).get(reverse("nazorg:nazorg_detail", args=[client.pk])).content.decode()
    assert "Nog 3 maanden nazorg, tot en met ma 31 augustus 2026." in werk
    assert "10 maanden en 17 dagen" in detail
    assert "321 dagen" in detail
    assert "Duur van de tijdelijke werkervaring" in werk
    assert "BVR van 23/12/2016" in werk


def test_tijdens_art60_staat_wat_er_overblijft(an, als):
    client = maak_client(an)
    weo(client, an, date(2026, 3, 1))
    maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    pagina = als(an).get(reverse("dossier:werk", args=[client.pk])).content.decode()
    assert (
        "Art.60 loopt tot en met wo 31 maart 2027. Daarna is er nog 11 maanden nazorg, tot en met di 29 februari 2028."
        in pagina
    )


def test_een_contract_toont_de_laatste_dag_niet_de_dag_erna(an, als):
    client = maak_client(an)
    maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    pagina = als(an).get(reverse("dossier:werk", args=[client.pk])).content.decode()
    assert "wo 31 maart 2027" in pagina
    assert "1 april 2027" not in pagina


@pytest.mark.parametrize("naam", ["dossier:werk", "nazorg:nazorg_detail"])
def test_lezen_staat_in_het_journaal(an, als, naam):
    client = maak_client(an)
    als(an).get(reverse(naam, args=[client.pk]))
    assert Journaalregel.objects.filter(wat="dossier_bekeken", client_id=client.pk, medewerker_id=an.pk).count() == 1


PAGINAS = [
    ("dossier:werk", {}),
    ("nazorg:nazorg_detail", {}),
    ("nazorg:nazorgcontact_create", {}),
    ("tewerkstelling:contract_create", {}),
    ("tewerkstelling:contract_edit", {"contract": "contract"}),
    ("einde:contract_einde", {"contract": "contract"}),
    ("tewerkstelling:werkervaring_create", {}),
    ("tewerkstelling:werkervaring_edit", {"werkervaring": "werkervaring"}),
    ("tewerkstelling:werkervaring_stoppen", {"werkervaring": "werkervaring"}),
]
ALLEEN_LEZEN = {"dossier:werk", "nazorg:nazorg_detail"}
NIET_VOOR_MW = {"tewerkstelling:contract_create", "tewerkstelling:contract_edit", "einde:contract_einde"}


@pytest.fixture
def dossier(bert, an):
    client = maak_client(bert, coach=an)
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    return {"pk": client.pk, "contract": contract.pk, "werkervaring": weo(client, an, date(2026, 3, 1)).pk}


def adres(naam, sleutels, dossier):
    return reverse(naam, kwargs={"pk": dossier["pk"], **{deel: dossier[deel] for deel in sleutels}})


@pytest.mark.parametrize(("naam", "sleutels"), PAGINAS)
def test_wie_wat_mag(naam, sleutels, dossier, als, an, bert, griet, leo, bea, carla):
    url = adres(naam, sleutels, dossier)
    assert als(an).get(url).status_code == 200
    assert als(griet).get(url).status_code == 200
    assert als(bert).get(url).status_code == (403 if naam in NIET_VOOR_MW else 200)
    assert als(leo).get(url).status_code == 403
    assert als(bea).get(url).status_code == 403
    assert als(carla).get(url).status_code == 404


@pytest.mark.parametrize(("naam", "sleutels"), [pagina for pagina in PAGINAS if pagina[1]])
def test_een_rij_van_een_ander_dossier_bestaat_hier_niet(naam, sleutels, dossier, als, an):
    ander = maak_client(an)
    assert als(an).get(adres(naam, sleutels, {**dossier, "pk": ander.pk})).status_code == 404


def queries(browser, url):
    browser.get(url)  # the first page of a session also fills caches
    with CaptureQueriesContext(connection) as context:
        browser.get(url)
    return len(context)


def test_de_pagina_kost_evenveel_met_veel_contracten(an, als):
    client = maak_client(an, op=date(2012, 1, 1))
    weo(client, an, date(2026, 3, 1))
    browser, url, tellingen = als(an), reverse("dossier:werk", args=[client.pk]), []
    for n in range(12):
        van = date(2014, 1, 1) + timedelta(days=365 * n)
        plek = maak_werkplek(an.ocmw, f"W{n}")
        maak_contract(client, an, van=van, laatste_dag=van + timedelta(days=200), werkplek=plek)
        if n in {0, 11}:
            tellingen.append(queries(browser, url))
    assert (
        tellingen[0] == tellingen[1] <= 22
    )  # the picture of time reads talks, appointments, evaluations and money once


def test_de_nazorg_kost_evenveel_met_veel_contacten(bert, als, dossier):
    browser, url, tellingen = als(bert), reverse("nazorg:nazorg_detail", args=[dossier["pk"]]), []
    for n in range(20):
        gesprek = Gesprek(client_id=dossier["pk"], op=date(2026, 6, 1 + n), kanaal="telefoon")
        noteer_nazorgcontact(gesprek, Situatie.ZOEKT, door=bert, op=OP)
        if n in {0, 19}:
            tellingen.append(queries(browser, url))
    assert tellingen[0] == tellingen[1] <= 32  # idem, and the rights
