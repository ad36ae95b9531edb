"""The bell is what others did for you: not your own work, not the list of Vandaag again, and seen only when you say so."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from trajecten.actions import bewaar_actiepunt
from trajecten.models import Actiepunt

pytestmark = pytest.mark.django_db
URL = "/nieuws/"


def bel(browser):
    tekst = browser.get(URL).content.decode()
    return tekst.split('class="knop-stil bel"')[1].split("</a>")[0]


def punt(client, door, wie=None):
    rij = Actiepunt(
        client=client, omschrijving="Attest opvragen", vervalt_op=vandaag() + timedelta(days=3), medewerker=wie or door
    )
    bewaar_actiepunt(rij, door=door, op=vandaag())
    return rij


@pytest.fixture
def client(an, bert):
    """Followed by An; Bert did something."""
    client = maak_client(an, coach=an, achternaam="Gevolgd")
    punt(client, bert)
    return client


def test_wat_een_ander_deed_is_nieuws_en_wat_je_zelf_deed_niet(als, an, bert, client):
    punt(client, an)
    browser = als(an)
    assert ": 1 nieuw" in bel(browser)
    nieuws = browser.get(URL).context["nieuws"]
    assert [(b.client, b.wie) for b in nieuws.nieuw] == [(client, bert.naam)]
    assert "nieuw</span>" not in bel(als(bert))  # Bert does not follow this dossier


def test_kijken_is_niet_gezien_zeggen_wel(als, an, bert, client):
    browser = als(an)
    browser.get(URL)
    assert ": 1 nieuw" in bel(browser)
    antwoord = browser.post("/nieuws/gezien/", follow=True)
    assert "Geen nieuws" in antwoord.content.decode()
    assert ": 1 nieuw" not in bel(browser)
    assert [b.client for b in browser.get(URL).context["nieuws"].gezien] == [client]
    punt(client, bert)
    assert ": 1 nieuw" in bel(browser)


def test_een_eigen_termijn_is_geen_nieuws(als, an, client):
    """The control: a promise of your own stands on Vandaag, and only there."""
    browser = als(an)
    browser.post("/nieuws/gezien/")
    punt(client, an)
    assert Termijn.objects.open().filter(verantwoordelijke=an).exists()
    assert "nieuw</span>" not in bel(browser)


def test_wat_je_doorgegeven_kreeg_is_nieuws(als, an, griet, client):
    termijn = Termijn.objects.open().filter(client=client).first()
    als(an).post(f"/termijnen/{termijn.pk}/doorgeven/", {"aan": griet.pk})
    nieuws = als(griet).get(URL).context["nieuws"].nieuw
    assert "gaf een termijn door aan een collega" in [wat for b in nieuws if b.wie == an.naam for wat in b.wat]


def test_een_ander_ocmw_is_geen_nieuws(als, carla, client):
    assert not als(carla).get(URL).context["nieuws"].nieuw


@pytest.mark.parametrize("rol", ["leo", "bea"])
def test_wie_geen_dossiers_leest_heeft_geen_bel(rol, als, request):
    browser = als(request.getfixturevalue(rol))
    assert browser.get(URL).status_code == 403
    assert "knop-stil bel" not in browser.get("/").content.decode()


@pytest.mark.parametrize("aantal", [1, 30])
def test_het_nieuws_kost_evenveel_vragen(als, an, bert, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        maak_gesprek(maak_client(bert, coach=an), bert)
    browser = als(an)
    browser.get(URL)
    with django_assert_max_num_queries(7):
        browser.get(URL)
