"""Diplomas and languages: lists of this room on the page Gegevens of the person."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clienten.profiel.models import Diploma, Taalkennis
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client


@pytest.fixture
def client(an):
    return maak_client(an, voornaam="Fatou", achternaam="Diallo")


def adres(client, deel=""):
    return f"/clienten/{client.pk}/gegevens/{deel}"


def test_een_vreemd_ocmw_krijgt_404(carla, als, client):
    for lijst in ("diplomas", "talen"):
        assert als(carla).get(adres(client, f"{lijst}/nieuw/")).status_code == 404


def test_gezin_staat_voor_diplomas_en_die_voor_talen(an, als, client):
    pagina = als(an).get(adres(client)).text
    assert pagina.index('id="kop-gezin"') < pagina.index('id="kop-diplomas"') < pagina.index('id="kop-talen"')


@pytest.mark.parametrize(
    ("lijst", "data", "model"),
    [
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


@pytest.mark.parametrize("aantal", [1, 30])
def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_rijen(an, als, client, aantal):
    Taalkennis.objects.bulk_create(Taalkennis(client=client, taal=f"Taal {n}") for n in range(aantal))
    Diploma.objects.bulk_create(Diploma(client=client, naam=f"Diploma {n}") for n in range(aantal))
    browser = als(an)
    browser.get(adres(client))
    with CaptureQueriesContext(connection) as vragen:
        browser.get(adres(client))
    assert len(vragen) <= 16, [vraag["sql"][:90] for vraag in vragen]
