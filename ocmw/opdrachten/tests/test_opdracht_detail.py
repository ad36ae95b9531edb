"""The page of a job: only for who asked it, says how far it is, brings you to the result, and can be stopped."""

import pytest

from ocmw.opdrachten.models import Opdracht, Opdrachtstatus

pytestmark = pytest.mark.django_db
HTMX = {"headers": {"HX-Request": "true"}}


@pytest.fixture
def opdracht(an):
    return Opdracht.objects.create(
        soort="proef", ocmw=an.ocmw, aangevraagd_door=an, status=Opdrachtstatus.BEZIG, gedaan=1, totaal=4, stap="Lezen"
    )


@pytest.fixture
def browser(als, an):
    return als(an)


def adres(opdracht, deel=""):
    return f"/opdrachten/{opdracht.pk}/{deel}"


def zet(opdracht, **velden):
    Opdracht.objects.filter(pk=opdracht.pk).update(**velden)


def test_de_bladzijde_zegt_hoe_ver_het_is_en_vraagt_het_vanzelf_opnieuw(browser, opdracht):
    hele = browser.get(adres(opdracht)).content.decode()
    deel = browser.get(adres(opdracht), **HTMX).content.decode()
    for pagina in (hele, deel):
        assert "Lezen" in pagina
        assert "25" in pagina
    assert "We zijn ermee bezig" in hele
    assert "Stop ermee" in hele
    assert "<html" not in deel


def test_wat_klaar_is_brengt_je_naar_het_resultaat(browser, opdracht):
    zet(opdracht, status=Opdrachtstatus.KLAAR, klaar_url="/rapporten/7/")
    antwoord = browser.get(adres(opdracht))
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/rapporten/7/")
    antwoord = browser.get(adres(opdracht), **HTMX)
    assert (antwoord.status_code, antwoord["HX-Redirect"]) == (204, "/rapporten/7/")


@pytest.mark.parametrize(
    ("status", "zin"),
    [
        (Opdrachtstatus.MISLUKT, "Dit is niet gelukt"),
        (Opdrachtstatus.GEANNULEERD, "Dit is gestopt"),
        (Opdrachtstatus.KLAAR, ""),
    ],
)
def test_wat_voorbij_is_zonder_resultaat_toont_de_hele_bladzijde_opnieuw(browser, opdracht, status, zin):
    zet(opdracht, status=status, fout="Het dossier is gesloten.")
    antwoord = browser.get(adres(opdracht), **HTMX)
    assert (antwoord.status_code, antwoord["HX-Refresh"]) == (204, "true")
    pagina = browser.get(adres(opdracht)).content.decode()
    assert zin in pagina
    assert "Stop ermee" not in pagina


def test_een_mislukte_opdracht_met_een_oud_resultaat_brengt_je_nergens_heen(browser, opdracht):
    zet(opdracht, status=Opdrachtstatus.MISLUKT, klaar_url="/rapporten/7/")
    assert browser.get(adres(opdracht)).status_code == 200
    assert "HX-Redirect" not in browser.get(adres(opdracht), **HTMX)


def test_stoppen_kan_alleen_met_een_klik(browser, opdracht):
    assert browser.get(adres(opdracht, "annuleren/")).status_code == 405
    antwoord = browser.post(adres(opdracht, "annuleren/"))
    assert (antwoord.status_code, antwoord["Location"]) == (302, adres(opdracht))
    opdracht.refresh_from_db()
    assert opdracht.annuleren_gevraagd
    assert "Stop ermee" not in browser.get(adres(opdracht)).content.decode()


def test_een_opdracht_van_een_ander_bestaat_niet(als, griet, opdracht):
    assert als(griet).get(adres(opdracht)).status_code == 404
    assert als(griet).post(adres(opdracht, "annuleren/")).status_code == 404
    opdracht.refresh_from_db()
    assert not opdracht.annuleren_gevraagd
