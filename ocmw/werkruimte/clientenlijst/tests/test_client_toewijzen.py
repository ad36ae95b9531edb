"""Assign many at once: each client wholly or not at all, and the page says of each what became of it."""

import pytest
from django.db import IntegrityError

from clienten.models import Client, Toewijzing
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker
from ocmw.kalender.klok import vandaag
from ocmw.toegang.rechten import Rol
from ocmw.ui.bewaring import VELD
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.clientenlijst.views import toewijzen

pytestmark = pytest.mark.databank

ADRES = "/clienten/toewijzen/"


@pytest.fixture
def drie(griet):
    return [maak_client(griet, voornaam=naam, achternaam="Peeters") for naam in ("Aya", "Bram", "Cem")]


def volgt(an):
    return set(Toewijzing.objects.filter(medewerker=an, tot=None).values_list("client__voornaam", flat=True))


@pytest.fixture
def mislukt_bij(monkeypatch):
    """`draag_over` works, then fails for this client: what it wrote may not stay."""
    echt = toewijzen.draag_over

    def loop(voornaam, fout, keer=99):
        over = [keer]

        def draag_over(client, *args, **kwargs):
            uit = echt(client, *args, **kwargs)
            if client.voornaam == voornaam and over[0]:
                over[0] -= 1
                raise fout
            return uit

        monkeypatch.setattr(toewijzen, "draag_over", draag_over)

    return loop


def wijs_toe(als, griet, an, clienten):
    return als(griet).post(ADRES, {"client": [c.pk for c in clienten], "coach": an.pk, VELD: "sleutel-van-de-lijst"})


def test_de_pagina_zegt_per_client_wat_er_gebeurde(griet, an, als, drie):
    antwoord = wijs_toe(als, griet, an, drie)
    assert antwoord.status_code == 200
    assert antwoord.text.count("Toegewezen vanaf vandaag") == 3
    assert "An Claes volgt nu 3 van de 3 gekozen cliënten" in antwoord.text
    assert volgt(an) == {"Aya", "Bram", "Cem"}


def test_twee_keer_verstuurd_volgt_de_collega_al(griet, an, als, drie):
    wijs_toe(als, griet, an, drie)
    tweede = wijs_toe(als, griet, an, drie)
    assert tweede.text.count("Volgde dit dossier al") == 3
    assert Toewijzing.objects.filter(medewerker=an).count() == 3


def test_wie_geweigerd_wordt_houdt_de_anderen_niet_tegen(griet, an, als, drie, mislukt_bij):
    mislukt_bij("Bram", Geweigerd("Dit dossier is gesloten. Heropen het eerst."))
    antwoord = wijs_toe(als, griet, an, drie)
    assert "Heropen het eerst" in antwoord.text
    assert "2 van de 3" in antwoord.text
    assert volgt(an) == {"Aya", "Cem"}


def test_een_botsing_die_blijft_is_een_zin_bij_die_ene(griet, an, als, drie, mislukt_bij):
    mislukt_bij("Bram", IntegrityError("een_lopende_toewijzing_per_rol"))
    antwoord = wijs_toe(als, griet, an, drie)
    assert antwoord.status_code == 200
    assert toewijzen.BEZET in antwoord.text
    assert volgt(an) == {"Aya", "Cem"}


def test_een_botsing_die_overgaat_merkt_niemand(griet, an, als, drie, mislukt_bij):
    mislukt_bij("Bram", IntegrityError("een_lopende_toewijzing_per_rol"), keer=1)
    wijs_toe(als, griet, an, drie)
    assert volgt(an) == {"Aya", "Bram", "Cem"}


def test_zonder_eigen_transactie_blijft_half_werk_staan(griet, an, als, drie, mislukt_bij, monkeypatch):
    """Negative control: what the refused client had got already is kept when the row is no unit of its own."""
    monkeypatch.setattr(toewijzen, "bewaar_apart", lambda werk: werk())
    mislukt_bij("Bram", Geweigerd("Dit dossier is gesloten."))
    wijs_toe(als, griet, an, drie)
    assert volgt(an) == {"Aya", "Bram", "Cem"}


def test_wat_intussen_gesloten_is_wordt_gezegd(griet, an, als, drie):
    Client.objects.filter(pk=drie[0].pk).update(gesloten_op=vandaag(), sluitreden="verhuisd")
    antwoord = wijs_toe(als, griet, an, drie)
    assert "1 gekozen dossier is intussen gesloten" in antwoord.text
    assert volgt(an) == {"Bram", "Cem"}


def test_de_vorige_begeleider_stopt(griet, an, aalst, als):
    oud = maak_medewerker("Guido", "Baeten", aalst, Rol.ATB)
    client = maak_client(griet, coach=oud)
    wijs_toe(als, griet, an, [client])
    assert not Toewijzing.objects.filter(medewerker=oud, tot=None).exists()
