"""The board: columns by status, a countdown that turns amber and red, filters, scope and cost."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_client, maak_werkplek
from ocmw.gereedschap.testing.maak_startklaar import maak_gestart, maak_klaar, maak_plaatsing, vers
from tewerkstelling.models import Werkplek
from tewerkstelling.startklaar.actions import zet_plaatsing_stop
from tewerkstelling.startklaar.kaart import kaarten

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)  # ten o'clock in Belgium
OP = MOMENT.date()
BORD = "startklaar:plaatsing_bord"


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(MOMENT, tick=False):
        yield


def kolom(antwoord, code):
    gevonden = [k for k in antwoord.context["kolommen"] if k.code == code]
    return [kaart.plaatsing.client.achternaam for kaart in gevonden[0].kaarten] if gevonden else None


@pytest.fixture
def vol(an, griet):
    """One client in every column."""
    over = timedelta
    maak_plaatsing(maak_client(an, achternaam="Voorstel"), an, van=OP + over(days=2))
    maak_klaar(maak_plaatsing(maak_client(an, achternaam="Klaar"), an, van=OP + over(days=20)), an)
    maak_gestart(maak_client(griet, achternaam="Gestart"), an, van=OP)
    stop = maak_plaatsing(maak_client(an, achternaam="Stop"), an)
    zet_plaatsing_stop(stop, reden="client", door=an, op=OP)


def test_elke_status_heeft_een_kolom(vol, als, an):
    antwoord = als(an).get(reverse(BORD))
    assert kolom(antwoord, "voorstel") == ["Voorstel"]
    assert kolom(antwoord, "klaar") == ["Klaar"]
    assert kolom(antwoord, "gestart") == ["Gestart"]
    assert kolom(antwoord, "afgelopen") == ["Stop"]
    assert "2 plaatsingen te starten, waarvan 1 dringend" in " ".join(antwoord.content.decode().split())


def test_filters(vol, als, an):
    browser, url = als(an), reverse(BORD)
    assert kolom(browser.get(url, {"nood": "dringend"}), "voorstel") == ["Voorstel"]
    assert kolom(browser.get(url, {"nood": "dringend"}), "gestart") is None
    assert kolom(browser.get(url, {"nood": "klaar"}), "voorstel") == []
    assert kolom(browser.get(url, {"nood": "klaar"}), "klaar") == ["Klaar"]
    assert kolom(browser.get(url, {"nood": "ontbreekt"}), "voorstel") == ["Voorstel"]
    assert kolom(browser.get(url, {"wie": "mijn"}), "gestart") == []
    assert kolom(zoek(browser, url, {"q": "voorst"}), "voorstel") == ["Voorstel"]
    assert kolom(zoek(browser, url, {"q": "kringwinkel sort"}), "klaar") == ["Klaar"]
    plek = maak_werkplek(an.ocmw, "Andere", "Keuken")
    assert "Geen plaatsingen met deze filters" in browser.get(url, {"werkgever": plek.werkgever_id}).content.decode()
    assert browser.get(url, {"werkgever": "onzin", "nood": "zomaar"}).status_code == 200


def test_een_leeg_bord_zegt_wat_de_volgende_stap_is(als, an):
    assert "Nog geen plaatsingen" in als(an).get(reverse(BORD)).content.decode()


def test_een_ander_ocmw_ziet_niets(vol, als, carla, leo):
    assert "Nog geen plaatsingen" in als(carla).get(reverse(BORD)).content.decode()
    assert als(leo).get(reverse(BORD)).status_code == 403


def test_een_gesloten_dossier_staat_niet_meer_op_het_bord(vol, als, an):
    from clienten.models import Client

    Client.objects.filter(achternaam="Voorstel").update(gesloten_op=OP, sluitreden="verhuisd")
    assert kolom(als(an).get(reverse(BORD)), "voorstel") == []


@pytest.mark.parametrize(
    ("van", "uur", "code", "tekst"),
    [
        (date(2026, 12, 20), 0, "gepland", "Start over 30 dagen"),
        (date(2026, 11, 24), 0, "gepland", "Start over 4 dagen"),  # 86 hours
        (date(2026, 11, 23), 10, "vandaag", "Nog 72 uur"),  # 72 hours to the minute
        (date(2026, 11, 23), 11, "gepland", "Start over 3 dagen"),
        (date(2026, 11, 22), 0, "vandaag", "Nog 38 uur"),
        (date(2026, 11, 21), 11, "vandaag", "Nog 25 uur"),
        (date(2026, 11, 21), 10, "te_laat", "Nog 24 uur"),
        (date(2026, 11, 21), 0, "te_laat", "Nog 14 uur"),
        (date(2026, 11, 20), 0, "te_laat", "Start vandaag"),
        (date(2026, 11, 19), 0, "te_laat", "Moest al gestart zijn"),
    ],
)
def test_aftellen_naar_de_start(an, van, uur, code, tekst):
    rij = maak_plaatsing(maak_client(an), an, van=van)
    if uur:
        Werkplek.objects.filter(pk=rij.werkplek_id).update(begint_om=f"{uur}:00")
    (kaart,) = kaarten([vers(rij)], nu=MOMENT)
    assert (kaart.aftelling.code, kaart.aftelling.tekst) == (code, tekst)
    assert kaart.dringend == (code != "gepland")


def test_wat_klaar_is_kleurt_niet_tot_de_dag_voorbij_is(an):
    rij = maak_klaar(maak_plaatsing(maak_client(an), an, van=OP + timedelta(days=1)), an)
    (kaart,) = kaarten([rij], nu=MOMENT)
    assert (kaart.aftelling.code, kaart.aftelling.tekst) == ("klaar", "Start morgen")
    (kaart,) = kaarten([rij], nu=MOMENT + timedelta(days=2))
    assert kaart.aftelling.code == "te_laat"


def vragen(browser, url):
    browser.get(url)
    with CaptureQueriesContext(connection) as context:
        browser.get(url)
    return len(context)


def test_het_bord_kost_evenveel_met_meer_plaatsingen(als, an):
    def nog_een():
        maak_plaatsing(maak_client(an), an)
        maak_klaar(maak_plaatsing(maak_client(an), an), an)
        maak_gestart(maak_client(an), an, van=OP)

    browser, url = als(an), reverse(BORD)
    nog_een()
    een = vragen(browser, url)
    for _ in range(4):
        nog_een()
    assert vragen(browser, url) == een <= 16  # one is the row of the journaal
