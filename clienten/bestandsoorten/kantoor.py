"""Word and Excel files: refused when something in them runs, embeds or fetches; otherwise a copy of what we understood."""

import io

from clienten.bestandsoorten import ooxml_lijst as lijst
from clienten.bestandsoorten.actief import Actieflezer, Tekeninglezer, doorlees
from clienten.bestandsoorten.ooxml import TYPES, Pakket, Schoonmaak
from clienten.bestandsoorten.schoon import Schoon, keur_virus
from clienten.bestandsoorten.zipbestand import Zipgrens, open_zip, pak_uit
from ocmw.ui.weigering import Geweigerd

GRENS = Zipgrens(delen=2_000, uitgepakt=60 * 1024 * 1024, raad="Bewaar het als pdf en probeer nog eens.")
OLE = b"\xd0\xcf\x11\xe0"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def keur_docx(inhoud: bytes) -> Schoon:
    return _keur(inhoud, _DOCX, "Word-document")


def keur_xlsx(inhoud: bytes) -> Schoon:
    return _keur(inhoud, _XLSX, "Excel-bestand")


def lees_zip(inhoud: bytes, wat: str) -> dict[str, bytes]:
    """The parts of a file that must be a zip; refuses an old format and what is no zip at all."""
    if inhoud.startswith(OLE):
        raise GRENS.weigering("Dit bestand is beveiligd met een wachtwoord, of een oud formaat.")
    if not inhoud.startswith(b"PK\x03\x04"):
        raise _geen(wat)
    with open_zip(io.BytesIO(inhoud), GRENS) as archief:
        delen = pak_uit(archief, GRENS)
    for deel in delen.values():
        keur_virus(deel)
    return delen


def _geen(wat: str) -> Geweigerd:
    return Geweigerd(f"De inhoud van dit bestand is geen {wat}. Klopt de extensie in de naam?")


def _keur(inhoud: bytes, hoofdtype: str, wat: str) -> Schoon:
    delen = lees_zip(inhoud, wat)
    if TYPES not in delen:
        raise _geen(wat)
    schoonmaak = Schoonmaak(Pakket(delen, GRENS))
    soorten = set()
    for naam, soort in schoonmaak.loop():
        soorten.add(soort)
        _lees_deel(schoonmaak.bewaard[naam], soort)
    if hoofdtype not in soorten:
        raise _geen(wat)
    return Schoon(schoonmaak.als_bestand(), tuple(schoonmaak.weggelaten))


def _lees_deel(inhoud: bytes, soort: str) -> None:
    if soort == "image/svg+xml":
        doorlees(inhoud, Tekeninglezer(), GRENS)
    elif soort.endswith(".vmldrawing"):
        # Excel writes an unclosed <br> in the text of a drawing, and reads it back.
        doorlees(inhoud.replace(b"<br>", b"<br/>"), Actieflezer(), GRENS)
    elif soort.endswith("xml"):
        doorlees(inhoud, Actieflezer(), GRENS)
    elif soort.startswith("image/") and inhoud.startswith((b"MZ", b"PK\x03\x04", OLE, b"\x7fELF")):
        raise Geweigerd(str(lijst.INGESLOTEN))
