"""What may differ from one database to the other carries the mark `databank`, and so runs on PostgreSQL in every CI run.

Found by reading: a test that uses transactions, locks, threads, raw SQL or a constraint itself, or that calls a module of
ours in which one of these stands. A test that only passes such a module on its way is covered by the walk over the URLs.
"""

import ast
import importlib
import re
from pathlib import Path

import pytest

from ocmw.tests.test_structuur import ROOT, python

pytestmark = pytest.mark.databank

IN_EEN_MODULE = re.compile(
    r"\.cursor\(|RawSQL|\.raw\(|select_for_update|IntegrityError|OperationalError|connection\.vendor"
)
IN_EEN_TEST = re.compile(
    r"transaction=True|transactional_db|\bmoeder\b|\bThread\b|ThreadPoolExecutor|IntegrityError|DatabaseError"
    r"|OperationalError|\.cursor\(|connection\.vendor|schema_editor"
)


# Every page passes this; only its own room's tests carry the mark for it.
OVERAL, EIGEN_KAMER = "ocmw.regels.opzoeken", "ocmw/regels/tests/"


def naam_van(pad: Path) -> str:
    return ".".join(pad.relative_to(ROOT).with_suffix("").parts)


def gevoelige_modules() -> set[str]:
    return {
        naam_van(pad)
        for pad in python()
        if not {"tests", "testing"} & set(pad.parts)
        and pad.parent != ROOT
        and IN_EEN_MODULE.search(pad.read_text("utf-8"))
    }


def waarom(pad: Path, boom: ast.Module, gevoelig: set[str]) -> str:
    """What in this test file touches the database itself; empty when nothing does."""
    if gevonden := IN_EEN_TEST.search(pad.read_text("utf-8")):
        return gevonden[0]
    if EIGEN_KAMER not in str(pad):
        gevoelig = gevoelig - {OVERAL}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.ImportFrom) and (knoop.module or "").partition(".")[0] in _EIGEN:
            module = importlib.import_module(knoop.module)
            for alias in knoop.names:
                if {knoop.module, getattr(getattr(module, alias.name, None), "__module__", "")} & gevoelig:
                    return f"{knoop.module}.{alias.name}"
    return ""


def merken(boom: ast.Module) -> set[str]:
    """The marks of the whole file."""
    return {
        knoop.attr
        for zin in boom.body
        if isinstance(zin, ast.Assign) and any(isinstance(d, ast.Name) and d.id == "pytestmark" for d in zin.targets)
        for knoop in ast.walk(zin.value)
        if isinstance(knoop, ast.Attribute)
    }


# A file that never asks PostgreSQL anything although it looks so, or of which one test carries the mark; with the reason.
UITZONDERING = re.compile(r"^# zonder merk databank: \S+", re.MULTILINE)
_EIGEN = {pad.name for pad in ROOT.iterdir() if (pad / "__init__.py").exists()}
TESTS = [pad for pad in python() if pad.name.startswith("test_")]


def test_wat_de_databank_zelf_raakt_draagt_het_merk():
    gevoelig = gevoelige_modules()
    fout = []
    for pad in TESTS:
        boom = ast.parse(pad.read_text("utf-8"))
        # A browser sees the same on both; what it saves is tested without a browser too.
        zonder = merken(boom) & {"databank", "browser"} or UITZONDERING.search(pad.read_text("utf-8"))
        if not zonder and (reden := waarom(pad, boom, gevoelig)):
            fout.append(f"{pad.relative_to(ROOT)}: {reden}")
    assert not fout, "Zet `pytestmark = pytest.mark.databank` in:\n" + "\n".join(fout)


@pytest.mark.parametrize(
    ("bron", "reden"),
    [
        ("@pytest.mark.django_db(transaction=True)\ndef test_a(): ...", "transaction=True"),
        ("from ocmw.termijnen.sweep import markeer", "ocmw.termijnen.sweep.markeer"),
        ("from clienten.enums import Stap", ""),
    ],
)
def test_de_bewaker_ziet_het(tmp_path, bron, reden):
    pad = tmp_path / "test_proef.py"
    pad.write_text(bron, "utf-8")
    assert waarom(pad, ast.parse(bron), gevoelige_modules()) == reden
