"""One form, one effect: what the key does, what it does not do, and what happens to what was typed."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clienten.forms import DocumentForm
from clienten.models import Document
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from ocmw.ui import bewaring
from ocmw.ui.jobs import BEWAAR_DAGEN, ruim_formuliersleutels_op
from ocmw.ui.middleware import AL
from ocmw.ui.models import Formuliersleutel
from ocmw.ui.versie import IntussenGewijzigd
from trajecten.models import Doel
from trajecten.views import plan

pytestmark = pytest.mark.databank

SLEUTEL = "een-sleutel-van-een-formulier"


@pytest.fixture
def client_(an):
    return maak_client(an, coach=an)


@pytest.fixture
def adres(client_):
    return f"/clienten/{client_.pk}/plan/doelen/nieuw/"


def doel(**anders):
    return {
        "thema": "opleiding",
        "omschrijving": "Werk in een keuken",
        "status": "gepland",
        bewaring.VELD: SLEUTEL,
        **anders,
    }


def zin(antwoord):
    return [str(bericht) for bericht in get_messages(antwoord.wsgi_request)]


def test_de_tweede_keer_leidt_naar_de_eerste(an, als, adres):
    browser = als(an)
    eerste, tweede = browser.post(adres, doel()), browser.post(adres, doel())
    assert eerste.status_code == tweede.status_code == 302
    assert eerste.url == tweede.url
    assert Doel.objects.count() == 1
    assert zin(tweede)[-1] == AL


def test_zonder_sleutel_bewaart_het_elke_keer(an, als, adres):
    """Negative control, and what a script that saves on purpose does."""
    browser = als(an)
    for _ in range(2):
        browser.post(adres, doel(**{bewaring.VELD: ""}))
    assert Doel.objects.count() == 2


def test_een_formulier_met_fouten_verbruikt_zijn_sleutel_niet(an, als, adres):
    browser = als(an)
    assert browser.post(adres, doel(omschrijving="")).status_code == 422
    assert not Formuliersleutel.objects.exists()
    assert browser.post(adres, doel()).status_code == 302
    assert Doel.objects.count() == 1


def test_een_weigering_met_een_bericht_verbruikt_de_sleutel_niet(griet, als):
    """It leads back, but nothing was saved: the second time must not say that it was."""
    data = {"coach": "", bewaring.VELD: SLEUTEL}
    als(griet).post("/clienten/toewijzen/", data)
    tweede = als(griet).post("/clienten/toewijzen/", data)
    assert not Formuliersleutel.objects.exists()
    assert AL not in zin(tweede)


def test_wie_daarna_iets_verandert_verliest_niets_en_krijgt_een_vraag(an, als, adres):
    browser = als(an)
    browser.post(adres, doel())
    antwoord = browser.post(adres, doel(omschrijving="Werk in een grote keuken"))
    assert antwoord.status_code == 409
    assert "Dat is nog niet bewaard" in antwoord.text
    assert "Werk in een grote keuken" in antwoord.text
    assert f'value="{SLEUTEL}"' not in antwoord.text
    assert Doel.objects.count() == 1


def test_een_sleutel_van_een_ander_doet_niets(an, bert, griet, als, adres):
    als(an).post(adres, doel())
    als(griet).post(adres, doel())
    assert Doel.objects.count() == 2


def test_een_sleutel_op_een_ander_adres_doet_niets(an, als, adres):
    browser, ander = als(an), maak_client(an, coach=an, voornaam="Piet")
    browser.post(adres, doel())
    browser.post(f"/clienten/{ander.pk}/plan/doelen/nieuw/", doel())
    assert Doel.objects.count() == 2


@pytest.mark.parametrize("sleutel", ["kort", "x" * 65, "met spatie in de sleutel", "<script>alert(1)</script>"])
def test_een_sleutel_die_wij_niet_maakten_telt_niet(an, als, adres, sleutel):
    als(an).post(adres, doel(**{bewaring.VELD: sleutel}))
    assert not Formuliersleutel.objects.exists()
    assert Doel.objects.count() == 1


def test_de_rij_vertelt_niet_van_wie_en_wat(an, als, adres):
    als(an).post(adres, doel())
    rij = Formuliersleutel.objects.get()
    assert SLEUTEL not in rij.afdruk
    assert "keuken" not in f"{rij.afdruk} {rij.inhoud} {rij.naar}"


def test_het_kost_twee_opdrachten_aan_de_databank(an, als, adres):
    browser = als(an)
    browser.post(adres, doel(**{bewaring.VELD: ""}))
    with CaptureQueriesContext(connection) as zonder:
        browser.post(adres, doel(**{bewaring.VELD: ""}))
    with CaptureQueriesContext(connection) as met:
        browser.post(adres, doel())
    assert len(met) == len(zonder) + 2


def test_oude_sleutels_verdwijnen(an, als, adres):
    als(an).post(adres, doel())
    ruim_formuliersleutels_op()
    assert Formuliersleutel.objects.count() == 1
    Formuliersleutel.objects.update(op=timezone.now() - timedelta(days=BEWAAR_DAGEN, hours=1))
    ruim_formuliersleutels_op()
    assert not Formuliersleutel.objects.exists()


class TestBotsing:
    @pytest.fixture
    def mislukt(self, monkeypatch):
        """The action writes, then finds somebody else was first: `keer` times, then it works."""
        echt = plan.bewaar_doel

        def loop(fout, keer):
            fouten = [fout] * keer

            def bewaar(*args, **kwargs):
                rij = echt(*args, **kwargs)
                if fouten:
                    raise fouten.pop()
                return rij

            monkeypatch.setattr(plan, "bewaar_doel", bewaar)

        return loop

    @pytest.mark.parametrize("keer", [0, 1])
    def test_een_keer_botsen_merkt_niemand(self, an, als, adres, mislukt, keer):
        mislukt(IntegrityError("rij bestaat"), keer)
        antwoord = als(an).post(adres, doel())
        assert antwoord.status_code == 302
        assert Doel.objects.count() == 1
        assert len(zin(antwoord)) == 1

    def test_blijft_het_botsen_dan_staat_op_de_pagina_wat_je_schreef(self, an, als, adres, mislukt):
        mislukt(IntegrityError("rij bestaat"), 2)
        antwoord = als(an).post(adres, doel())
        assert antwoord.status_code == 409
        assert "Er is niets gewijzigd" in antwoord.text
        assert "Werk in een keuken" in antwoord.text
        assert not Doel.objects.exists()
        assert not Formuliersleutel.objects.exists()
        assert not Journaalregel.objects.filter(wat__startswith="doel").exists()

    def test_zonder_vangnet_is_het_een_fout(self, an, als, adres, mislukt, monkeypatch):
        """Negative control."""
        monkeypatch.setattr("ocmw.ui.middleware.is_botsing", lambda fout: False)
        mislukt(IntegrityError("rij bestaat"), 1)
        with pytest.raises(IntegrityError):
            als(an).post(adres, doel())

    def test_een_uitzondering_maakt_ongedaan_wat_ervoor_geschreven_was(self, an, als, adres, mislukt):
        mislukt(Http404(), 1)
        assert als(an).post(adres, doel()).status_code == 404
        assert not Doel.objects.exists()
        assert not Formuliersleutel.objects.exists()

    def test_een_versie_die_verspringt_is_een_botsing(self, client_):
        assert bewaring.is_botsing(IntussenGewijzigd(client_))

    def test_een_gewone_fout_blijft_een_fout(self, an, als, adres, mislukt):
        mislukt(ZeroDivisionError(), 1)
        with pytest.raises(ZeroDivisionError):
            als(an).post(adres, doel())
        assert not Doel.objects.exists()


class TestLeestEerst:
    """A file is read before the transaction begins, so that nobody waits for the reading."""

    @pytest.fixture
    def documenten(self, client_):
        return f"/clienten/{client_.pk}/documenten/"

    @pytest.fixture
    def tijdens_het_lezen(self, monkeypatch):
        """Whether a transaction of ours was open while the file was looked at."""
        gezien, echt = [], DocumentForm.clean_upload

        def lees(form):
            gezien.append(len(connection.savepoint_ids))
            return echt(form)

        monkeypatch.setattr(DocumentForm, "clean_upload", lees)
        return gezien

    def stuur(self, browser, adres, inhoud=b"Een brief.\n"):
        bestand = SimpleUploadedFile("brief.txt", inhoud)
        return browser.post(adres, {"titel": "Brief", "soort": "bewijs", "upload": bestand, bewaring.VELD: SLEUTEL})

    def test_het_bestand_wordt_gelezen_voor_het_bewaren_begint(self, an, als, documenten, tijdens_het_lezen):
        buiten = len(connection.savepoint_ids)
        assert self.stuur(als(an), documenten).status_code == 302
        assert tijdens_het_lezen == [buiten]

    def test_twee_keer_hetzelfde_bestand_is_een_document(self, an, als, documenten):
        browser = als(an)
        assert self.stuur(browser, documenten).url == self.stuur(browser, documenten).url
        assert Document.objects.count() == 1

    def test_een_ander_bestand_is_niet_hetzelfde_formulier(self, an, als, documenten):
        browser = als(an)
        self.stuur(browser, documenten)
        antwoord = self.stuur(browser, documenten, b"Een andere brief.\n")
        assert antwoord.status_code == 409
        assert "Kies het opnieuw" in antwoord.text


class TestOnleesbaar:
    """What no browser makes by itself ends in a page, on both engines."""

    @pytest.mark.parametrize("adres", ["/regels/%00/", "/medewerkers/?rol=%00", "/clienten/?coach=%00"])
    def test_een_nul_in_het_adres(self, bea, als, adres):
        assert als(bea).get(adres).status_code == 400

    @pytest.mark.parametrize("begin", ["[" * 20_000, '{"bewaard": []}', "{"])
    def test_een_onmogelijk_begin(self, an, als, client_, begin):
        rij = Doel.objects.create(client=client_, thema="werk", omschrijving="x", gesteld_op=vandaag())
        adres = f"/clienten/{client_.pk}/plan/doelen/{rij.pk}/"
        antwoord = als(an).post(adres, doel(begin=begin, versie=rij.versie))
        assert antwoord.status_code in {302, 409, 422}

    @pytest.mark.parametrize("versie", ["9" * 5000, "9" * 30, "-1", "2147483648", "x"])
    def test_een_onmogelijke_versie(self, an, als, client_, versie):
        rij = Doel.objects.create(client=client_, thema="werk", omschrijving="x", gesteld_op=vandaag())
        antwoord = als(an).post(f"/clienten/{client_.pk}/plan/doelen/{rij.pk}/", doel(versie=versie))
        assert antwoord.status_code == 422
        rij.refresh_from_db()
        assert rij.omschrijving == "x"

    def test_een_getal_van_vijfduizend_cijfers(self, griet, als):
        antwoord = als(griet).post("/sturing/maandeinde/taken/", {"werkervaring": "9" * 5000})
        assert antwoord.status_code in {302, 400, 404}

    def test_zonder_vangnet_is_het_een_fout(self, an, als, adres, monkeypatch):
        """Negative control: the exception is real."""

        def te_groot(*args, **kwargs):
            raise OverflowError("Python int too large to convert to SQLite INTEGER")

        monkeypatch.setattr(plan, "bewaar_doel", te_groot)
        assert als(an).post(adres, doel()).status_code == 400
        monkeypatch.setattr("ocmw.ui.middleware._ONLEESBAAR", ())
        with pytest.raises(OverflowError):
            als(an).post(adres, doel())


def test_de_terugkerende_gebruiker_houdt_zijn_sleutel(an, als, adres, client):
    """The session ended: the login takes nothing of the key, and after logging in again the form still works."""
    antwoord = client.post(adres, doel())
    assert antwoord.status_code == 401
    assert not Formuliersleutel.objects.exists()
    assert als(Medewerker.objects.get(pk=an.pk)).post(adres, doel()).status_code == 302
