"""Who searches, finds nobody and makes a new client, types the name once and lands at the doorverwijzing (missie 24)."""

import pytest
from django.urls import reverse

from clienten.models import Client
from clienten.tests.test_client_nieuw import nieuw

pytestmark = [pytest.mark.django_db, pytest.mark.databank]


@pytest.mark.parametrize(
    ("getypt", "begin"),
    [
        ("Lovelace", {"achternaam": "Lovelace", "voornaam": ""}),
        ("Ada Van den Bossche", {"achternaam": "Van den Bossche", "voornaam": "Ada"}),
        ("85.07.30-033.28", {"insz": "85.07.30-033.28"}),
        ("14/05/1985", {}),
        ("  ", {}),
    ],
)
def test_wat_gezocht_werd_staat_er_al(bert, als, getypt, begin):
    antwoord = als(bert).post(reverse("clienten:client_nieuw"), {"gezocht": getypt})
    assert {naam: waarde for naam, waarde in antwoord.context["form"].initial.items() if naam != "op"} == begin
    assert not antwoord.context["form"].is_bound


def test_zoeken_biedt_de_naam_aan_in_het_formulier_en_niet_in_het_adres(bert, als):
    pagina = als(bert).post(reverse("zoeken:zoeken"), {"zoek-q": "Xavierrrr"}, follow=True).content.decode()
    assert '<input type="hidden" name="gezocht" value="Xavierrrr">' in pagina
    assert "gezocht=" not in pagina


def test_wie_doorverwijst_komt_in_een_klik_in_de_bundel(bert, an, als):
    knop = "Maak het dossier en begin de doorverwijzing"
    stap2 = {"overnemen": "1", "achternaam": "Lovelace", "voornaam": "Ada", "geboortedatum": "1985-05-14"}
    pagina = als(bert).post(reverse("clienten:client_create"), stap2).text
    assert knop in pagina
    assert 'value="Lovelace"' in pagina
    assert knop not in als(an).post(reverse("clienten:client_create"), stap2).text
    antwoord = als(bert).post(reverse("clienten:client_create"), {**nieuw(), "verder": "bundel"})
    client = Client.objects.get()
    bundel = client.doorverwijzingen.get()
    assert antwoord.url == reverse("trajecten:doorverwijzing_stap", args=[client.pk, bundel.pk, 1])
    assert client.naam in als(bert).get(antwoord.url).text


def test_zonder_dat_recht_begint_er_geen_bundel(an, als):
    als(an).post(reverse("clienten:client_create"), {**nieuw(), "verder": "bundel"})
    assert not Client.objects.get().doorverwijzingen.exists()


@pytest.mark.parametrize(("rol", "waarheen"), [("bert", "aanmelding"), ("griet", "aanmelding"), ("an", "gegevens")])
def test_een_nieuwe_client_leidt_naar_de_bundel_voor_wie_doorverwijst(rol, waarheen, als, request):
    medewerker = request.getfixturevalue(rol)
    antwoord = als(medewerker).post(reverse("clienten:client_create"), nieuw())
    client = Client.objects.get()
    assert antwoord.url == f"/clienten/{client.pk}/{waarheen}/"
