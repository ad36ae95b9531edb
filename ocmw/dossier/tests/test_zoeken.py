"""Search finds by every handle people have, and only what exists for the reader."""

from datetime import date

import pytest

from clienten.models import InszHistoriek
from ocmw.kalender.klok import vandaag
from ocmw.testing.formulier import zoek
from ocmw.testing.maak import maak_client


@pytest.fixture
def lies(an):
    return maak_client(
        an, voornaam="Lies", achternaam="D'Hondt-Çelik", geboortedatum=date(1985, 7, 30), insz="85073003328"
    )


def vind(browser, tekst):
    return [client.voornaam for client in zoek(browser, "/zoeken/", {"q": tekst}).context["gevonden"]]


@pytest.mark.parametrize(
    "tekst",
    ["d hondt", "D'HONDT-ÇELIK", "lies d'hondt", "30/07/1985", "30-7-1985",
     "85.07.30-033.28", "3328", "850730", "0470 12 34 56", "+32470123456"],
)  # fmt: skip
def test_vindt_op(lies, an, als, tekst):
    assert vind(als(an), tekst) == ["Lies"]


def test_vindt_op_dossiernummer_en_oud_nummer(lies, an, als):
    InszHistoriek.objects.create(client=lies, insz="85273003306", vervangen_op=vandaag())
    assert vind(als(an), lies.dossiernummer) == ["Lies"]
    assert vind(als(an), "85.27.30-033.06") == ["Lies"]


@pytest.mark.parametrize("tekst", ["", "l", "12", "99/99/1985", "%", "_"])
def test_te_kort_of_onzin_zoekt_niet(lies, an, als, tekst):
    assert vind(als(an), tekst) == []


def test_een_ander_ocmw_vindt_niets(lies, carla, als):
    assert vind(als(carla), "85073003328") == []


@pytest.mark.parametrize("aantal", [1, 30])
def test_zoeken_kost_evenveel_queries(an, als, aantal, django_assert_num_queries):
    for _ in range(aantal):
        maak_client(an, achternaam="Zelfde")
    browser = als(an)
    adres = browser.post("/zoeken/", {"zoek-q": "zelfde"}).url
    with django_assert_num_queries(5):
        assert len(browser.get(adres).context["gevonden"]) == min(aantal, 25)
