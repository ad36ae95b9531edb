"""Colleagues: made by a beheerder, who never sees or chooses a password, and out on the next request."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client as Browser

from ocmw.gereedschap.testing.maak import WACHTWOORD, maak_client, maak_medewerker
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.sweep import markeer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import RECHTEN, Recht, Rol
from ocmw.toegang.uitnodiging import nieuwe_code
from trajecten.actions import bewaar_actiepunt
from trajecten.models import Actiepunt

pytestmark = pytest.mark.databank

NIEUW = {"voornaam": "Noor", "achternaam": "Bal", "email": "Noor.Bal@aalst.example", "rol": "mw"}
EIGEN = "een-heel-eigen-zin-2026"


@pytest.fixture
def zonder_mail(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"


def lees_link():
    return re.search(r"http\S+(/account/password/reset/key/\S+)", mail.outbox[-1].body)[1]


def kies(browser, link, wachtwoord):
    formulier = browser.get(link, follow=True)
    return browser.post(formulier.request["PATH_INFO"], {"password1": wachtwoord, "password2": wachtwoord})


def test_een_nieuwe_collega_krijgt_een_link_die_beheer_niet_ziet(bea, als, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        pagina = als(bea).post("/medewerkers/nieuw/", NIEUW, follow=True)
    collega = Medewerker.objects.get(email="noor.bal@aalst.example")
    assert (collega.ocmw, collega.has_usable_password()) == (bea.ocmw, False)
    assert mail.outbox[-1].to == [collega.email]
    link = lees_link()
    assert link.rsplit("/", 2)[1] not in pagina.content.decode()
    assert "krijgt op noor.bal@aalst.example een link" in pagina.content.decode()
    kies(client, link, EIGEN)
    client.post("/account/login/", {"login": collega.email, "password": EIGEN})
    assert client.get("/").status_code == 200
    assert "Deze link werkt niet meer" in Browser().get(link, follow=True).content.decode(), "eenmalig"


def test_een_link_werkt_een_dag(bea, an, als, client, django_capture_on_commit_callbacks):
    with time_machine.travel("2026-06-01T09:00:00+02:00", tick=False) as klok:
        with django_capture_on_commit_callbacks(execute=True):
            als(bea).post(f"/medewerkers/{an.pk}/link/")
        klok.shift(timedelta(hours=24, seconds=1))
        assert "Deze link werkt niet meer" in client.get(lees_link(), follow=True).content.decode()


def test_zonder_mail_is_er_een_code_die_een_uur_werkt(bea, als, client, zonder_mail):
    with time_machine.travel("2026-06-01T09:00:00+02:00", tick=False) as klok:
        pagina = als(bea).post("/medewerkers/nieuw/", NIEUW)
        code = pagina.context["code"]
        assert "tot 10.00" in pagina.content.decode()
        met = {"login": "noor.bal@aalst.example", "password": code}
        klok.shift(timedelta(minutes=60))
        assert client.post("/account/login/", met).status_code == 200, "een uur is voorbij"
        klok.shift(timedelta(seconds=-1))
        client.post("/account/login/", met)
        assert client.get("/").url == "/account/password/change/"


def test_wie_een_code_gebruikt_leest_wie_ze_maakte_en_de_eigenaar_krijgt_een_mail(
    bea, an, als, client, django_capture_on_commit_callbacks
):
    code = als(bea).post(f"/medewerkers/{an.pk}/code/").context["code"]
    client.post("/account/login/", {"login": an.email, "password": code})
    assert f"een code die {bea.naam} voor jou maakte" in client.get("/account/password/change/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/password/change/", {"oldpassword": code, "password1": EIGEN, "password2": EIGEN})
    assert client.get("/").status_code == 200
    assert (mail.outbox[-1].to, bea.naam in mail.outbox[-1].body) == ([an.email], True)
    an.refresh_from_db()
    assert (an.kiest_wachtwoord, an.code_tot, an.code_van) == (False, None, "")
    namen = set(Journaalregel.objects.values_list("wat", "medewerker_id"))
    assert {("medewerker_gewijzigd", bea.pk), ("wachtwoord_gekozen", an.pk)} <= namen


def test_een_link_maakt_de_code_en_het_oude_wachtwoord_ongeldig(bea, an, als, client):
    code = als(bea).post(f"/medewerkers/{an.pk}/code/").context["code"]
    als(bea).post(f"/medewerkers/{an.pk}/link/")
    for wachtwoord in (code, WACHTWOORD):
        client.post("/account/login/", {"login": an.email, "password": wachtwoord})
        assert client.get("/").status_code == 302


def test_de_code_staat_nergens(bea, als, zonder_mail):
    code = als(bea).post("/medewerkers/nieuw/", NIEUW).context["code"]
    assert code not in str(list(Journaalregel.objects.values()))
    assert code not in str(list(Medewerker.objects.values()))
    assert len({nieuwe_code() for _ in range(200)}) == 200


def test_het_eigen_account_loopt_niet_langs_beheer(bea, als):
    for wat in ("link", "code"):
        assert als(bea).post(f"/medewerkers/{bea.pk}/{wat}/").status_code == 409


@pytest.mark.parametrize("email", ["AN.Claes@aalst.example", "geen adres"])
def test_een_adres_dat_niet_kan_wordt_uitgelegd(an, bea, als, email):
    pagina = als(bea).post("/medewerkers/nieuw/", NIEUW | {"email": email})
    assert pagina.status_code == 200
    assert pagina.context["form"].errors["email"]


def test_buiten_dienst_werkt_bij_de_volgende_vraag(an, bea, als):
    browser = als(an)
    assert browser.get("/clienten/").status_code == 200
    als(bea).post(f"/medewerkers/{an.pk}/buiten-dienst/")
    antwoord = browser.get("/clienten/")
    assert (antwoord.status_code, "/account/login/" in antwoord.url) == (302, True)


def test_ook_na_terugkeer_blijven_de_oude_sessies_dood(an, bea, als):
    browser, beheer = als(an), als(bea)
    beheer.post(f"/medewerkers/{an.pk}/buiten-dienst/")
    beheer.post(f"/medewerkers/{an.pk}/link/")
    an.refresh_from_db()
    assert an.is_active
    assert browser.get("/clienten/").status_code == 302


def test_een_andere_rol_werkt_bij_de_volgende_vraag(an, bea, als):
    browser = als(an)
    assert browser.get("/clienten/").status_code == 200
    gegevens = {"voornaam": "An", "achternaam": "Claes", "email": an.email, "rol": "lesgever"}
    als(bea).post(f"/medewerkers/{an.pk}/", gegevens)
    assert browser.get("/clienten/").status_code == 403
    regel = Journaalregel.objects.get(wat="medewerker_gewijzigd")
    assert (regel.details["van"], regel.details["naar"], regel.soort) == ("atb", "lesgever", "beheer")


def test_niemand_sluit_zichzelf_buiten(bea, als):
    browser = als(bea)
    assert browser.post(f"/medewerkers/{bea.pk}/buiten-dienst/").status_code == 409
    gegevens = {"voornaam": "Bea", "achternaam": "Nijs", "email": bea.email, "rol": "coordinator"}
    assert "je eigen account niet" in browser.post(f"/medewerkers/{bea.pk}/", gegevens).content.decode()
    bea.refresh_from_db()
    assert (bea.rol, bea.is_active) == ("beheer", True)


def test_meldingen_van_wie_weggaat_gaan_naar_de_coordinator(an, bea, griet, als):
    client = maak_client(an)
    punt = Actiepunt(client=client, omschrijving="Cv nalezen", vervalt_op=vandaag(), medewerker=an)
    bewaar_actiepunt(punt, door=an, op=vandaag())
    Termijn.objects.exclude(soort="actiepunt").delete()
    markeer(vandaag())
    Melding.objects.update(gelezen_op="2026-01-01T10:00Z")
    assert not Melding.objects.ongelezen(griet).exists()
    als(bea).post(f"/medewerkers/{an.pk}/buiten-dienst/")
    assert Melding.objects.ongelezen(griet).count() == 1


def test_een_collega_van_een_ander_ocmw_bestaat_niet(bea, carla, als):
    assert als(bea).get(f"/medewerkers/{carla.pk}/").status_code == 404


@pytest.mark.parametrize("aantal", [1, 30])
def test_aantal_queries_van_de_lijst(bea, als, aantal, django_assert_max_num_queries):
    for n in range(aantal):
        maak_medewerker("Jos", f"Maes{n}", bea.ocmw, Rol.MW)
    browser = als(bea)
    with django_assert_max_num_queries(6):
        assert browser.get("/medewerkers/", {"alle": "ja"}).status_code == 200


def test_zelf_aanmelden_kan_niet(db, client):
    gegevens = {"email": "x@y.example", "password1": WACHTWOORD, "password2": WACHTWOORD}
    client.post("/account/signup/", gegevens)
    assert not Medewerker.objects.exists()
    assert "form" not in (client.get("/account/signup/").context or {})


def test_de_rechtentabel_komt_uit_het_beleid(leo, als):
    pagina = als(leo).get("/rechten/")
    assert len(pagina.context["rijen"]) == len(Recht)
    for recht, (_, cellen) in zip(Recht, pagina.context["rijen"], strict=True):
        assert cellen == [recht in RECHTEN[rol] for rol in Rol]


def test_regels_tonen_waarde_periode_en_bron(griet, als):
    tekst = als(griet).get("/regels/").content.decode()
    assert "twe.max_maanden" in tekst
    assert "BVR van 23/12/2016" in tekst
    assert "Geen openbare bron" in tekst


def test_het_ochtendbericht_zet_je_zelf_af(an, als):
    browser = als(an)
    assert "ochtendbericht" in browser.get("/instellingen/").content.decode()
    browser.post("/instellingen/", {})
    an.refresh_from_db()
    assert an.ochtendbericht is False
    browser.post("/instellingen/", {"ochtendbericht": "on", "rol": "beheer"})
    an.refresh_from_db()
    assert (an.ochtendbericht, an.rol) == (True, "atb")
