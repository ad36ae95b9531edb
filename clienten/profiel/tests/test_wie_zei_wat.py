"""Older answers stay readable: who said what, when and where."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clienten.profiel.models import Profiel, Profielantwoord
from ocmw.gereedschap.testing.maak import maak_client

pytestmark = pytest.mark.django_db


def antwoord(client, door, feit, waarde, dag, bron="intake"):
    return Profielantwoord.objects.create(client=client, door=door, feit=feit, waarde=waarde, op=dag, bron=bron)


def pagina(browser, client):
    return browser.get(reverse("profiel:profielantwoord_list", args=[client.pk]))


def test_het_nieuwste_staat_boven_en_het_oude_eronder(an, bert, als):
    client = maak_client(bert, coach=an)
    antwoord(client, bert, "rijbewijs", "nee", date(2026, 3, 1), "bundel")
    antwoord(client, an, "rijbewijs", "ja", date(2026, 9, 1), "fase2")
    antwoord(client, None, "vdab_sinds", "2026-05-04", date(2026, 6, 1))
    antwoord(client, an, "computer", "", date(2026, 6, 1))
    tekst = pagina(als(an), client).content.decode()
    assert tekst.index("bij fase 2") < tekst.index("in de doorverwijsbundel")
    assert tekst.count("vroeger</span>") == 1
    for zin in ("Rijbewijs B", "An Claes", "Bert Maes", "04/05/2026", "niet bekend", "leeggemaakt"):
        assert zin in tekst, zin


def test_elk_veld_van_het_profiel_heeft_woorden(an, als):
    """A fact that is kept has a name and a value that people can read."""
    client = maak_client(an)
    for veld in Profiel._meta.fields:
        if veld.name not in {"id", "client", "versie", "gewijzigd_op", "gewijzigd_door"}:
            rij = antwoord(client, an, veld.name, "", date(2026, 6, 1))
            assert rij.vraag[0].isupper()
            assert rij.in_woorden == ""
    assert pagina(als(an), client).status_code == 200


def test_zonder_antwoorden_zegt_de_pagina_waar_te_beginnen(an, als):
    assert "Nog niets gevraagd" in pagina(als(an), maak_client(an)).content.decode()


def test_het_aantal_vragen_groeit_niet_met_de_antwoorden(an, als):
    client, browser = maak_client(an), als(an)
    geteld = []
    for maand in (1, 2):
        antwoord(client, an, "wensen", f"Winkel {maand}", date(2026, maand, 1))
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            pagina(browser, client)
        geteld.append(len(vragen))
    assert geteld[0] == geteld[1]
