"""The frame: places by right, words that match the apps above, and pages that help when something is wrong."""

import pytest
from django.template import Context, Template
from django.test import Client as Browser
from django.test import override_settings
from django.urls import path

from ocmw.toegang.http import openbaar
from ocmw.ui.context import plaatsen
from ocmw.ui.weigering import Geweigerd
from ocmw.urls import urlpatterns as echte


@openbaar
def _stuk(request):
    raise RuntimeError("stuk")


@openbaar
def _weigert(request):
    raise Geweigerd("Dit contract is al beëindigd.")


urlpatterns = [path("stuk/", _stuk), path("weigert/", _weigert), *echte]


def test_wie_geen_dossiers_leest_ziet_geen_clienten(leo, an):
    assert [plaats["label"] for plaats in plaatsen(leo.rechten, "/")] == ["Vandaag", "Groepen"]
    assert {"Vandaag", "Cliënten", "Werkplekken"} <= {plaats["label"] for plaats in plaatsen(an.rechten, "/")}


@pytest.mark.parametrize(
    ("pad", "hier"), [("/", "Vandaag"), ("/clienten/7/traject/", "Cliënten"), ("/werkgevers/", "Werkplekken")]
)
def test_de_rail_wijst_aan_waar_je_bent(an, pad, hier):
    assert [plaats["label"] for plaats in plaatsen(an.rechten, pad) if plaats["hier"]] == [hier]


def test_url_met_behoudt_de_andere_filters(rf):
    sjabloon = Template("{% url_met sorteer='-naam' pagina=None %}")
    assert sjabloon.render(Context({"request": rf.get("/x/?mijn=on&pagina=3")})) == "?mijn=on&amp;sorteer=-naam"
    assert Template("{% url_met pagina=None %}").render(Context({"request": rf.get("/x/?pagina=3")})) == "/x/"


def test_onbekend_adres_legt_uit_wat_je_kan_doen(an, als):
    antwoord = als(an).get("/bestaat-niet/")
    assert antwoord.status_code == 404
    assert "bestaat niet voor jou" in antwoord.content.decode()


def test_geen_recht_zegt_welk_recht(leo, als):
    antwoord = als(leo).get("/clienten/")
    assert antwoord.status_code == 403
    assert "Hiervoor heb je het recht nodig" in antwoord.content.decode()


@pytest.mark.urls(__name__)
def test_een_weigering_toont_de_reden_en_blijft_in_het_kader(an, als):
    antwoord = als(an).get("/weigert/")
    assert antwoord.status_code == 409
    tekst = antwoord.content.decode()
    assert "Dit contract is al beëindigd." in tekst
    assert 'class="rail"' in tekst


@pytest.mark.urls(__name__)
@override_settings(DEBUG=False)
def test_een_fout_van_ons_geeft_een_pagina_zonder_databank(an, als):
    browser = als(an)
    browser.raise_request_exception = False
    antwoord = browser.get("/stuk/")
    assert antwoord.status_code == 500
    assert "Er ging iets mis bij ons" in antwoord.content.decode()


def test_een_verlopen_formulier_wordt_uitgelegd(an):
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(an)
    antwoord = browser.post("/meldingen/gelezen/", {"melding": "alle"})
    assert antwoord.status_code == 403
    assert "stond te lang open" in antwoord.content.decode()


@pytest.mark.parametrize(
    "url",
    ["/account/login/", "/account/password/reset/", "/account/password/reset/done/", "/account/signup/", "/account/inactive/"],
)  # fmt: skip
def test_de_paginas_voor_het_aanmelden_zijn_nederlands_en_van_ons(db, url):
    antwoord = Browser().get(url)
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert 'lang="nl-BE"' in tekst
    assert "Sign" not in tekst
    assert 'class="rail"' not in tekst


@pytest.mark.parametrize("url", ["/account/password/change/", "/account/2fa/", "/account/logout/", "/stijl/"])
def test_de_paginas_van_je_account_staan_in_het_kader(an, als, url):
    antwoord = als(an).get(url)
    assert antwoord.status_code == 200
    assert 'class="rail"' in antwoord.content.decode()
