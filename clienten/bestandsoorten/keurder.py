"""Which checker looks into which kind of file. Runs in the child process of `clienten.bestanden`, so nothing here knows Django."""

import importlib
import io
import zipfile
from collections.abc import Callable
from typing import Any

from clienten.bestandsoorten.schoon import Schoon, keur_virus
from ocmw.ui.weigering import Geweigerd

# By name: each kind loads its own libraries, and only those. They are most of what an upload costs.
KEURDERS = {
    "pdf": "pdf:keur",
    "jpg": "afbeelding:keur_jpeg",
    "png": "afbeelding:keur_png",
    "docx": "kantoor:keur_docx",
    "xlsx": "kantoor:keur_xlsx",
    "odt": "odt:keur_odt",
    "txt": "tekst:keur",
}
_MET_STAART = {"pdf", "jpg", "png"}


def keur(soort: str, inhoud: bytes) -> Schoon:
    """Raises Geweigerd when the content is not of this kind, or not harmless."""
    return _keur(_keurder_van(soort), soort, inhoud)


def _keurder_van(soort: str) -> Callable[[bytes], Schoon]:
    module, _, naam = KEURDERS[soort].partition(":")
    keurder_: Callable[[bytes], Schoon] = getattr(importlib.import_module(f"clienten.bestandsoorten.{module}"), naam)
    return keurder_


def _keur(van_soort: Callable[[bytes], Schoon], soort: str, inhoud: bytes) -> Schoon:
    keur_virus(inhoud)
    if soort in _MET_STAART and zipfile.is_zipfile(io.BytesIO(inhoud)):
        raise Geweigerd("In dit bestand zit nog een ander bestand verstopt. Bewaar het opnieuw vanuit je programma.")
    return van_soort(inhoud)


def keurder(soort: str) -> Callable[[bytes], tuple[Any, bytes]]:
    """The work of the child: what was taken out, and the bytes to store."""
    van_soort = _keurder_van(soort)

    def werk(inhoud: bytes) -> tuple[Any, bytes]:
        schoon = _keur(van_soort, soort, inhoud)
        return list(schoon.weggelaten), schoon.inhoud

    return werk
