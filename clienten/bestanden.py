"""Is this file what it says, and harmless? One question per uploaded file, answered by looking inside.

`keur_bestand` gives back what may be stored, or raises Geweigerd with a sentence the user can act on. Images are always
encoded again, office files written again: what was hidden in the file (position, scripts) stays behind.

Here only the name and the size are looked at. Everything that looks inside is in `clienten.bestandsoorten` and runs in a
child process with limits: a file made to be slow or huge costs its own upload, never the site.
"""

import hashlib
import logging
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from clienten.fotozinnen import HEIC
from ocmw.kindproces.starten import Grenzen, KindMislukt, Waarom, in_kind
from ocmw.ui.weigering import Geweigerd, weiger_als

logger = logging.getLogger(__name__)

MEGABYTE = 1024 * 1024
TOEGELATEN = "pdf, jpg, png, docx, xlsx, odt of txt"
# 48 million points of a phone fit in 512 MB; the slowest good file (an Excel of 60 MB unpacked) needs about half the time.
GRENZEN = Grenzen(seconden=20, megabyte=512)
WERK = "clienten.bestandsoorten.keurder:keurder"
MISLUKT = {
    Waarom.TIJD: "Dit bestand nakijken duurt te lang. Bewaar het als pdf, of maak het kleiner, en probeer nog eens.",
    Waarom.GEHEUGEN: "Dit bestand is te groot of te ingewikkeld om na te kijken. Maak het kleiner of bewaar het als pdf.",
    Waarom.KAPOT: "Dit bestand kunnen we niet nakijken: het is beschadigd of vreemd gemaakt. Bewaar het opnieuw of als pdf.",
    Waarom.DRUK: "Er worden op dit moment veel bestanden nagekeken. Probeer het over een minuut opnieuw.",
}

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SOORTEN = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "docx": _DOCX,
    "xlsx": _XLSX,
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain; charset=utf-8",
}
GELIJK = {"jpeg": "jpg", "jpe": "jpg", "text": "txt"}
# Without "com" and "app": "mail jan@firma.com.pdf" is what a mail program makes.
_ACTIEF = {
    "bat", "cmd", "cpl", "docm", "exe", "hta", "htm", "html", "jar", "js", "jse", "lnk", "msi", "php", "ps1",
    "scr", "sh", "svg", "swf", "vbe", "vbs", "wsf", "xhtml", "xlsm", "xml",
}  # fmt: skip


@dataclass(frozen=True)
class Gekeurd:
    """What may be stored. `naam` is for the download only, never for the disk; `weggelaten` is what we took out."""

    inhoud: bytes
    naam: str
    mime: str
    sha256: str
    weggelaten: tuple[str, ...] = ()

    @property
    def grootte(self) -> int:
        return len(self.inhoud)


def keur_bestand(naam: str, inhoud: bytes, *, max_megabyte: int) -> Gekeurd:
    """Raises Geweigerd when this file may not be stored; says why and what to do."""
    weiger_als(weigering_voor_grootte(len(inhoud), max_megabyte=max_megabyte))
    soort = _soort(naam)
    weggelaten, schoon = _kijk_erin(soort, inhoud)
    stam = PurePosixPath(naam).stem[:100].strip(" .") or "document"
    return Gekeurd(schoon, f"{stam}.{soort}", SOORTEN[soort], hashlib.sha256(schoon).hexdigest(), tuple(weggelaten))


def _kijk_erin(soort: str, inhoud: bytes) -> tuple[list[str], bytes]:
    try:
        return in_kind(WERK, inhoud, gegevens={"soort": soort}, grenzen=GRENZEN)
    except KindMislukt as fout:
        logger.warning("nakijken mislukt: soort=%s grootte=%d waarom=%s", soort, len(inhoud), fout)
        raise Geweigerd(MISLUKT[fout.waarom]) from fout


def weigering_voor_grootte(grootte: int, *, max_megabyte: int) -> str:
    """Asked before the file is read, and again after."""
    if grootte == 0:
        return "Dit bestand is leeg."
    if grootte > max_megabyte * MEGABYTE:
        return f"Dit bestand is {-(-grootte // MEGABYTE)} MB. Het mag hooguit {max_megabyte} MB zijn."
    return ""


def _soort(naam: str) -> str:
    if _vreemde_naam(naam):
        raise Geweigerd("De naam van dit bestand bevat tekens die niet mogen. Geef het een gewone naam.")
    delen = [deel.strip() for deel in naam.lower().split(".")]
    if any(deel in _ACTIEF for deel in delen[1:-1]):
        raise Geweigerd("Dit bestand heeft twee extensies. Dat is een bekende truc om een programma te verstoppen.")
    achteraan = delen[-1] if len(delen) > 1 else ""
    soort = GELIJK.get(achteraan, achteraan)
    if achteraan in {"heic", "heif"}:
        raise Geweigerd(HEIC)
    if soort not in SOORTEN:
        raise Geweigerd(f"Dit soort bestand bewaren we niet. Bewaar het als {TOEGELATEN}.")
    return soort


def _vreemde_naam(naam: str) -> bool:
    """Path parts, control characters, and characters that turn the reading direction around."""
    if not naam.strip() or re.search(r"[/\\:]|\.\.", naam):
        return True
    return any(unicodedata.category(teken) in {"Cc", "Cf", "Cs", "Co"} for teken in naam)
