"""Is this file what it says, and harmless? One question per uploaded file, answered by looking inside.

`keur_bestand` gives back what may be stored, or raises Geweigerd with a sentence the user can act on. Images are always
encoded again: what was hidden in the file (position, scripts) stays behind.
"""

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

import puremagic

from clienten.bestandsoorten import afbeelding, kantoor, pdf, tekst
from ocmw.ui.weigering import Geweigerd, weiger_als

MEGABYTE = 1024 * 1024
TOEGELATEN = "pdf, jpg, png, docx, xlsx, odt of txt"
Keurder = Callable[[bytes], bytes]

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SOORTEN: dict[str, tuple[str, Keurder]] = {
    "pdf": ("application/pdf", pdf.keur),
    "jpg": ("image/jpeg", afbeelding.keur_jpeg),
    "png": ("image/png", afbeelding.keur_png),
    "docx": (_DOCX, kantoor.keur_docx),
    "xlsx": (_XLSX, kantoor.keur_xlsx),
    "odt": ("application/vnd.oasis.opendocument.text", kantoor.keur_odt),
    "txt": ("text/plain; charset=utf-8", tekst.keur),
}
GELIJK = {"jpeg": "jpg", "jpe": "jpg", "text": "txt"}
# Content that says by itself what it is; anything else must be proven by its own checker.
_ZELFDE_INHOUD = {"pdf": {".pdf", ".ai"}, "jpg": {".jpg", ".jpeg", ".jpe", ".jfif"}, "png": {".png"}}
_ACTIEF = {
    "app", "bat", "cmd", "com", "cpl", "docm", "exe", "hta", "htm", "html", "jar", "js", "jse", "lnk", "msi", "php", "ps1",
    "scr", "sh", "svg", "swf", "vbe", "vbs", "wsf", "xhtml", "xlsm", "xml",
}  # fmt: skip
# The test file every virus scanner knows; a real scanner takes the place of `virus_in`.
_EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


@dataclass(frozen=True)
class Gekeurd:
    """What may be stored. `naam` is for the download only, never for the disk."""

    inhoud: bytes
    naam: str
    mime: str
    sha256: str

    @property
    def grootte(self) -> int:
        return len(self.inhoud)


def keur_bestand(naam: str, inhoud: bytes, *, max_megabyte: int) -> Gekeurd:
    """Raises Geweigerd when this file may not be stored; says why and what to do."""
    weiger_als(weigering_voor_grootte(len(inhoud), max_megabyte=max_megabyte))
    soort = _soort(naam)
    if virus_in(inhoud):
        raise Geweigerd("In dit bestand zit een virus. Het is niet bewaard. Verwittig je informaticadienst.")
    mime, keurder = SOORTEN[soort]
    _inhoud_past(soort, inhoud)
    schoon = keurder(inhoud)
    stam = PurePosixPath(naam).stem[:100].strip(" .") or "document"
    return Gekeurd(schoon, f"{stam}.{soort}", mime, hashlib.sha256(schoon).hexdigest())


def weigering_voor_grootte(grootte: int, *, max_megabyte: int) -> str:
    """Asked before the file is read, and again after."""
    if grootte == 0:
        return "Dit bestand is leeg."
    if grootte > max_megabyte * MEGABYTE:
        return f"Dit bestand is {-(-grootte // MEGABYTE)} MB. Het mag hooguit {max_megabyte} MB zijn."
    return ""


def virus_in(inhoud: bytes) -> bool:
    """The step a virus scanner replaces; compressed parts are looked at by the checker of their kind."""
    return _EICAR in inhoud or any(_EICAR in deel for deel in _uitgepakt(inhoud))


def _uitgepakt(inhoud: bytes) -> list[bytes]:
    if not inhoud.startswith(b"PK"):
        return []
    try:
        return kantoor.delen(inhoud)
    except (Geweigerd, *kantoor.KAPOT):
        return []  # the checker of this kind refuses it with a better sentence


def _soort(naam: str) -> str:
    if _vreemde_naam(naam):
        raise Geweigerd("De naam van dit bestand bevat tekens die niet mogen. Geef het een gewone naam.")
    delen = [deel.strip() for deel in naam.lower().split(".")]
    if any(deel in _ACTIEF for deel in delen[1:-1]):
        raise Geweigerd("Dit bestand heeft twee extensies. Dat is een bekende truc om een programma te verstoppen.")
    achteraan = delen[-1] if len(delen) > 1 else ""
    soort = GELIJK.get(achteraan, achteraan)
    if soort not in SOORTEN:
        raise Geweigerd(f"Dit soort bestand bewaren we niet. Bewaar het als {TOEGELATEN}.")
    return soort


def _vreemde_naam(naam: str) -> bool:
    """Path parts, control characters, and characters that turn the reading direction around."""
    if not naam.strip() or re.search(r"[/\\:]|\.\.", naam):
        return True
    return any(unicodedata.category(teken) in {"Cc", "Cf", "Cs", "Co"} for teken in naam)


def _inhoud_past(soort: str, inhoud: bytes) -> None:
    """The first bytes decide, not the name; and one file is one kind."""
    verwacht = _ZELFDE_INHOUD.get(soort)
    if verwacht and not verwacht & _herkend(inhoud):
        raise Geweigerd(f"De inhoud van dit bestand is geen {soort}. Klopt de extensie in de naam?")
    if verwacht and zipfile.is_zipfile(io.BytesIO(inhoud)):
        raise Geweigerd("In dit bestand zit nog een ander bestand verstopt. Bewaar het opnieuw vanuit je programma.")


def _herkend(inhoud: bytes) -> set[str]:
    try:
        return {treffer.extension for treffer in puremagic.magic_string(inhoud[:4096])}
    except puremagic.PureError:
        return set()
