"""No room left to write: the page says so, what was typed is on it, and what is only read is still read.

The database refuses every write here as a full disk makes it do; test_volle_schijf.py fills a real one.
"""

import sqlite3
from contextlib import contextmanager

import pytest
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import OperationalError, connection
from django.test import Client as Browser
from django.test import override_settings
from django.urls import path

from ocmw.gereedschap.testing.maak import WACHTWOORD, maak_client
from ocmw.opdrachten import uitvoering
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.tests.test_urls import _SCHRIJFT, meld_aan, ongedaan
from ocmw.toegang.http import openbaar
from ocmw.ui import fouten, schijf
from ocmw.urls import handler500, urlpatterns  # noqa: F401  # this module is a URLconf too
from trajecten.models import Gesprek

pytestmark = pytest.mark.databank

VERSLAG = "Wij spraken over de crèche.\nMorgen belt ze zelf."
ZEGT_HET = "De schijf van de server is vol"


@openbaar
def _tel(request):
    request.session["bezoeken"] = request.session.get("bezoeken", 0) + 1
    return fouten.HttpResponse("gelezen")


@openbaar
def _stuk(request):
    raise RuntimeError("stuk")


urlpatterns = [path("tel/", _tel), path("stuk/", _stuk), *urlpatterns]


def _weiger(uitvoeren, sql, params, many, context):
    if not _SCHRIJFT.match(sql):
        return uitvoeren(sql, params, many, context)
    oorzaak = sqlite3.OperationalError("database or disk is full")
    oorzaak.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise OperationalError("database or disk is full") from oorzaak


@contextmanager
def volle_schijf():
    """With a savepoint around it, which stands for the transaction of the request."""
    with ongedaan(), connection.execute_wrapper(_weiger):
        yield


@pytest.fixture
def client(an):
    return maak_client(an)


@pytest.fixture
def browser(an):
    return meld_aan(an)


def test_een_dossier_wordt_niet_getoond_en_de_pagina_zegt_waarom(browser, client):
    pad = f"/clienten/{client.pk}/"
    assert browser.get(pad).status_code == 200
    with volle_schijf():
        antwoord = browser.get(pad)
    assert antwoord.status_code == 503
    tekst = antwoord.content.decode()
    assert ZEGT_HET in tekst
    assert "noteren kan nu niet" in tekst
    assert client.achternaam not in tekst
    assert antwoord["Retry-After"]
    assert antwoord["Cache-Control"] == "no-store"


def test_wat_je_typte_staat_op_de_pagina(browser, client):
    velden = {"verslag": VERSLAG, "kanaal": "gesprek", "op": "2026-11-02", "csrfmiddlewaretoken": "een twee drie"}
    with volle_schijf():
        antwoord = browser.post(f"/clienten/{client.pk}/gesprekken/nieuw/", _hele_vorm(browser, client) | velden)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 503
    assert "Wat je net deed, is niet bewaard." in tekst
    assert f">{VERSLAG}</textarea>" in tekst
    assert ">Verslag</label>" in tekst
    assert "een twee drie" not in tekst
    assert not Gesprek.objects.exists()


def test_zonder_die_pagina_is_de_tekst_weg(browser, client, monkeypatch):
    """The control."""
    monkeypatch.setattr(fouten, "getypt", lambda request: [])
    with volle_schijf():
        antwoord = browser.post(
            f"/clienten/{client.pk}/gesprekken/nieuw/", _hele_vorm(browser, client) | {"verslag": VERSLAG}
        )
    assert antwoord.status_code == 503
    assert "crèche" not in antwoord.content.decode()


def _hele_vorm(browser, client):
    """The fields a talk cannot do without."""
    return {
        "kanaal": "gesprek", "aanwezigheid": "aanwezig", "op": "2026-11-02", "duur": "30",
        "form-TOTAL_FORMS": "0", "form-INITIAL_FORMS": "0", "punt-TOTAL_FORMS": "0", "punt-INITIAL_FORMS": "0",
    }  # fmt: skip


def test_aanmelden_lukt_niet_en_het_wachtwoord_staat_nergens(an):
    browser = Browser(raise_request_exception=False)
    with volle_schijf():
        assert browser.get("/account/login/").status_code == 200
        # Also a wrong password: a try that cannot be counted is not made.
        for wachtwoord in (f"{WACHTWOORD} met spaties", WACHTWOORD):
            antwoord = browser.post("/account/login/", {"login": an.email, "password": wachtwoord})
            assert antwoord.status_code == 503
            assert "Aanmelden" in antwoord.text
            assert WACHTWOORD not in antwoord.text


@override_settings(ROOT_URLCONF="ocmw.tests.test_schijf_vol")
def test_een_bezoek_dat_de_sessie_wijzigt_wordt_toch_getoond(browser):
    assert browser.get("/tel/").status_code == 200
    with volle_schijf():
        assert browser.get("/tel/").content == b"gelezen"
        assert browser.post("/tel/").status_code == 503


@override_settings(ROOT_URLCONF="ocmw.tests.test_schijf_vol")
def test_de_sessie_van_django_zelf_zou_dat_bezoek_weigeren(browser, settings):
    """The control."""
    eigen, van_django = "ocmw.ui.middleware.SessieMiddleware", f"{SessionMiddleware.__module__}.SessionMiddleware"
    assert eigen in settings.MIDDLEWARE
    settings.MIDDLEWARE = [van_django if naam == eigen else naam for naam in settings.MIDDLEWARE]
    with volle_schijf():
        assert browser.get("/tel/").status_code == 400


@override_settings(ROOT_URLCONF="ocmw.tests.test_schijf_vol")
def test_een_andere_fout_blijft_een_gewone_fout(browser):
    antwoord = browser.get("/stuk/")
    assert antwoord.status_code == 500
    assert ZEGT_HET not in antwoord.content.decode()


@pytest.mark.parametrize(("fout", "zin"), [(OSError(28, "vol"), ZEGT_HET), (RuntimeError("x"), "Er ging iets mis")])
def test_een_opdracht_zonder_plaats_voor_haar_bestand_zegt_het(an, monkeypatch, fout, zin):
    def maak(opdracht, verslag):
        raise fout

    opdracht = Opdracht.objects.create(soort="maak", ocmw=an.ocmw, aangevraagd_door=an)
    with uitvoering.HANDLERS.tijdelijk("maak", maak):
        uitvoering.voer_uit(str(opdracht.pk))
    opdracht.refresh_from_db()
    assert opdracht.status == Opdrachtstatus.MISLUKT
    assert opdracht.fout.startswith(zin)


# --- what counts as full ------------------------------------------------------------------------
class _VanPostgres(Exception):
    pgcode = "53100"


@pytest.mark.parametrize(
    ("fout", "vol"),
    [
        (OSError(28, "No space left on device"), True),
        (OSError(122, "Disk quota exceeded"), True),
        (OSError(13, "Permission denied"), False),
        (_VanPostgres(), True),
        (OperationalError("database is locked"), False),
        (RuntimeError("No space left on device"), False),
        (None, False),
    ],
)
def test_wat_een_volle_schijf_is_en_wat_niet(fout, vol):
    assert schijf.is_vol(fout) is vol
    omwikkeld = OperationalError("iets")
    omwikkeld.__cause__ = fout
    assert schijf.is_vol(omwikkeld) is vol


def test_sqlite_zegt_het_zelf(tmp_path):
    databank = sqlite3.connect(tmp_path / "klein.sqlite3")
    # SQLite itself, without Django: it is its own words that we read.
    databank.execute("CREATE TABLE t (tekst TEXT)")
    databank.execute("PRAGMA max_page_count = 3")  # as good as a full disk
    with pytest.raises(sqlite3.OperationalError, match="full") as gevangen:
        databank.execute("INSERT INTO t VALUES (?)", ["x" * 100_000])  # more than fits
    databank.close()
    assert schijf.is_vol(gevangen.value)


def test_een_databankfout_op_een_schijf_zonder_plaats_telt_ook(monkeypatch):
    """SQLite says "disk I/O error" when the index of its log does not fit."""
    fout = OperationalError("disk I/O error")
    assert not schijf.is_vol(fout)
    monkeypatch.setattr(schijf, "vrij", lambda: 4096)
    assert schijf.is_vol(fout)
    assert not schijf.is_vol(RuntimeError("iets anders"))


def test_een_cirkel_van_oorzaken_houdt_op():
    een, twee = ValueError(), ValueError()
    een.__cause__, twee.__cause__ = twee, een
    assert not schijf.is_vol(een)
