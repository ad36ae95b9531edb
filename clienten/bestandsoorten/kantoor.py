"""Word, Excel and OpenDocument files: zip files, so a small one can hide a huge or an active one."""

import io
import lzma
import re
import struct
import zipfile
import zlib

from ocmw.ui.weigering import Geweigerd

# What reading a damaged or crafted zip file may raise, besides its own exception.
KAPOT = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
MAX_DELEN = 2_000
MAX_UITGEPAKT = 60 * 1024 * 1024
_BLOK = 64 * 1024
_MACRO = re.compile(r"vbaproject|vbadata|macrosheets/|activex/|(^|/)basic/|(^|/)scripts/", re.IGNORECASE)
_INGESLOTEN = re.compile(
    r"(^|/)(embeddings|objectreplacements)/|oleobject|\.(exe|dll|js|vbs|bat|cmd|ps1|hta)$", re.IGNORECASE
)
_MACROTYPE = re.compile(rb"macroenabled|vnd\.ms-office\.vbaproject", re.IGNORECASE)
_VAN_BUITEN = re.compile(
    rb"<relationship\b(?=[^>]*targetmode=\"external\")(?=[^>]*/(attachedtemplate|oleobject|frame|subdocument|externallink))",
    re.IGNORECASE,
)
_DDE = re.compile(rb"\bDDE(AUTO)?\b")
_OPNIEUW = "Bewaar het als pdf en probeer nog eens."


def keur_docx(inhoud: bytes) -> bytes:
    return _keur(inhoud, {"[Content_Types].xml", "word/document.xml"}, "Word-document")


def keur_xlsx(inhoud: bytes) -> bytes:
    return _keur(inhoud, {"[Content_Types].xml", "xl/workbook.xml"}, "Excel-bestand")


def keur_odt(inhoud: bytes) -> bytes:
    return _keur(inhoud, {"mimetype", "content.xml", "META-INF/manifest.xml"}, "OpenDocument-tekst")


def delen(inhoud: bytes) -> list[bytes]:
    """Every part unpacked, with a ceiling that holds whatever the file says about itself."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        return [deel for _, deel in _lees(archief)]


def _keur(inhoud: bytes, nodig: set[str], wat: str) -> bytes:
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise Geweigerd(f"Dit bestand is beveiligd met een wachtwoord, of een oud formaat. {_OPNIEUW}")
    if not inhoud.startswith(b"PK\x03\x04"):
        raise Geweigerd(f"De inhoud van dit bestand is geen {wat}. Klopt de extensie in de naam?")
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            namen = set(archief.namelist())
            if not nodig <= namen:
                raise Geweigerd(f"De inhoud van dit bestand is geen {wat}. Klopt de extensie in de naam?")
            for naam, deel in _lees(archief):
                _keur_deel(naam, deel)
    except KAPOT as fout:
        raise Geweigerd(f"Dit bestand is beschadigd of beveiligd. {_OPNIEUW}") from fout
    return inhoud


def _lees(archief: zipfile.ZipFile) -> list[tuple[str, bytes]]:
    infos = archief.infolist()
    if len(infos) > MAX_DELEN or sum(info.file_size for info in infos) > MAX_UITGEPAKT:
        raise Geweigerd(f"Dit bestand wordt uitgepakt veel te groot. {_OPNIEUW}")
    if any(info.flag_bits & 0x1 for info in infos):
        raise Geweigerd(f"Dit bestand is beveiligd met een wachtwoord. {_OPNIEUW}")
    over, gelezen = MAX_UITGEPAKT, []
    for info in infos:
        if info.filename.startswith(("/", "\\")) or ".." in info.filename.replace("\\", "/").split("/"):
            raise Geweigerd(f"Dit bestand is niet zoals een gewoon programma het maakt. {_OPNIEUW}")
        deel = _lees_deel(archief, info, over)
        over -= len(deel)
        gelezen.append((info.filename, deel))
    return gelezen


def _lees_deel(archief: zipfile.ZipFile, info: zipfile.ZipInfo, over: int) -> bytes:
    uit = bytearray()
    with archief.open(info) as bron:
        while blok := bron.read(_BLOK):
            uit += blok
            if len(uit) > over:
                raise Geweigerd(f"Dit bestand wordt uitgepakt veel te groot. {_OPNIEUW}")
    return bytes(uit)


def _keur_deel(naam: str, deel: bytes) -> None:
    if _MACRO.search(naam) or (naam == "[Content_Types].xml" and _MACROTYPE.search(deel)):
        raise Geweigerd(f"In dit bestand zitten macro's (kleine programma's). {_OPNIEUW}")
    if _INGESLOTEN.search(naam):
        raise Geweigerd(f"In dit bestand zit nog een ander bestand. {_OPNIEUW}")
    if naam.endswith(".rels") and _VAN_BUITEN.search(deel):
        raise Geweigerd(f"Dit bestand haalt iets van een ander adres op. {_OPNIEUW}")
    if naam == "word/document.xml" and _DDE.search(deel):
        raise Geweigerd(f"Dit bestand wil een ander programma starten. {_OPNIEUW}")
    if naam == "META-INF/manifest.xml" and b"encryption-data" in deel:
        raise Geweigerd(f"Dit bestand is beveiligd met een wachtwoord. {_OPNIEUW}")
