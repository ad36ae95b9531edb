"""Guessing is slowed, and nobody is kept out by what a stranger does."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client as Browser

from ocmw.gereedschap.testing.maak import WACHTWOORD, maak_medewerker
from ocmw.gereedschap.testing.proces import Moeder
from ocmw.toegang import adapter, pogingen
from ocmw.toegang.adres import lees_proxies
from ocmw.toegang.models import Poging
from ocmw.toegang.rechten import Rol

pytestmark = pytest.mark.databank

NGINX, THUIS, VREEMD = "127.0.0.1", "198.51.100.7", "203.0.113.9"


@pytest.fixture(autouse=True)
def _achter_nginx(settings):
    settings.VERTROUWDE_PROXIES = lees_proxies([NGINX])


def meld_aan(wie, wachtwoord=WACHTWOORD, *, vanaf=THUIS, browser=None, **koppen):
    """Through the form and through nginx, in a browser without cookies unless you give one."""
    koppen = {"REMOTE_ADDR": NGINX, "HTTP_X_FORWARDED_FOR": vanaf} | koppen
    email = getattr(wie, "email", wie)
    return (browser or Browser()).post("/account/login/", {"login": email, "password": wachtwoord}, **koppen)


def raad(wie, keer, **plek):
    return [meld_aan(wie, f"fout-{n}", **plek).status_code for n in range(keer)]


@pytest.mark.django_db
def test_tien_foute_wachtwoorden_sluiten_alleen_die_plek(an):
    assert raad(an, 12, vanaf=VREEMD) == [200] * 10 + [429] * 2
    assert meld_aan(an, vanaf=VREEMD).status_code == 429
    assert meld_aan(an, vanaf=THUIS).status_code == 302


@pytest.mark.django_db
def test_controle_zonder_vertrouwde_proxy_sluit_een_vreemde_iedereen_uit(an, settings):
    settings.VERTROUWDE_PROXIES = ()
    raad(an, 12, vanaf=VREEMD)
    assert meld_aan(an, vanaf=THUIS).status_code == 429


@pytest.mark.django_db
@pytest.mark.parametrize(
    "koppen",
    [
        lambda n: {"REMOTE_ADDR": VREEMD, "HTTP_X_FORWARDED_FOR": f"192.0.2.{n}"},  # around the proxy
        lambda n: {"HTTP_X_FORWARDED_FOR": f"192.0.2.{n}, {VREEMD}"},  # through a proxy that adds
        lambda n: {"HTTP_X_FORWARDED_FOR": f"2001:db8:1:2::{n}"},  # a whole /64 is one connection
    ],
)
def test_een_verzonnen_adres_geeft_geen_nieuwe_pogingen(an, koppen):
    assert [meld_aan(an, "fout", **koppen(n)).status_code for n in range(1, 13)] == [200] * 10 + [429] * 2


@pytest.mark.django_db
def test_veertig_juiste_aanmeldingen_na_elkaar_worden_nooit_geweigerd(aalst):
    collegas = [maak_medewerker(f"Wie{n}", "Hier", aalst, Rol.MW) for n in range(4)]
    assert [meld_aan(collegas[n % 4]).status_code for n in range(40)] == [302] * 40


@pytest.mark.django_db
def test_controle_de_grenzen_van_allauth_tellen_juiste_wachtwoorden_mee(an, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    assert 429 in [meld_aan(an).status_code for _ in range(40)]


@pytest.mark.django_db
def test_wie_veel_accounts_probeert_krijgt_voor_elk_een_beurt_en_dan_geen_meer(an, bert):
    assert raad(bert, 1, vanaf=VREEMD) == [200]
    assert [meld_aan(f"wie{n}@aalst.example", "fout", vanaf=VREEMD).status_code for n in range(29)] == [200] * 29
    # Thirty wrong ones from here. Who failed here waits, whoever did not is let in, and that does not count.
    assert meld_aan(bert, vanaf=VREEMD).status_code == 429
    assert [meld_aan(an, vanaf=VREEMD).status_code for _ in range(5)] == [302] * 5
    assert 429 not in [meld_aan(f"nog{n}@aalst.example", "fout", vanaf=VREEMD).status_code for n in range(70)]
    assert meld_aan("laatste@aalst.example", "fout", vanaf=VREEMD).status_code == 429
    assert meld_aan(an, vanaf=VREEMD).status_code == 302  # logged in here before
    assert meld_aan(bert).status_code == 302


def bekende_browser(wie):
    """Logged in once, and the session is over since."""
    browser = Browser()
    meld_aan(wie, browser=browser)
    browser.cookies.pop("sessionid")
    return browser


def val_aan_van_overal(wie, adressen=25):
    return [meld_aan(wie, "fout", vanaf=f"192.0.2.{n}").status_code for n in range(adressen)]


@pytest.mark.django_db
def test_een_aanval_van_veel_adressen_houdt_de_eigenaar_niet_buiten(an):
    laptop = bekende_browser(an)
    assert val_aan_van_overal(an) == [200] * 20 + [429] * 5
    assert meld_aan(an, vanaf=VREEMD).status_code == 429  # new to this account, so it waits like the attackers
    assert meld_aan(an).status_code == 302  # at the address of before, in any browser
    assert meld_aan(an, vanaf=VREEMD, browser=laptop).status_code == 302  # in the browser of before, anywhere


@pytest.mark.django_db
def test_controle_zonder_geheugen_voor_plekken_staat_de_eigenaar_buiten(an, monkeypatch):
    monkeypatch.setattr(adapter, "onthoud_plek", lambda *_: None)
    meld_aan(an)
    val_aan_van_overal(an)
    assert meld_aan(an).status_code == 429


@pytest.mark.django_db
def test_raden_op_hetzelfde_netwerk_raakt_een_bekende_browser_niet(an):
    laptop = bekende_browser(an)
    raad(an, 12)
    assert meld_aan(an).status_code == 429
    assert meld_aan(an, browser=laptop).status_code == 302


@pytest.mark.django_db
def test_een_bekende_browser_heeft_zelf_ook_een_grens_en_helpt_alleen_het_eigen_account(an, bert):
    laptop = bekende_browser(bert)
    assert raad(bert, 11, browser=laptop)[-1] == 429
    val_aan_van_overal(an)
    assert meld_aan(an, browser=laptop, vanaf=VREEMD).status_code == 429


@pytest.mark.django_db
@pytest.mark.parametrize("koekje", ["", "onzin", "WyJhIiwiYiJd:1abc:xyz"])
def test_een_verzonnen_koekje_telt_niet(an, koekje):
    val_aan_van_overal(an)
    browser = Browser()
    browser.cookies["toestel"] = koekje
    assert meld_aan(an, vanaf=VREEMD, browser=browser).status_code == 429


@pytest.mark.django_db
def test_het_koekje_zegt_niet_van_wie_het_is(an):
    koekje = meld_aan(an).cookies["toestel"]
    assert "an.claes" not in koekje.value
    assert (koekje["path"], koekje["httponly"], koekje["samesite"]) == ("/account/", True, "Lax")


@pytest.mark.django_db
def test_wachten_leert_niemand_welke_accounts_bestaan(an):
    def antwoorden(email):
        uit = []
        for n in range(12):
            antwoord = meld_aan(email, f"fout-{n}", vanaf=VREEMD)
            tekst = re.sub(r'value="[^"]{20,}"|nonce="[^"]+"', "", antwoord.content.decode())
            uit.append((antwoord.status_code, tekst.replace(email, "")))
        return uit

    assert antwoorden(an.email) == antwoorden("on.claes@aalst.example")


@pytest.mark.django_db
def test_de_pagina_zegt_in_het_nederlands_wanneer_het_weer_kan(an):
    raad(an, 10)
    antwoord = meld_aan(an)
    tekst = antwoord.content.decode()
    assert "Even wachten" in tekst
    assert re.search(r"om \d\d\.\d\d uur</strong>, over 10 minuten", tekst)
    assert 500 < int(antwoord["Retry-After"]) <= 600
    assert Browser().get("/account/login/").status_code == 200


WERKER = """
from django.test import Client

def werk(email, verwacht):
    antwoord = Client().post("/account/login/", {"login": email, "password": "fout"}, REMOTE_ADDR="127.0.0.1",
                             headers={"X-Forwarded-For": "203.0.113.9"})
    assert antwoord.status_code == int(verwacht), antwoord.status_code
"""


@pytest.mark.django_db(transaction=True)
def test_na_een_herstart_staan_de_tellers_er_nog(an, tmp_path, settings):
    raad(an, 10, vanaf=VREEMD)
    cache.clear()
    assert meld_aan(an, vanaf=VREEMD).status_code == 429
    env = {"OCMW_SECRET_KEY": settings.SECRET_KEY, "OCMW_PROXIES": NGINX}
    with Moeder(WERKER, tmp_path, **env) as nieuw_proces:
        assert nieuw_proces.start(an.email, 429).wait() == 0
        assert nieuw_proces.start("een.ander@aalst.example", 200).wait() == 0


# --- a forgotten password -----------------------------------------------------------------------
def vraag_link(email, vanaf=VREEMD):
    koppen = {"REMOTE_ADDR": NGINX, "HTTP_X_FORWARDED_FOR": vanaf}
    return Browser().post("/account/password/reset/", {"email": email}, **koppen).status_code


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["an.claes@aalst.example", "niemand@aalst.example"])
def test_links_vragen_kan_enkele_keren_ook_voor_wie_niet_bestaat(an, email):
    assert [vraag_link(email) for _ in range(6)] == [302] * 5 + [429]
    assert [vraag_link(email, vanaf=f"192.0.2.{n}") for n in range(6)] == [302] * 5 + [429]
    assert len(mail.outbox) == (10 if email == an.email else 0)


@pytest.mark.django_db
def test_wie_via_de_mailbox_een_nieuw_wachtwoord_kiest_is_geen_vreemde_meer(an):
    val_aan_van_overal(an)
    vraag_link(an.email)
    browser, koppen = Browser(), {"REMOTE_ADDR": NGINX, "HTTP_X_FORWARDED_FOR": VREEMD}
    link = re.search(r"/account/password/reset/key/\S+", mail.outbox[-1].body)[0]
    formulier = browser.get(link, **koppen)["Location"]
    nieuw = "Zomerregen-op-de-Dender"
    assert browser.post(formulier, {"password1": nieuw, "password2": nieuw}, **koppen).status_code == 302
    assert meld_aan(an, nieuw, vanaf=VREEMD).status_code == 302


@pytest.mark.django_db
def test_aan_een_open_scherm_raadt_niemand_het_oude_wachtwoord(an, als):
    browser = als(an)
    velden = {"password1": "Zomerregen-op-de-Dender", "password2": "Zomerregen-op-de-Dender"}
    codes = [
        browser.post("/account/password/change/", velden | {"oldpassword": f"f{n}"}).status_code for n in range(11)
    ]
    assert codes == [200] * 10 + [429]


@pytest.mark.django_db
def test_opnieuw_je_wachtwoord_geven_heeft_dezelfde_grens(an, als):
    browser = als(an)
    codes = [browser.post("/account/reauthenticate/", {"password": f"fout-{n}"}).status_code for n in range(11)]
    assert codes == [200] * 10 + [429]


@pytest.mark.django_db
def test_een_juist_wachtwoord_laat_niets_achter_dan_de_plek(an):
    meld_aan(an)
    assert set(Poging.objects.filter(aantal__gt=0).values_list("soort", flat=True)) == set()
    assert Poging.objects.is_onthouden(pogingen.als_sleutel(pogingen.account_van(an.email), THUIS))
