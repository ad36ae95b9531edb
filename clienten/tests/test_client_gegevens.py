"""The Gegevens tab: reading, revealing, editing, shielding."""

import pytest

from clienten.enums import Antwoord
from clienten.models import Client, Gezinslid, Randvoorwaarde
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.models import Journaalregel


@pytest.fixture
def client(an):
    return maak_client(an, voornaam="Fatou", achternaam="Diallo")


def adres(client, deel=""):
    return f"/clienten/{client.pk}/gegevens/{deel}"


def test_contactgegevens_staan_er_pas_na_een_klik_en_dat_wordt_genoteerd(an, als, client):
    assert "0470" not in als(an).get(adres(client)).text
    assert "0470 12 34 56" in als(an).get(adres(client, "contact/")).text
    assert Journaalregel.objects.filter(details__onderdeel="contact").count() == 1


def test_een_vreemd_ocmw_krijgt_404(carla, als, client):
    for deel in ("", "contact/", "wijzigen/", "contact/wijzigen/", "gezin/nieuw/", "randvoorwaarden/mobiliteit/"):
        assert als(carla).get(adres(client, deel)).status_code == 404


def test_wijzigen_bewaart_alleen_wat_veranderde(an, als, client):
    pagina = als(an).get(adres(client, "wijzigen/"))
    data = velden_van(pagina.context["form"], taal="Tigrinya")
    assert als(an).post(adres(client, "wijzigen/"), data).status_code == 302
    client.refresh_from_db()
    assert (client.taal, client.versie) == ("Tigrinya", 2)
    assert Journaalregel.objects.get(wat="client_gewijzigd").details == {"velden": ["taal"]}


def test_een_nieuw_insz_houdt_het_oude_vindbaar(an, als, client):
    oud = client.insz
    pagina = als(an).get(adres(client, "wijzigen/"))
    als(an).post(adres(client, "wijzigen/"), velden_van(pagina.context["form"], insz=""))
    assert client.oude_nummers.get().insz == oud


def test_een_gezinslid_toevoegen_wijzigen_en_verwijderen(an, als, client):
    data = {"relatie": "zoon", "voornaam": "Omar", "geboortejaar": "2015"}
    assert als(an).post(adres(client, "gezin/nieuw/"), data).status_code == 302
    rij = Gezinslid.objects.get(client=client)
    pagina = als(an).get(adres(client, f"gezin/{rij.pk}/"))
    als(an).post(adres(client, f"gezin/{rij.pk}/"), velden_van(pagina.context["form"], relatie="Anders"))
    rij.refresh_from_db()
    assert rij.relatie == "Anders"
    assert "Anders" in als(an).get(adres(client)).text
    als(an).post(adres(client, f"gezin/{rij.pk}/verwijderen/"))
    assert not Gezinslid.objects.exists()


def test_een_lijst_die_niemand_aanbiedt_bestaat_niet(an, als, client):
    assert als(an).get(adres(client, "onzin/nieuw/")).status_code == 404


def test_een_randvoorwaarde_beantwoorden(an, als, client):
    data = {"in_orde": "nee", "nota": "Geen bus voor 7 uur", "beoordeeld_op": "2026-01-05"}
    als(an).post(adres(client, "randvoorwaarden/mobiliteit/"), data)
    rij = Randvoorwaarde.objects.get()
    assert (rij.soort, rij.in_orde, rij.nota) == ("mobiliteit", Antwoord.NEE, "Geen bus voor 7 uur")
    assert "Geen bus voor 7 uur" in als(an).get(adres(client)).text


def test_gezondheid_is_afgeschermd_voor_de_coordinator(an, griet, als, client):
    Randvoorwaarde.objects.create(client=client, soort="gezondheid", in_orde="nee", nota="Rugklachten")
    assert "Rugklachten" in als(an).get(adres(client)).text
    pagina = als(griet).get(adres(client))
    assert "Rugklachten" not in pagina.text
    assert "niet in orde" not in pagina.text
    assert "afgeschermd" in pagina.text
    assert als(griet).get(adres(client, "randvoorwaarden/gezondheid/")).status_code == 404
    assert not Randvoorwaarde.objects.zichtbaar_voor(griet).exists()


def test_lezen_wijzigt_niets_aan_de_client(an, als, client):
    voor = Client.objects.values().get(pk=client.pk)
    als(an).get(adres(client))
    assert Client.objects.values().get(pk=client.pk) == voor
