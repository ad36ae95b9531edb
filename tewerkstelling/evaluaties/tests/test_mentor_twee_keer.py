"""A mentor who presses "Verstuur" twice reads thanks twice; other answers on the same screen replace the first."""

import re
from datetime import date

import pytest
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, maak_lijst, maak_link
from ocmw.ui import bewaring
from ocmw.ui.models import Formuliersleutel
from tewerkstelling.evaluaties.models import Competentie, Mentorlink, Stem


@pytest.fixture
def link(an):
    maak_lijst()
    evaluatie = maak_evaluatie(
        maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 12, 31)), an
    )
    _, token = maak_link(evaluatie, an)
    return token, Competentie.objects.filter(domein__lijst=evaluatie.lijst).first()


@pytest.fixture
def adres(link):
    return reverse("evaluaties:mentor_formulier", args=[link[0]])


def sleutel(client, adres):
    return re.search(r'name="formuliersleutel" value="([^"]+)"', client.get(adres).text)[1]


def verstuur(client, adres, link):
    veld = f"c{link[1].pk}"
    client.post(f"{adres}?deel=1", {"deel": "1", "naar": "2", veld: "3"})
    data = {"deel": "8", "verstuur": "1", "naam": "Rita", bewaring.VELD: sleutel(client, f"{adres}?deel=8")}
    return [client.post(f"{adres}?deel=8", data) for _ in range(2)]


def test_twee_keer_versturen_leidt_twee_keer_naar_bedankt(client, adres, link):
    bedankt = reverse("evaluaties:mentor_bedankt")
    assert [antwoord.url for antwoord in verstuur(client, adres, link)] == [bedankt, bedankt]
    assert Stem.objects.filter(wie="mentor").count() == 1
    assert "csrfmiddlewaretoken" not in client.get(adres).text
    assert not client.cookies


def test_zonder_sleutel_leest_de_mentor_dat_de_link_niet_werkt(client, adres, link, monkeypatch):
    """Negative control."""
    monkeypatch.setattr(bewaring, "sleutel_van", lambda request: None)
    assert [antwoord.status_code for antwoord in verstuur(client, adres, link)] == [302, 404]


def test_andere_antwoorden_op_hetzelfde_scherm_vervangen_de_eerste(client, adres, link):
    scherm, veld = f"{adres}?deel=1", f"c{link[1].pk}"
    eigen = sleutel(client, scherm)
    for score in ("2", "3"):
        antwoord = client.post(scherm, {"deel": "1", "naar": "2", veld: score, bewaring.VELD: eigen})
        assert antwoord.status_code == 302
    assert Mentorlink.objects.get().klad["scores"] == {str(link[1].pk): "3"}


def test_het_geheim_van_de_link_staat_niet_in_de_databank(client, adres, link):
    scherm = f"{adres}?deel=1"
    data = {"deel": "1", "naar": "2", f"c{link[1].pk}": "3", bewaring.VELD: sleutel(client, scherm)}
    eerste, tweede = (client.post(scherm, data) for _ in range(2))
    assert eerste.url == tweede.url == f"{adres}?deel=2"
    assert link[0] not in Formuliersleutel.objects.get().naar
