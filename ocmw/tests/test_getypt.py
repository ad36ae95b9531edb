"""Typed text survives an ended session, also without script: found by walking the URLconf, posted as a browser would."""

import logging
import re

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from ocmw.gereedschap.testing.fixtures import gedeelde_wereld, papier_als_html
from ocmw.tests.formulierwereld import elk_formulier, getypt
from ocmw.tests.urlwereld import Wereld

_SCHRIJFT = re.compile(r"^\s*(?:INSERT|UPDATE|DELETE)", re.IGNORECASE)
# Below this the walk has lost its way: a page that no longer opens would pass in silence.
MINSTENS = 50


@pytest.fixture(autouse=True)
def _stil():
    """Refusals are the point here, not news."""
    logging.getLogger("django").setLevel(logging.CRITICAL)
    yield
    logging.getLogger("django").setLevel(logging.NOTSET)


@pytest.fixture(scope="module")
def _alle_formulieren(django_db_setup, django_db_blocker, tmp_path_factory):
    """Walked once: what the pages showed. The world is gone afterwards; nobody who is logged out may reach it anyway."""
    map_ = tmp_path_factory.mktemp("wereld")
    with gedeelde_wereld(django_db_blocker, map_), pytest.MonkeyPatch.context() as monkeypatch:
        papier_als_html(monkeypatch)
        return list(elk_formulier(Wereld.bouw()))


@pytest.fixture
def formulieren(db, _alle_formulieren):
    return _alle_formulieren


def post_zonder_sessie(formulier, **koppen):
    """The session ended, the cookie of the form is still there: what a real browser sends."""
    browser = Browser(enforce_csrf_checks=True)
    browser.get("/account/login/")
    token = browser.cookies["csrftoken"].value
    data = {**formulier.gepost, **getypt(formulier), "csrfmiddlewaretoken": token}
    with CaptureQueriesContext(connection) as vragen:
        antwoord = browser.post(formulier.naar, data, headers=koppen)
    return antwoord, [v["sql"] for v in vragen if _SCHRIJFT.match(v["sql"])]


def tekorten(formulieren, post=post_zonder_sessie):
    """Per form that throws away what was typed, or keeps it on the server: what is wrong."""
    fout = []
    for _, naam, formulier in formulieren:
        antwoord, geschreven = post(formulier)
        pagina = antwoord.content.decode()
        kwijt = [tekst for tekst in getypt(formulier).values() if f">{tekst}</textarea>" not in pagina]
        if kwijt or "Er is niets bewaard" not in pagina or geschreven or antwoord.get("Cache-Control") != "no-store":
            fout.append(f"{naam} ({formulier.naar}): {antwoord.status_code}, kwijt {kwijt}, schrijft {geschreven}")
    return fout


def test_wat_je_typte_komt_terug_als_de_sessie_om_is(formulieren):
    assert len(formulieren) >= MINSTENS, [naam for _, naam, _ in formulieren]
    fout = tekorten(formulieren)
    # Logging in elsewhere renews the token; a browser that lost its cookies has none at all.
    fout += tekorten(formulieren, lambda f: (Browser(enforce_csrf_checks=True).post(f.naar, f.gepost | getypt(f)), []))
    assert not fout, "\n".join(fout)


def test_zonder_de_bescherming_is_alles_weg(formulieren, settings):
    """The control: with Django's own middleware every form loses what was typed."""
    eigen = "ocmw.toegang.middleware.AanmeldenMiddleware"
    van_django = "django.contrib.auth.middleware.LoginRequiredMiddleware"
    settings.MIDDLEWARE = [van_django if naam == eigen else naam for naam in settings.MIDDLEWARE]
    assert len(tekorten(formulieren)) == len(formulieren)


def test_een_wachtwoord_of_code_staat_er_nooit_op(client, db):
    antwoord = client.post(
        "/account/password/change/",
        {"oldpassword": "KANARIE-OUD", "password1": "KANARIE-NIEUW", "naam": "KANARIE-NAAM"},
    )
    assert antwoord.status_code in {302, 401}
    assert "KANARIE" not in antwoord.content.decode()


def test_een_andere_site_zet_geen_woorden_op_onze_pagina(client, db):
    for koppen in ({"Origin": "https://elders.example"}, {"Sec-Fetch-Site": "cross-site"}):
        antwoord = client.post("/clienten/nieuw/", {"naam": "Bel 0900-KANARIE"}, headers=koppen)
        assert antwoord.status_code == 401
        assert "KANARIE" not in antwoord.content.decode()
    assert (
        "KANARIE" in client.post("/clienten/nieuw/", {"naam": "KANARIE"}, headers={"Origin": "http://testserver"}).text
    )


def test_wat_getypt_is_wordt_geen_opmaak(client, db):
    pagina = client.post("/clienten/nieuw/", {"naam": "</textarea><script>alert(1)</script>"}).text
    assert "<script>alert" not in pagina


def test_na_het_aanmelden_kom_je_op_de_pagina_van_het_formulier(client, db):
    vorige = "http://testserver/clienten/7/gesprekken/nieuw/?afspraak=3"
    pagina = client.post("/clienten/7/gesprekken/nieuw/", {"verslag": "x"}, headers={"Referer": vorige}).text
    assert "/account/login/?next=%2Fclienten%2F7%2Fgesprekken%2Fnieuw%2F%3Fafspraak%3D3" in pagina
    elders = client.post(
        "/clienten/7/gesprekken/nieuw/", {"verslag": "x"}, headers={"Referer": "https://elders.example/"}
    )
    assert "next=" not in elders.text


@pytest.mark.parametrize("koppen", [{"HX-Request": "true"}, {"Accept": "application/json"}])
def test_een_script_krijgt_een_antwoord_waar_de_pagina_bij_blijft(client, db, koppen):
    """No redirect: htmx would put the login in the middle of the page, over what is typed."""
    for doe in (client.get, client.post):
        antwoord = doe("/clienten/7/intake/", headers=koppen)
        assert (antwoord.status_code, antwoord.content) == (401, b"")
        assert "HX-Redirect" not in antwoord


def test_wie_afgemeld_leest_gaat_gewoon_naar_de_aanmeldpagina(client, db):
    antwoord = client.get("/clienten/7/intake/")
    assert (antwoord.status_code, antwoord.url) == (302, "/account/login/?next=/clienten/7/intake/")
    assert not Session.objects.exists()
