"""What a newcomer reads first is true: every command it names exists, and every command of ours is named."""

import json
import os
import re
from collections import Counter
from pathlib import Path
from pkgutil import resolve_name

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands

from ocmw.regels.sleutels import SLEUTELS
from ocmw.werkruimte.beheer.regelblad import regelblad

GIDSEN = ["README.md", "docs/beheer.md"]


def eigen_opdrachten() -> set[str]:
    eigen = {
        config.name
        for config in apps.get_app_configs()
        if config.path.startswith(str(settings.BASE_DIR)) and ".venv" not in config.path
    }
    return {naam for naam, app in get_commands().items() if app in eigen}


def genoemd(tekst: str) -> set[str]:
    return set(re.findall(r"\bbin/manage ([a-z_]+)", tekst))


def lees(naam: str) -> str:
    return (settings.BASE_DIR / naam).read_text(encoding="utf-8")


def test_de_leesmij_noemt_elke_eigen_opdracht_en_geen_andere():
    assert {"demo", "reken"} <= eigen_opdrachten()
    assert genoemd(lees("README.md")) == eigen_opdrachten()


def test_beheer_noemt_elke_eigen_opdracht_en_geen_die_niet_bestaat():
    beheer = genoemd(lees("docs/beheer.md"))
    assert not eigen_opdrachten() - beheer
    assert not beheer - set(get_commands())


def test_wat_er_staat_werkt_zoals_het_er_staat():
    """`manage.py` alone runs in a Python without Django: the environment is in .venv, and bin/manage finds it."""
    gidsen = {pad: pad.read_text(encoding="utf-8") for pad in (settings.BASE_DIR / "docs").rglob("*.md")}
    gidsen[settings.BASE_DIR / "README.md"] = lees("README.md")
    assert len(gidsen) > 5
    assert not [pad.name for pad, tekst in gidsen.items() if re.search(r"\bmanage\.py [a-z_]+", tekst)]


@pytest.mark.parametrize("naam", GIDSEN)
def test_elk_woord_van_bin_dat_genoemd_wordt_bestaat(naam):
    bestaat = {pad.name for pad in (settings.BASE_DIR / "bin").iterdir() if os.access(pad, os.X_OK) and pad.is_file()}
    woorden = set(re.findall(r"(?<![\w/])bin/([a-z]+)", lees(naam)))
    assert {"start", "test", "manage"} <= woorden <= bestaat


def test_elk_woord_van_bin_staat_in_beheer():
    bestaat = {pad.name for pad in (settings.BASE_DIR / "bin").iterdir() if re.fullmatch("[a-z]+", pad.name)}
    assert "check" in bestaat
    assert bestaat <= set(re.findall(r"(?<![\w/])bin/([a-z]+)", lees("docs/beheer.md")))


def test_de_licentie_is_overal_dezelfde():
    """EUPL-1.2, with all its articles and its appendix."""
    tekst = lees("LICENSE")
    assert re.findall(r"^(\d+)\.[A-Z]", tekst, re.MULTILINE) == [str(n) for n in range(1, 16)]
    assert "Appendix" in tekst
    assert json.loads(lees("package.json"))["license"] == "EUPL-1.2"
    assert json.loads(lees("package-lock.json"))["packages"][""]["license"] == "EUPL-1.2"
    assert "EUPL-1.2" in lees("README.md")


def bestaat_in_de_code(naam: str) -> bool:
    """A dotted name of begrippen.md: a module, something in one, a model by the label of its app, or the key of a rule."""
    if naam in SLEUTELS or naam.endswith(".py"):
        return True
    label, _, rest = naam.partition(".")
    huizen = {config.label: config.name for config in apps.get_app_configs()}
    namen = {naam, *([f"{huizen[label]}.{rest}", f"{huizen[label]}.models.{rest}"] if label in huizen else [])}
    return any(_oplosbaar(een) for een in namen)


def _oplosbaar(naam: str) -> bool:
    try:
        resolve_name(naam)
    except (ImportError, AttributeError):
        return False
    return True


def begrippen(tekst: str) -> list[str]:
    """The terms of the table, each by itself: a row may name two words for one meaning."""
    rijen = re.findall(r"^\| ([^|]+?) \|", tekst, re.MULTILINE)
    return [term.strip() for rij in rijen for term in rij.split(",")]


def dubbele(termen: list[str]) -> list[str]:
    return sorted(term for term, aantal in Counter(termen).items() if aantal > 1)


def test_elk_begrip_heeft_een_betekenis():
    """A homonym is a bug as much as a synonym: the same word may not stand in two rows."""
    assert not dubbele(begrippen(lees("docs/begrippen.md")))


def test_een_begrip_met_twee_betekenissen_valt_op():
    assert dubbele(begrippen("| voorstel | a | `x` |\n| band, voorstel | b | `y` |\n")) == ["voorstel"]


def test_elke_naam_in_de_begrippen_bestaat():
    """A room that moves takes its words along."""
    namen = set(re.findall(r"`([a-z_]+\.[\w.]+)`", lees("docs/begrippen.md")))
    assert len(namen) > 80
    assert not [naam for naam in sorted(namen) if not bestaat_in_de_code(naam)]
    assert not bestaat_in_de_code("nazorg.Werkervaring")


# --- the rooms ----------------------------------------------------------------------------------
def kamers_met_rijen() -> dict[str, str]:
    """Every app of ours that owns a table, and its README."""
    kamers = {}
    for config in apps.get_app_configs():
        eigen = config.path.startswith(str(settings.BASE_DIR)) and ".venv" not in config.path
        if eigen and any(True for _ in config.get_models()):
            leesmij = Path(config.path, "README.md")
            kamers[config.name] = leesmij.read_text(encoding="utf-8") if leesmij.exists() else ""
    return kamers


@pytest.mark.parametrize("kamer", sorted(kamers_met_rijen()))
def test_een_kamer_met_rijen_zegt_in_tien_regels_welke(kamer):
    """Which rows, who writes them, what to know first: every model by name, and no page that nobody reads to the end."""
    leesmij = kamers_met_rijen()[kamer]
    modellen = [model.__name__ for model in apps.get_containing_app_config(f"{kamer}.x").get_models()]
    assert [naam for naam in modellen if f"`{naam}`" not in leesmij] == []
    assert len(leesmij.splitlines()) <= 25


def test_het_blad_met_regels_volgt_de_code():
    assert lees("docs/regels.md") == regelblad(), "Maak het opnieuw: bin/manage schrijf_regels"
