"""Headers of every answer, files that only our own user reads, and the page when the database does not answer."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import OperationalError, connection
from django.test import Client as Browser

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.proces import omgeving

pytestmark = [pytest.mark.django_db, pytest.mark.databank]


@pytest.mark.parametrize("adres", ["/account/login/", "/bestaat/niet/", "/static/js/slot.js"])
def test_elk_antwoord_zegt_dat_de_site_geen_toestel_gebruikt(adres):
    antwoord = Browser().get(adres)
    antwoord.close()
    assert "camera=()" in antwoord["Permissions-Policy"]
    assert antwoord["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in antwoord


def test_wat_de_site_schrijft_leest_alleen_haar_eigen_gebruiker(tmp_path):
    """In a process of its own: what the settings ask of the system counts for all it makes, the database too."""
    script = (
        "import os, django; django.setup()\n"
        "from django.core.files.base import ContentFile; from django.core.files.storage import default_storage\n"
        "from django.db import connection; connection.cursor().execute('CREATE TABLE proef (x int)')\n"
        "naam = default_storage.save('map/blad.txt', ContentFile(b'x')); open('los.txt', 'w').close()\n"
    )
    env = omgeving(tmp_path / "data") | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'proef.sqlite3'}",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    subprocess.run([sys.executable, "-c", script], env=env, cwd=tmp_path, check=True, umask=0o022)
    gemaakt = [pad for pad in tmp_path.rglob("*") if pad.is_file()]
    assert {"proef.sqlite3", "blad.txt", "los.txt"} <= {pad.name for pad in gemaakt}
    assert [pad.name for pad in gemaakt if pad.stat().st_mode & 0o077] == []


def test_een_bestand_in_de_opslag_is_van_de_site_alleen():
    naam = default_storage.save("proef.txt", ContentFile(b"x"))
    assert Path(default_storage.path(naam)).stat().st_mode & 0o777 == 0o600
    default_storage.delete(naam)


@pytest.mark.parametrize(
    ("methode", "woorden"), [("get", "De databank antwoordt niet"), ("post", "Wat je net deed, is niet bewaard")]
)
def test_een_databank_die_zwijgt_is_een_bladzijde_die_het_zegt(als, an, methode, woorden):
    def zwijg(execute, sql, params, many, context):
        if "clienten_client" in sql:
            raise OperationalError("canceling statement due to statement timeout")
        return execute(sql, params, many, context)

    browser = als(an)
    browser.raise_request_exception = False
    adres = f"/clienten/{maak_client(an).pk}/gesprekken/nieuw/"
    with connection.execute_wrapper(zwijg):
        antwoord = getattr(browser, methode)(adres, {"verslag": "Belde over de opvang."})
    pagina = antwoord.content.decode()
    assert (antwoord.status_code, antwoord["Retry-After"]) == (503, "60")
    assert woorden in pagina
    assert "statement timeout" not in pagina
    assert methode == "get" or "Belde over de opvang." in pagina, "wat getypt was, staat er nog"


@pytest.mark.postgres
@pytest.mark.parametrize(("web", "grenzen"), [("True", ("30s", "10s")), ("", ("0", "0"))])
def test_een_bladzijde_wacht_hoogstens_een_halve_minuut_en_achtergrondwerk_zo_lang_als_nodig(web, grenzen, tmp_path):
    script = (
        "import django; django.setup()\n"
        "from django.db import connection\n"
        "with connection.cursor() as c:\n"
        "    for naam in ('statement_timeout', 'lock_timeout'):\n"
        "        c.execute(f'SHOW {naam}'); print(c.fetchone()[0])\n"
    )
    env = omgeving(tmp_path) | {"OCMW_WEB": web}
    uit = subprocess.run(
        [sys.executable, "-c", script], env=env, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True
    )
    assert tuple(uit.stdout.split()) == grenzen
