"""What is installed is written down, down to the last package that comes along: nothing floats."""

import re
from functools import cache
from importlib.metadata import requires

import pytest
from django.conf import settings
from packaging.markers import default_environment
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

LIJSTEN = {"requirements.txt": "requirements.lock", "requirements-dev.txt": "requirements-dev.lock"}
PYTHONS = ["3.11.0", "3.11.9", "3.12.0", "3.13.0"]
MACHINES = [("linux", "x86_64"), ("linux", "aarch64"), ("darwin", "arm64")]


def lees(naam: str) -> str:
    return (settings.BASE_DIR / naam).read_text(encoding="utf-8")


def gekozen(tekst: str) -> list[str]:
    """The lines of a list without what explains them and without the line that takes the other list along."""
    regels = (regel.partition("#")[0].strip() for regel in tekst.splitlines())
    return [regel for regel in regels if regel and regel != "-r requirements.txt"]


def is_vast(regel: str) -> bool:
    try:
        eis = Requirement(regel)
    except InvalidRequirement:
        return False
    grenzen = list(eis.specifier)
    return len(grenzen) == 1 and grenzen[0].operator == "==" and "*" not in grenzen[0].version and not eis.url


def uit_slot(tekst: str) -> dict[str, tuple[Requirement, int]]:
    """Each package in a lock with how many hashes it has; every line must be of the shape that pip checks."""
    uit = {}
    zonder_uitleg = "\n".join(regel for regel in tekst.splitlines() if not regel.lstrip().startswith("#"))
    for stuk in re.split(r"\n(?=\S)", zonder_uitleg):
        kop, *hashes = stuk.strip().split(" \\\n")
        assert all(re.fullmatch(r"\s+--hash=sha256:[0-9a-f]{64}", regel) for regel in hashes), stuk
        assert is_vast(kop), kop
        eis = Requirement(kop)
        uit[canonicalize_name(eis.name)] = (eis, len(hashes))
    return uit


@cache
def slot(naam: str) -> dict[str, tuple[Requirement, int]]:
    return uit_slot(lees(naam))


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_wat_we_kozen_staat_met_diezelfde_versie_in_het_slot(lijst):
    regels = gekozen(lees(lijst))
    assert len(regels) > 10
    assert not [regel for regel in regels if not is_vast(regel)]
    for eis in map(Requirement, regels):
        vastgelegd, _ = slot(LIJSTEN[lijst])[canonicalize_name(eis.name)]
        assert vastgelegd.specifier == eis.specifier, f"{eis}: draai bin/lock"


@pytest.mark.parametrize("naam", LIJSTEN.values())
def test_elk_pakket_in_een_slot_heeft_een_hash(naam):
    assert not [pakket for pakket, (_, hashes) in slot(naam).items() if not hashes]


def test_een_pakket_staat_in_een_slot():
    """Two places for one version would one day disagree."""
    assert not slot("requirements.lock").keys() & slot("requirements-dev.lock").keys()


@pytest.mark.parametrize("naam", LIJSTEN.values())
def test_een_slot_noemt_geen_adres_en_geen_map(naam):
    assert not re.findall(r"\S*(?:://|--(?!hash=)\w|(?<![\w.-])/\w)\S*", lees(naam))


def nodig(lijst: str, python: str, systeem: str, machine: str) -> tuple[dict[str, str], dict[str, str]]:
    """Everything the packages of a list ask for on such a machine, and the environment to ask it in."""
    omgeving = {
        **default_environment(), "python_version": python.rpartition(".")[0], "python_full_version": python,
        "sys_platform": systeem, "platform_machine": machine, "platform_system": systeem.capitalize(),
    }  # fmt: skip
    rij = [(Requirement(regel), lijst) for regel in gekozen(lees(lijst))]
    gezien: set[tuple[str, frozenset[str]]] = set()
    wie: dict[str, str] = {}
    while rij:
        eis, van = rij.pop()
        naam = canonicalize_name(eis.name)
        if (naam, frozenset(eis.extras)) in gezien:
            continue
        gezien.add((naam, frozenset(eis.extras)))
        wie.setdefault(naam, van)
        if naam not in HIER:
            continue
        for tekst in requires(naam) or []:
            verder = Requirement(tekst)
            if verder.marker is None or any(
                verder.marker.evaluate({**omgeving, "extra": e}) for e in ("", *eis.extras)
            ):
                rij.append((verder, naam))
    return wie, omgeving


def _hier() -> set[str]:
    """The packages of the locks that this Python has; the others are for another one, and small."""
    alle = {**slot("requirements.lock"), **slot("requirements-dev.lock")}
    return {naam for naam, (eis, _) in alle.items() if eis.marker is None or eis.marker.evaluate()}


HIER = _hier()


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(("systeem", "machine"), MACHINES)
@pytest.mark.parametrize("lijst", LIJSTEN)
def test_alles_wat_meekomt_staat_in_het_slot(lijst, python, systeem, machine):
    """Walks what the installed packages ask for, as on another Python and another machine."""
    alle = dict(slot("requirements.lock"))
    if lijst == "requirements-dev.txt":
        alle |= slot("requirements-dev.lock")
    wie, omgeving = nodig(lijst, python, systeem, machine)
    zonder = {
        naam: van
        for naam, van in wie.items()
        if naam not in alle or (alle[naam][0].marker and not alle[naam][0].marker.evaluate(omgeving))
    }
    assert not zonder, "draai bin/lock"
    assert len(wie) > len(gekozen(lees(lijst)))


# --- negative controls --------------------------------------------------------------------------
@pytest.mark.parametrize(
    "regel", ["django", "django>=5", "django==5.*", "django==5.2,<6", "django @ https://x.example/d.zip"]
)
def test_een_versie_die_niet_vaststaat_valt_op(regel):
    assert not is_vast(regel)


def test_een_pakket_zonder_hash_valt_op():
    assert uit_slot(f"a==1 \\\n    --hash=sha256:{'0' * 64}\n    # via b\nb==2\n")["b"][1] == 0


@pytest.mark.parametrize("regel", ["--index-url https://x.example", "b>=2", "-e ."])
def test_een_vreemde_regel_in_een_slot_valt_op(regel):
    with pytest.raises(AssertionError):
        uit_slot(f"a==1 \\\n    --hash=sha256:{'0' * 64}\n{regel}\n")
