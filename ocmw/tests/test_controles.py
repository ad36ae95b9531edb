"""bin/check and the hooks of pre-commit are one list; and the check that every exception says why sees what it must."""

import importlib
import re
import subprocess

import pytest
import yaml
from django.conf import settings


@pytest.fixture
def bin_module(monkeypatch):
    monkeypatch.syspath_prepend(settings.BASE_DIR / "bin")
    return importlib.import_module


@pytest.fixture
def controles(bin_module, tmp_path):
    return {controle.code: controle for controle in bin_module("_check").all_checks(str(tmp_path))}


def haken() -> list[dict]:
    tekst = (settings.BASE_DIR / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    (verzameling,) = yaml.safe_load(tekst)["repos"]
    assert verzameling["repo"] == "local"
    return verzameling["hooks"]


def test_de_haken_zijn_de_controles(controles):
    assert [haak["id"] for haak in haken()] == list(controles)
    for haak in haken():
        assert haak["entry"] == f"bin/check {haak['id']}"
        assert haak["name"] == controles[haak["id"]].name
        # A check looks at everything: half a checkout says nothing about types, imports or migrations.
        assert haak["pass_filenames"] is False


def test_een_haak_loopt_bij_elk_bestand_dat_zijn_controle_leest():
    bij = {haak["id"]: re.compile(haak["files"]) for haak in haken()}
    assert all(bij[code].search("clienten/models/client.py") for code in bij if not code.startswith("template"))
    assert all(bij[code].search("templates/basis.html") for code in ("template-opmaak", "template-regels", "django"))
    assert all(patroon.search("pyproject.toml") and patroon.search("requirements-dev.lock") for patroon in bij.values())


def test_een_controle_die_niet_bestaat_is_een_duidelijke_zin():
    gedaan = subprocess.run([settings.BASE_DIR / "bin" / "check", "onzin"], capture_output=True, text=True, check=False)
    assert gedaan.returncode == 1
    assert gedaan.stderr.startswith("bin/check kent --herstel, en deze controles: types opmaak ")


# --- every exception says why -------------------------------------------------------------------
ZONDER_REDEN = [
    "x = 1  # noqa: S101",
    "x = 1  # noqa",
    "x = f()  # type: ignore[misc]",
    "x = f()  # type: ignore",
    "x = f()  # type: ignore[misc]  # noqa: S101",
    "x = f()  # noqa: S101 - ja",
    "# een regel erboven met uitleg\n\nx = f()  # noqa: S101",
    "y = 1  # uitleg van iets anders\nx = f()  # noqa: S101",
    "cursor.execute('SELECT 1')",
    "# uitleg van iets anders\ny = 1\ncursor.execute('SELECT 1')",
    "with open() as cursor:\n    x = 1  # uitleg van iets anders\n    cursor.execute('SELECT 1')",
    "# uitleg van het hele blok\nif waar:\n    cursor.execute('SELECT 1')",
    "if Client.objects.select_for_update().exists():\n    x = 1  # uitleg van iets anders",
    "try:\n    x = 1\nexcept OSError:\n    fcntl.flock(slot, 2)",
    "match x:\n    case 1:\n        cursor.execute('SELECT 1')",
    "x = RawSQL('1', [])",
    "x = migrations.RunSQL('1')",
    "x = Client.objects.raw('SELECT 1')",
    "x = 'SELECT pg_advisory_lock(1)'",
    'def f():\n    """Uitleg van de functie."""\n    x = 1\n    cursor.execute("SELECT 1")',
]
MET_REDEN = [
    "x = 1  # noqa: S101 - de vorige regel zegt het",
    "x = f()  # type: ignore[misc]  # Django's, and unknown",
    "# Django vraagt dit zo.\nx = f()  # noqa: S101",
    "cursor.execute('SELECT 1')  # leeft de databank",
    "# Leeft de databank?\ncursor.execute(\n    'SELECT 1'\n)",
    "cursor.execute(\n    'SELECT 1',  # leeft de databank\n)",
    "# Leeft de databank?\nwith open() as cursor:\n    cursor.execute('SELECT 1')",
    'def f():\n    """Two at once: one waits."""\n    Client.objects.select_for_update().get(pk=1)',
    "if Client.objects.select_for_update().exists():  # de tweede wacht\n    x = 1",
    "x = 'een zin met # noqa erin'",
]


@pytest.mark.parametrize("bron", ZONDER_REDEN)
def test_een_uitzondering_zonder_reden_valt_op(bin_module, bron):
    assert bin_module("_reasons").without_reason(bron + "\n")


@pytest.mark.parametrize("bron", MET_REDEN)
def test_een_uitzondering_met_reden_mag(bin_module, bron):
    assert not bin_module("_reasons").without_reason(bron + "\n")


def test_de_controle_leest_al_onze_code(bin_module):
    redenen = bin_module("_reasons")
    gelezen = {str(pad.relative_to(settings.BASE_DIR)) for pad in redenen.ours(settings.BASE_DIR)}
    assert {"manage.py", "bin/_check.py", "ocmw/settings.py", "ocmw/tests/test_controles.py"} <= gelezen
    assert not [pad for pad in gelezen if "node_modules" in pad or ".venv" in pad]
