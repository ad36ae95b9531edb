"""The cast. An, Bert and Griet work in Aalst; Carla, Dirk and Mia in Turnhout; Oona in Oud-Turnhout."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import OperationalError, transaction
from django.test import Client as Browser
from django.test.utils import override_settings

from ocmw.gereedschap.testing import sjabloon
from ocmw.gereedschap.testing.maak import maak_medewerker, maak_ocmw
from ocmw.gereedschap.testing.proces import Moeder, wie_houdt_de_databank_vast
from ocmw.kindproces import starten, warm
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import kijk_opnieuw, vergeet_regels
from ocmw.toegang.models import Samenwerking
from ocmw.toegang.rechten import Rol
from ocmw.ui.installatie import laad_basis
from ocmw.werkruimte.rapporten import weergave
from ocmw.werkruimte.rapporten.stukken import stuk
from tewerkstelling.evaluaties.models import Competentielijst

ECHT_KOUD = starten._koud


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Instead of pytest-django's own: a copy of the template, so that no process migrates twice."""
    with django_db_blocker.unblock():
        sjabloon.zet_klaar()
    yield
    with django_db_blocker.unblock():
        sjabloon.ruim_op()


@pytest.fixture(autouse=True)
def _schone_cache():
    """What a process keeps never leaks from one test to the next: rules that were rolled back least of all."""
    cache.clear()
    vergeet_regels()
    kijk_opnieuw()
    yield
    cache.clear()
    vergeet_regels()
    kijk_opnieuw()


@pytest.fixture(autouse=True)
def _regels(request):
    """A test that empties the tables (live server, real processes) takes the rules of the migration with it."""
    mark = request.node.get_closest_marker("django_db")
    namen = {"db", "transactional_db", "live_server"}.intersection(request.fixturenames)
    if not namen and not mark:
        return
    schoonmaak = bool(namen - {"db"}) or bool(mark and mark.kwargs.get("transaction"))
    try:
        request.getfixturevalue("transactional_db" if schoonmaak else "db")
    except OperationalError as fout:
        raise AssertionError(f"{fout}: {wie_houdt_de_databank_vast()}") from fout
    zet_basis()


def zet_basis() -> None:
    """What every installation starts with, when a test emptied the tables before."""
    if not Competentielijst.objects.exists() or not Regelset.objects.exists():
        laad_basis()


@contextmanager
def gedeelde_wereld(django_db_blocker, map_: Path) -> Iterator[None]:
    """For a fixture of a module or class: what it makes is never committed, and the tests work in savepoints on top of it.

    What they get from it are objects that all of them share: a test that changes one reads it anew from the database.
    """
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(**bestanden_in(map_)):
        zet_basis()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _eigen_bestanden(settings, tmp_path):
    for naam, waarde in bestanden_in(tmp_path).items():
        setattr(settings, naam, waarde)


def bestanden_in(map_: Path) -> dict[str, Any]:
    """The settings of a test: its files in `map_`, its mail in memory, and nothing that is slow on purpose."""
    return {
        "STORAGES": {
            **settings.STORAGES,
            "default": {
                "BACKEND": "ocmw.ui.opslag.HeleBestanden",
                "OPTIONS": {"location": map_ / "bestanden", "base_url": None},
            },
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        # Every `Browser()` starts the middleware anew: look a static file up when it is asked, not all of them each time.
        "WHITENOISE_AUTOREFRESH": True,
        "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
    }


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


@pytest.fixture(scope="session", autouse=True)
def _geladen_kind():
    """Every child is born of a process that loaded its libraries, also where a server starts one from nothing: those cost more
    to load than most papers and workbooks cost to make or read. Not with `echt_kind`."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        if warm.KAN:
            monkeypatch.setattr(starten, "_koud", starten._geladen)
        yield
    warm.VOORRAAD.sluit()


@pytest.fixture
def echt_kind(monkeypatch):
    """The child as it starts on a server: for tests of the child itself, and of what is hostile to it."""
    monkeypatch.setattr(starten, "_koud", ECHT_KOUD)


@pytest.fixture
def papier_zonder_kind(monkeypatch):
    """A walk over pages asks who may have a paper and what it would show, not how WeasyPrint draws it (test_pdf.py does):
    the HTML comes back as the paper, so that what stands on it can be searched too."""
    papier_als_html(monkeypatch)


def papier_als_html(monkeypatch: pytest.MonkeyPatch) -> None:
    def als_pdf(html, **_):
        return b"%PDF " + html.encode()

    for module in (stuk, weergave):
        monkeypatch.setattr(module, "als_pdf", als_pdf)


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
