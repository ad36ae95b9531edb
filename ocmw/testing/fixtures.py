"""The cast. An, Bert and Griet work in Aalst; Carla, Dirk and Mia in Turnhout; Oona in Oud-Turnhout."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client as Browser

from ocmw.regels.basis import BASISREGELS
from ocmw.regels.models import Regelset
from ocmw.testing.maak import maak_medewerker, maak_ocmw
from ocmw.testing.proces import Moeder
from ocmw.toegang.models import Samenwerking
from ocmw.toegang.rechten import Rol
from tewerkstelling.evaluaties.basis import laad_basislijsten
from tewerkstelling.evaluaties.models import Competentie, Competentielijst, Domein, Schaal


@pytest.fixture(autouse=True)
def _schone_cache():
    """Rules and lock-out counters never leak from one test to the next."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _regels(request):
    """A test that empties the tables (live server, real processes) takes the rules of the migration with it."""
    mark = request.node.get_closest_marker("django_db")
    namen = {"db", "transactional_db", "live_server"}.intersection(request.fixturenames)
    if not namen and not mark:
        return
    schoonmaak = bool(namen - {"db"}) or bool(mark and mark.kwargs.get("transaction"))
    request.getfixturevalue("transactional_db" if schoonmaak else "db")
    if not Competentielijst.objects.exists():
        laad_basislijsten(Schaal, Competentielijst, Domein, Competentie)
    if not Regelset.objects.exists():
        velden = ("sleutel", "waarde", "geldig_van", "geldig_tot", "bron", "toelichting")
        Regelset.objects.bulk_create(Regelset(**dict(zip(velden, rij, strict=True))) for rij in BASISREGELS)


@pytest.fixture(autouse=True)
def _eigen_bestanden(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "ocmw.ui.opslag.HeleBestanden",
            "OPTIONS": {"location": tmp_path / "bestanden", "base_url": None},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def aalst(db):
    return maak_ocmw("aalst", "OCMW Aalst")


@pytest.fixture
def turnhout(db):
    return maak_ocmw("turnhout", "OCMW Turnhout")


@pytest.fixture
def oud_turnhout(db):
    return maak_ocmw("oud-turnhout", "OCMW Oud-Turnhout")


@pytest.fixture
def samenwerking(turnhout, oud_turnhout):
    """Staff of Turnhout may be assigned to clients of Oud-Turnhout."""
    return Samenwerking.objects.create(
        ocmw=oud_turnhout, begeleidend=turnhout, van=date(2020, 1, 1), overeenkomst="besluit 2019/44"
    )


@pytest.fixture
def an(aalst):
    return maak_medewerker("An", "Claes", aalst, Rol.ATB)


@pytest.fixture
def bert(aalst):
    return maak_medewerker("Bert", "Maes", aalst, Rol.MW)


@pytest.fixture
def griet(aalst):
    return maak_medewerker("Griet", "Wouters", aalst, Rol.COORDINATOR)


@pytest.fixture
def leo(aalst):
    return maak_medewerker("Leo", "Baert", aalst, Rol.LESGEVER)


@pytest.fixture
def bea(aalst):
    return maak_medewerker("Bea", "Nijs", aalst, Rol.BEHEER)


@pytest.fixture
def carla(turnhout):
    return maak_medewerker("Carla", "Peeters", turnhout, Rol.ATB)


@pytest.fixture
def dirk(turnhout):
    return maak_medewerker("Dirk", "Sels", turnhout, Rol.MW)


@pytest.fixture
def mia(turnhout):
    return maak_medewerker("Mia", "Goris", turnhout, Rol.COORDINATOR)


@pytest.fixture
def oona(oud_turnhout):
    return maak_medewerker("Oona", "Vos", oud_turnhout, Rol.MW)


@pytest.fixture
def als():
    """`als(an).get(...)`: a browser in which this colleague is logged in."""

    def meld_aan(medewerker):
        browser = Browser()
        browser.force_login(medewerker)
        return browser

    return meld_aan


@pytest.fixture
def moeder(request, tmp_path):
    """`moeder.start(...)`: a child that runs `werk` of this module's WERKER on the database of the test, to be killed."""
    with Moeder(request.module.WERKER, tmp_path) as moeder:
        yield moeder
