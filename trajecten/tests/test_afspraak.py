"""Appointments: moved, cancelled, missed; the list row keeps the next one."""

from datetime import timedelta

import pytest

from clienten.models import Stand
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import begin_van, vandaag
from trajecten.actions import maak_afspraak
from trajecten.models import Afspraak


@pytest.fixture
def afspraak(an):
    begint = begin_van(vandaag() + timedelta(days=3)) + timedelta(hours=9)
    return maak_afspraak(Afspraak(client=maak_client(an), medewerker=an, begint_op=begint), door=an, op=vandaag())


def adres(afspraak, deel=""):
    return f"/clienten/{afspraak.client_id}/afspraken/{afspraak.pk}/{deel}"


def volgende(afspraak):
    return Stand.objects.get(client=afspraak.client_id).volgende_afspraak_op


def test_verzetten_verzet_ook_de_lijst(an, als, afspraak):
    dag = vandaag() + timedelta(days=9)
    gegevens = {"dag": dag.isoformat(), "uur": "11:15", "duur": "45", "kanaal": "gesprek", "versie": "1"}
    assert als(an).get(adres(afspraak)).status_code == 200
    assert als(an).post(adres(afspraak), gegevens).status_code == 302
    afspraak.refresh_from_db()
    assert f"{afspraak}".startswith(f"Afspraak op {dag:%d/%m/%Y} 11:15")
    assert volgende(afspraak) == dag


def test_afzeggen_kan_en_terugzetten_ook(an, als, afspraak):
    als(an).post(adres(afspraak, "status/"), {"status": "afgezegd"})
    assert volgende(afspraak) is None
    assert "al afgehandeld" in als(an).get(adres(afspraak)).content.decode()
    als(an).post(adres(afspraak, "status/"), {"status": "gepland"})
    assert volgende(afspraak) == vandaag() + timedelta(days=3)


def test_twee_keer_klikken_is_een_keer(an, als, afspraak):
    for _ in range(2):
        assert als(an).post(adres(afspraak, "status/"), {"status": "niet_gekomen"}).status_code == 302
    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.versie) == ("niet_gekomen", 2)


def test_twee_mensen_verzetten_dezelfde_afspraak(an, als, afspraak):
    eerste = {"dag": (vandaag() + timedelta(days=5)).isoformat(), "uur": "09:00", "duur": "45", "kanaal": "gesprek"}
    tweede = {**eerste, "dag": (vandaag() + timedelta(days=6)).isoformat()}
    als(an).post(adres(afspraak), {**eerste, "versie": "1"})
    antwoord = als(an).post(adres(afspraak), {**tweede, "versie": "1"})
    assert antwoord.status_code == 409
    assert f"{vandaag() + timedelta(days=5):%d/%m/%Y}" in antwoord.content.decode()


@pytest.mark.parametrize(
    "fout", [{"dag": "2020-01-01"}, {"uur": "25:00"}, {"duur": "2"}, {"dag": ""}, {"kanaal": "duif"}]
)
def test_slechte_invoer_houdt_wat_je_typte(an, als, afspraak, fout):
    goed = {"dag": (vandaag() + timedelta(days=5)).isoformat(), "uur": "09:00", "duur": "45", "plaats": "Lokaal 7"}
    antwoord = als(an).post(f"/clienten/{afspraak.client_id}/afspraken/nieuw/", {**goed, "kanaal": "gesprek", **fout})
    assert antwoord.status_code == 422
    assert "Lokaal 7" in antwoord.content.decode()


def test_een_vreemde_afspraak_bestaat_niet(an, carla, als, afspraak):
    assert als(carla).get(adres(afspraak)).status_code == 404
    assert als(carla).post(adres(afspraak, "status/"), {"status": "afgezegd"}).status_code == 404
    ander = maak_client(an)
    assert als(an).get(f"/clienten/{ander.pk}/afspraken/{afspraak.pk}/").status_code == 404
