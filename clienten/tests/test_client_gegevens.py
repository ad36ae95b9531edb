"""The Gegevens tab: reading, revealing, editing, shielding."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clienten.enums import Antwoord
from clienten.models import Client, Diploma, Gezinslid, Randvoorwaarde, Taalkennis
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
    for deel in ("", "contact/", "wijzigen/", "contact/wijzigen/", "talen/nieuw/", "randvoorwaarden/mobiliteit/"):
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


@pytest.mark.parametrize(
    ("lijst", "data", "model"),
    [
        ("gezin", {"relatie": "zoon", "voornaam": "Omar", "geboortejaar": "2015"}, Gezinslid),
        ("diplomas", {"naam": "Lassen", "erkend": "onbekend"}, Diploma),
        ("talen", {"taal": "Frans", "niveau": "B1"}, Taalkennis),
    ],
)
def test_rijen_toevoegen_wijzigen_en_verwijderen(an, als, client, lijst, data, model):
    assert als(an).post(adres(client, f"{lijst}/nieuw/"), data).status_code == 302
    rij = model.objects.get(client=client)
    pagina = als(an).get(adres(client, f"{lijst}/{rij.pk}/"))
    eerste = next(iter(data))
    als(an).post(adres(client, f"{lijst}/{rij.pk}/"), velden_van(pagina.context["form"], **{eerste: "Anders"}))
    rij.refresh_from_db()
    assert getattr(rij, eerste) == "Anders"
    assert "Anders" in als(an).get(adres(client)).text
    als(an).post(adres(client, f"{lijst}/{rij.pk}/verwijderen/"))
    assert not model.objects.exists()


def test_dezelfde_taal_staat_er_maar_een_keer(an, als, client):
    als(an).post(adres(client, "talen/nieuw/"), {"taal": "Frans"})
    pagina = als(an).post(adres(client, "talen/nieuw/"), {"taal": "Frans"})
    assert "Deze taal staat er al bij." in pagina.text


def test_een_rij_van_een_andere_client_is_onbereikbaar(an, als, client):
    ander = Taalkennis.objects.create(client=maak_client(an), taal="Turks")
    assert als(an).get(adres(client, f"talen/{ander.pk}/")).status_code == 404
    assert als(an).post(adres(client, f"talen/{ander.pk}/verwijderen/")).status_code == 404
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


@pytest.mark.parametrize("aantal", [1, 30])
def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_rijen(an, als, client, aantal):
    Taalkennis.objects.bulk_create(Taalkennis(client=client, taal=f"Taal {n}") for n in range(aantal))
    Diploma.objects.bulk_create(Diploma(client=client, naam=f"Diploma {n}") for n in range(aantal))
    browser = als(an)
    browser.get(adres(client))
    with CaptureQueriesContext(connection) as vragen:
        browser.get(adres(client))
    assert len(vragen) <= 16, [vraag["sql"][:90] for vraag in vragen]


def test_lezen_wijzigt_niets_aan_de_client(an, als, client):
    voor = Client.objects.values().get(pk=client.pk)
    als(an).get(adres(client))
    assert Client.objects.values().get(pk=client.pk) == voor
