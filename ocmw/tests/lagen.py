"""The order of the house, read from the one place where it stands: the contracts of import-linter in pyproject.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(settings.BASE_DIR)
Rang = tuple[int, ...]


@cache
def lagen() -> dict[str, Rang]:
    """Package -> its floor: higher numbers know lower ones. A nested room stands on the floor of its house, then on its own."""
    contracten = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    rangen: dict[str, Rang] = {}
    # First the contract of the whole house, then those of the rooms inside one package.
    for contract in sorted(
        (c for c in contracten if len(c.get("containers", [])) < 2), key=lambda c: "containers" in c
    ):
        houder = "".join(f"{naam}." for naam in contract.get("containers", []))
        boven = rangen.get(houder.rstrip("."), ())
        for hoogte, laag in enumerate(reversed(contract["layers"])):
            for naam in re.split(r"[|:]", laag):
                if "(" not in naam:  # (views) and such are layers inside a room
                    rangen[houder + naam.strip()] = (*boven, hoogte)
    return rangen


def kamer_van(module: str) -> str:
    """The room a dotted name lies in: the longest package that has a floor; empty for what is not ours."""
    delen = module.split(".")
    namen = (".".join(delen[:n]) for n in range(len(delen), 0, -1))
    return next((naam for naam in namen if naam in lagen()), "")


def ligt_boven(ander: str, eigen: str) -> bool:
    """Does the room `ander` stand above the room `eigen`? Rooms on one floor stand beside each other: neither is above.

    The core of a house (tewerkstelling) is below every room in it."""
    hoog, laag = lagen()[ander], lagen()[eigen]
    if hoog[: len(laag)] == laag:
        return len(hoog) > len(laag)
    return hoog > laag


@dataclass(frozen=True)
class Wijzer:
    """A name in one room that belongs to a room above it."""

    bestand: str
    naam: str
    kamer: str

    def __str__(self) -> str:
        return f"{self.bestand}: {self.naam} ({self.kamer})"


@cache
def kamer_per_naamruimte() -> dict[str, str]:
    """URL namespace -> the room whose views it names."""
    gevonden: dict[str, str] = {}

    def loop(resolver: URLResolver, ruimte: str) -> None:
        for deel in resolver.url_patterns:
            if isinstance(deel, URLResolver):
                loop(deel, deel.namespace or ruimte)
            elif isinstance(deel, URLPattern) and ruimte and ruimte not in gevonden:
                gevonden[ruimte] = kamer_van(deel.callback.__module__)

    loop(get_resolver(), "")
    return {ruimte: kamer for ruimte, kamer in gevonden.items() if kamer}


@cache
def kamer_per_templatemap() -> dict[str, str]:
    """The folder of templates carries the label of its app; components and the frame belong to ui."""
    eigen = {config.label: kamer_van(config.name) for config in apps.get_app_configs()}
    return {label: kamer for label, kamer in eigen.items() if kamer} | {"components": "ocmw.ui"}


def kamer_van_bestand(pad: Path) -> str:
    """The room of a module or of a template."""
    delen = pad.relative_to(ROOT).with_suffix("").parts
    if delen[0] == "templates":
        return kamer_per_templatemap().get(delen[1], "ocmw.ui" if len(delen) == 2 else "")
    return kamer_van(".".join(delen))


URLNAAM = re.compile(r"""["']([a-z_]+):[a-z0-9_]+["']""")
TEMPLATE = re.compile(r"""["']([a-z_]+)/[\w/.-]+\.(?:html|txt)["'#]""")
LADING = re.compile(r"{%\s*load\s+([\w ]+?)\s*%}")
MODULE = re.compile(r"""["']((?:ocmw|clienten|trajecten|tewerkstelling|nazorg)\.[\w.]+)["']""")


@cache
def kamer_per_bibliotheek() -> dict[str, str]:
    """Template tag library -> its room."""
    gevonden = {}
    for config in apps.get_app_configs():
        for bestand in Path(config.path, "templatetags").glob("*.py"):
            if kamer := kamer_van(config.name):
                gevonden[bestand.stem] = kamer
    return gevonden


def wijzers_omhoog(pad: Path, tekst: str) -> list[Wijzer]:
    """Every URL name, template, tag library and dotted name in this file that belongs to a room above its own."""
    eigen = kamer_van_bestand(pad)
    if not eigen:
        return []
    namen = [(f"{ruimte}:", kamer_per_naamruimte().get(ruimte, "")) for ruimte in URLNAAM.findall(tekst)]
    namen += [(f"{map_}/", kamer_per_templatemap().get(map_, "")) for map_ in TEMPLATE.findall(tekst)]
    if pad.suffix == ".html":
        ladingen = [naam for groep in LADING.findall(tekst) for naam in groep.split()]
        namen += [(f"load {naam}", kamer_per_bibliotheek().get(naam, "")) for naam in ladingen]
    namen += [(module, kamer_van(module)) for module in MODULE.findall(tekst)]
    bestand = str(pad.relative_to(ROOT))
    return [Wijzer(bestand, naam, kamer) for naam, kamer in namen if kamer and ligt_boven(kamer, eigen)]
