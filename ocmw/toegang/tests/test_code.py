"""The second step: a code of the app cannot be guessed and works once, whatever happened to the cache."""

from datetime import date

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import Client as Browser

from ocmw.gereedschap.testing.maak import WACHTWOORD
from ocmw.toegang import forms
from ocmw.toegang.models import Poging

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def klok():
    """A code lives half a minute: here it is always the same one."""
    with time_machine.travel(date(2026, 6, 1), tick=False):
        yield


@pytest.fixture
def geheim(an):
    geheim = generate_totp_secret()
    TOTP.activate(an, geheim)
    return geheim


def code_van(geheim):
    return format_hotp_value(hotp_value(geheim, next(iter(yield_hotp_counters_from_time()))))


def tot_stap_twee(an, vanaf="198.51.100.7"):
    browser = Browser(REMOTE_ADDR=vanaf)
    antwoord = browser.post("/account/login/", {"login": an.email, "password": WACHTWOORD})
    assert antwoord["Location"] == "/account/2fa/authenticate/"
    return browser


def geef(browser, code):
    return browser.post("/account/2fa/authenticate/", {"code": code}).status_code


def test_na_tien_foute_codes_wacht_die_plek_en_een_andere_niet(an, geheim):
    codes = [geef(tot_stap_twee(an, "203.0.113.9"), "000000") for _ in range(11)]
    assert codes == [200] * 10 + [429]
    assert geef(tot_stap_twee(an), code_van(geheim)) == 302


def test_raden_van_veel_plekken_heeft_een_grens_voor_het_account(an, geheim):
    codes = [geef(tot_stap_twee(an, f"192.0.2.{n}"), "000000") for n in range(21)]
    assert codes == [200] * 20 + [429]


def test_wie_het_wachtwoord_heeft_maar_niet_de_code_is_hier_niet_bekend(an, geheim):
    browser = tot_stap_twee(an)
    assert "toestel" not in browser.cookies
    geef(browser, code_van(geheim))
    assert "toestel" in browser.cookies


def test_een_code_werkt_een_keer_ook_als_de_cache_leeg_is(an, geheim):
    code = code_van(geheim)
    assert geef(tot_stap_twee(an), code) == 302
    cache.clear()
    assert geef(tot_stap_twee(an), code) == 200


def test_een_juiste_code_telt_niet_als_poging(an, geheim):
    geef(tot_stap_twee(an), code_van(geheim))
    assert not Poging.objects.filter(soort__startswith="code_", aantal__gt=0).exclude(soort="code_gebruikt").exists()


def test_controle_zonder_onze_rij_werkt_dezelfde_code_opnieuw(an, geheim, monkeypatch):
    monkeypatch.setattr(forms, "eerste_gebruik", lambda *_: True)
    code = code_van(geheim)
    geef(tot_stap_twee(an), code)
    cache.clear()
    assert geef(tot_stap_twee(an), code) == 302
