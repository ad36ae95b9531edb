"""Who is not logged in: a page leads to the login and back, and a form that arrives is given back, never thrown away."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import mail
from django.test import Client as Browser

from ocmw.gereedschap.testing.maak import WACHTWOORD
from ocmw.toegang.models import Poging
from ocmw.toegang.pogingen import HERSTEL, neem_adresbeurt

pytestmark = pytest.mark.django_db
ADRES = "/clienten/7/gesprekken/nieuw/"
GETYPT = {"verslag": "Hij begint maandag bij de bakker.", "kanaal": "telefoon"}


def inlogknop(antwoord):
    return urlsplit(re.search(r'href="(/account/login/[^"]*)"', antwoord.content.decode())[1].replace("&amp;", "&"))


@pytest.mark.parametrize("methode", ["get", "head"])
def test_een_bladzijde_gaat_naar_het_aanmelden_en_daarna_terug(methode):
    antwoord = getattr(Browser(), methode)(f"{ADRES}?deel=2")
    assert antwoord.status_code == 302
    naar = urlsplit(antwoord["Location"])
    assert (naar.path, parse_qs(naar.query)["next"]) == ("/account/login/", [f"{ADRES}?deel=2"])


def test_wat_je_typte_terwijl_je_afgemeld_werd_krijg_je_terug():
    antwoord = Browser().post(ADRES, GETYPT, headers={"Referer": f"http://testserver{ADRES}?deel=2"})
    assert antwoord.status_code == 401
    pagina = antwoord.content.decode()
    assert "Je bent afgemeld." in pagina
    assert "Hij begint maandag bij de bakker." in pagina
    assert antwoord["Cache-Control"] == "no-store"
    assert parse_qs(inlogknop(antwoord).query) == {"next": [f"{ADRES}?deel=2"]}


@pytest.mark.parametrize("vorige", ["", "https://elders.example/lokken/", "//elders.example/"])
def test_terug_gaat_nooit_naar_een_ander_adres(vorige):
    antwoord = Browser().post(ADRES, GETYPT, headers={"Referer": vorige})
    assert inlogknop(antwoord) == urlsplit("/account/login/")


def test_terug_zonder_vraagteken_als_er_niets_achter_stond():
    antwoord = Browser().post(ADRES, GETYPT, headers={"Referer": f"http://testserver{ADRES}"})
    assert parse_qs(inlogknop(antwoord).query) == {"next": [ADRES]}


def test_over_https_gaat_terug_niet_naar_een_adres_zonder_slot():
    antwoord = Browser().post(ADRES, GETYPT, secure=True, headers={"Referer": f"http://testserver{ADRES}"})
    assert inlogknop(antwoord).query == ""


@pytest.mark.parametrize("koppen", [{"HX-Request": "true"}, {"Accept": "application/json"}])
@pytest.mark.parametrize("methode", ["get", "post"])
def test_een_script_hoort_alleen_dat_je_afgemeld_bent_en_houdt_de_bladzijde(koppen, methode):
    antwoord = getattr(Browser(), methode)(ADRES, GETYPT, headers=koppen)
    assert (antwoord.status_code, antwoord.content) == (401, b"")


def zonder_sleutel(wie=None):
    browser = Browser(enforce_csrf_checks=True)
    if wie:
        browser.force_login(wie)
    return browser


def test_een_bladzijde_die_te_lang_openstond_geeft_terug_wat_je_typte(an):
    antwoord = zonder_sleutel(an).post(ADRES, GETYPT)
    assert antwoord.status_code == 403
    assert "Deze pagina stond te lang open." in antwoord.content.decode()
    assert "Hij begint maandag bij de bakker." in antwoord.content.decode()


def test_wie_intussen_afgemeld_is_leest_dat_en_niet_dat_de_bladzijde_te_oud_is():
    antwoord = zonder_sleutel().post(ADRES, GETYPT)
    assert antwoord.status_code == 403
    assert "Je bent afgemeld." in antwoord.content.decode()


@pytest.mark.parametrize("adres", ["/account/login/", "/bestaat/niet/"])
def test_van_een_wachtwoord_of_een_adres_dat_niet_bestaat_komt_niets_terug(adres):
    antwoord = zonder_sleutel().post(adres, {"login": "an.claes@aalst.example", "veld": "Iets wat geheim is"})
    assert antwoord.status_code in {403, 404}
    for woord in ("an.claes", "Iets wat geheim is"):
        assert woord not in antwoord.content.decode()


# --- a password somebody else chose ----------------------------------------------------------------
def test_wie_een_wachtwoord_kreeg_kiest_eerst_een_eigen(an, als):
    an.kiest_wachtwoord = True
    an.save()
    browser = als(an)
    assert browser.get("/").headers["Location"] == "/account/password/change/"
    assert browser.post(ADRES, GETYPT).headers["Location"] == "/account/password/change/"
    assert browser.get("/account/password/change/").status_code == 200
    nieuw = "Zomerregen-op-de-Dender"
    velden = {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw}
    assert browser.post("/account/password/change/", velden).status_code == 302
    an.refresh_from_db()
    assert not an.kiest_wachtwoord
    assert not Poging.objects.filter(soort="wachtwoord_plek", aantal__gt=0).exists(), "the right old one counts not"
    assert browser.get("/clienten/").status_code == 200


def test_wie_zelf_koos_gaat_gewoon_verder(an, als):
    assert als(an).get("/clienten/").status_code == 200
    assert Browser().get("/account/login/").status_code == 200


# --- accounts are made by a beheerder ---------------------------------------------------------------
def test_niemand_schrijft_zichzelf_in():
    antwoord = Browser().get("/account/signup/")
    assert antwoord.status_code == 404 or b"password1" not in antwoord.content


def test_de_link_in_een_mail_komt_van_ons_en_niet_van_wie_hem_vraagt(an, settings):
    settings.SITE_URL, settings.SITE_NAAM, settings.ALLOWED_HOSTS = "https://traject.example", "Traject", ["*"]
    Browser().post("/account/password/reset/", {"email": an.email}, headers={"Host": "kwaad.example"})
    (bericht,) = mail.outbox
    assert re.search(r"https://traject\.example/account/password/reset/key/\S+", bericht.body)
    assert "kwaad" not in bericht.body + bericht.subject
    assert bericht.to == [an.email]


def test_een_link_van_de_mentor_raden_telt_per_adres(rf):
    grens = HERSTEL.grens("link", 2, HERSTEL.venster)
    van_hier, van_daar = (rf.get("/", REMOTE_ADDR=adres) for adres in ("203.0.113.9", "203.0.113.10"))
    assert [neem_adresbeurt(grens, van_hier) is None for _ in range(3)] == [True, True, False]
    assert neem_adresbeurt(grens, van_daar) is None
