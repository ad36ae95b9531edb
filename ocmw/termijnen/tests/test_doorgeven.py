"""A line on a colleague's desk: it stays there when the facts are derived again, it can come back, and nobody gets what she may not read."""

from datetime import timedelta

import pytest

from clienten.models import Client
from ocmw.gereedschap.testing.afleiding import leid_opnieuw_af
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from trajecten.actions import bewaar_actiepunt
from trajecten.beloften import ACTIEPUNT
from trajecten.models import Actiepunt

pytestmark = pytest.mark.django_db


@pytest.fixture
def termijn(an, bert):
    client = maak_client(bert, coach=an)
    maak_traject(client, an)
    punt = Actiepunt(
        client=client, omschrijving="Attest opvragen", vervalt_op=vandaag() + timedelta(days=3), medewerker=an
    )
    bewaar_actiepunt(punt, door=an, op=vandaag())
    return Termijn.objects.open().get(client=client, soort=ACTIEPUNT)


def adres(termijn, wat="doorgeven"):
    return f"/termijnen/{termijn.pk}/{wat}/"


def wie(termijn):
    termijn.refresh_from_db()
    return termijn.verantwoordelijke


def test_doorgeven_blijft_ook_na_een_nieuwe_afleiding(als, an, bert, termijn):
    assert wie(termijn) == an
    antwoord = als(an).post(adres(termijn), {"aan": bert.pk}, headers={"HX-Request": "true"})
    assert "Doorgegeven aan Bert" in antwoord.content.decode()
    assert "dossier-gewijzigd" in antwoord["HX-Trigger"]
    assert wie(termijn) == bert
    leid_opnieuw_af(Client.objects.get(pk=termijn.client_id), op=vandaag())
    assert wie(termijn) == bert
    regel = Journaalregel.objects.get(wat="termijn_doorgegeven")
    assert regel.client_id == termijn.client_id


def test_wie_weg_is_houdt_niets_vast(als, an, bert, termijn):
    als(an).post(adres(termijn), {"aan": bert.pk})
    bert.is_active = False
    bert.save(update_fields=["is_active"])
    leid_opnieuw_af(Client.objects.get(pk=termijn.client_id), op=vandaag())
    assert wie(termijn) == an


def test_ongedaan_maakt_wat_de_feiten_zeggen(als, an, bert, termijn):
    html = als(an).post(adres(termijn), {"aan": bert.pk}, headers={"HX-Request": "true"}).content.decode()
    zegel = html.split('name="doorgeefzegel" value="')[1].split('"')[0]
    als(an).post(adres(termijn, "herstellen"), {"doorgeefzegel": zegel})
    assert wie(termijn) == an
    assert termijn.doorgegeven_aan is None
    # A seal belongs to one termijn, and cannot be made by hand.
    als(an).post(adres(termijn), {"aan": bert.pk})
    als(an).post(adres(termijn, "herstellen"), {"doorgeefzegel": zegel[:-2] + "xx"})
    assert wie(termijn) == bert


def test_de_namen_zijn_wie_het_kan_opvolgen(als, an, bert, griet, leo, bea, carla, termijn):
    namen = als(an).get(adres(termijn), headers={"HX-Request": "true"}).content.decode()
    assert bert.naam in namen
    assert griet.naam in namen
    for ander in (an, leo, bea, carla):  # herself, without the right, of another OCMW
        assert f'value="{ander.pk}"' not in namen
    als(an).post(adres(termijn), {"aan": carla.pk})
    als(an).post(adres(termijn), {"aan": leo.pk})
    assert wie(termijn) == an


def test_wat_afgeschermd_is_gaat_niet_naar_wie_het_niet_mag_lezen(als, an, griet, termijn):
    Termijn.objects.filter(pk=termijn.pk).update(afgeschermd=True)
    pagina = als(an).post(adres(termijn), {"aan": griet.pk}).content.decode()
    assert "mag dit niet lezen" in pagina
    assert wie(termijn) == an


def test_zonder_script_is_er_een_pagina(als, an, bert, termijn):
    assert "Geef de termijn door" in als(an).get(adres(termijn)).content.decode()
    antwoord = als(an).post(adres(termijn), {"aan": bert.pk, "naar": "/"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/")
