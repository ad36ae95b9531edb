"""Colleagues: made by a beheerder, with a password that is chosen anew, and out on the next request."""

import pytest

from ocmw.gereedschap.testing.maak import WACHTWOORD, maak_client, maak_medewerker
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.sweep import markeer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import RECHTEN, Recht, Rol
from ocmw.werkruimte.beheer.actions import tijdelijk_wachtwoord

pytestmark = pytest.mark.databank

NIEUW = {"voornaam": "Noor", "achternaam": "Bal", "email": "Noor.Bal@aalst.example", "rol": "mw"}


def test_een_nieuwe_collega_kiest_eerst_een_eigen_wachtwoord(bea, als, client):
    pagina = als(bea).post("/medewerkers/nieuw/", NIEUW)
    wachtwoord = pagina.context["wachtwoord"]
    collega = Medewerker.objects.get(email="noor.bal@aalst.example")
    assert (collega.ocmw, collega.kiest_wachtwoord) == (bea.ocmw, True)
    client.post("/account/login/", {"login": collega.email, "password": wachtwoord})
    assert client.get("/").url == "/account/password/change/"
    eigen = "een-heel-eigen-zin-2026"
    client.post("/account/password/change/", {"oldpassword": wachtwoord, "password1": eigen, "password2": eigen})
    assert client.get("/").status_code == 200


def test_het_tijdelijke_wachtwoord_staat_nergens(bea, als):
    pagina = als(bea).post("/medewerkers/nieuw/", NIEUW)
    wachtwoord = pagina.context["wachtwoord"]
    assert wachtwoord not in str(list(Journaalregel.objects.values()))
    assert wachtwoord not in str(list(Medewerker.objects.values()))
    assert len({tijdelijk_wachtwoord() for _ in range(200)}) == 200


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
    beheer.post(f"/medewerkers/{an.pk}/wachtwoord/")
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
    Termijn.objects.create(
        client=client, ocmw=an.ocmw, soort="actiepunt", vervalt_op=vandaag(), geopend_op=vandaag(), verantwoordelijke=an
    )
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
    assert "BVR 23/12/2016" in tekst
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
