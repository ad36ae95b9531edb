"""A hundred old lines: one answer, one way back, every line in the journaal of its dossier."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from trajecten.actions import bewaar_actiepunt
from trajecten.beloften import ACTIEPUNT
from trajecten.models import Actiepunt

pytestmark = pytest.mark.django_db
URL = "/vandaag/opruimen/"


def lijn(client, wie, dagen):
    punt = Actiepunt(client=client, omschrijving="Oud", vervalt_op=vandaag() - timedelta(days=dagen), medewerker=wie)
    bewaar_actiepunt(punt, door=wie, op=vandaag() - timedelta(days=dagen + 5))


@pytest.fixture
def oud(an, bert):
    """Twenty old lines and one young one of An, one old one of Bert."""
    for nummer in range(20):
        client = maak_client(bert, coach=an, op=vandaag() - timedelta(days=200))
        maak_traject(client, an, op=vandaag() - timedelta(days=200))
        lijn(client, an, 40 + nummer)
    lijn(client, an, 3)
    lijn(client, bert, 90)
    Termijn.objects.exclude(soort=ACTIEPUNT).delete()


def open_van(wie):
    return Termijn.objects.open().filter(verantwoordelijke=wie, soort=ACTIEPUNT).count()


def test_een_antwoord_ruimt_alles_van_een_soort_op_en_kan_terug(als, an, bert, oud):
    browser = als(an)
    assert "Ruim oude lijnen samen op" in browser.get("/?lijst=mijn").content.decode()
    assert "(20)" in browser.get(URL).content.decode()
    antwoord = browser.post(URL, {"soorten": [ACTIEPUNT], "hoe": "klaar"}, follow=True)
    assert "20 lijnen zijn opgeruimd." in antwoord.content.decode()
    assert (open_van(an), open_van(bert)) == (1, 1)
    assert Actiepunt.objects.filter(gedaan_op=vandaag()).count() == 20  # the facts behind them too
    regels = Journaalregel.objects.filter(wat="termijn_voldaan", medewerker_id=an.pk)
    assert len(set(regels.values_list("client_id", flat=True))) == 20
    terug = browser.post(f"{URL}terug/", follow=True)
    assert "20 lijnen staan weer open." in terug.content.decode()
    assert (open_van(an), Actiepunt.objects.filter(gedaan_op=vandaag()).count()) == (21, 0)
    assert "0 lijnen staan weer open." in browser.post(f"{URL}terug/", follow=True).content.decode()


def test_samen_uitstellen_vraagt_tot_wanneer_en_waarom(als, an, oud):
    browser = als(an)
    fout = browser.post(URL, {"soorten": [ACTIEPUNT], "hoe": "later"}).content.decode()
    assert "Kies tot wanneer je uitstelt." in fout
    assert "Schrijf kort waarom." in fout
    dag = vandaag() + timedelta(days=30)
    browser.post(URL, {"soorten": [ACTIEPUNT], "hoe": "later", "tot": dag.isoformat(), "reden": "Nieuw begin"})
    assert Termijn.objects.open().filter(verantwoordelijke=an, vervalt_op=dag, uitstelreden="Nieuw begin").count() == 20
    browser.post(f"{URL}terug/")
    assert Termijn.objects.open().filter(verantwoordelijke=an, uitgesteld_tot=None).count() == 21


def test_wat_intussen_al_heropend_was_staat_er_een_keer(als, an, oud):
    browser = als(an)
    browser.post(URL, {"soorten": [ACTIEPUNT], "hoe": "klaar"})
    heropend = Termijn.objects.filter(voldaan=True, soort=ACTIEPUNT).first()
    browser.post(f"/termijnen/{heropend.pk}/herstellen/")
    assert open_van(an) == 2
    browser.post(f"{URL}terug/")
    assert open_van(an) == 21


def test_een_soort_die_er_niet_is_en_een_leeftijd_die_niet_bestaat(als, an, oud):
    browser = als(an)
    assert browser.get(f"{URL}?ouder=9999").status_code == 200
    assert "Geen oude lijnen" in browser.get(f"{URL}?ouder=180").content.decode()
    browser.post(URL, {"soorten": ["bestaat_niet"], "hoe": "klaar"})
    assert open_van(an) == 21


@pytest.mark.parametrize("rol", ["leo", "bea"])
def test_zonder_recht(rol, als, request):
    assert als(request.getfixturevalue(rol)).get(URL).status_code == 403
