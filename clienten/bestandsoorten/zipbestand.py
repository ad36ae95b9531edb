"""Open a zip file of a stranger: sane names, no lies about size, nothing hidden. Office files and imports both start here."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

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
_BLOK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Zipgrens:
    """How many parts and how many bytes unpacked; `raad` is what the user can do instead."""

    delen: int
    uitgepakt: int
    raad: str

    def weigering(self, waarom: str) -> Geweigerd:
        return Geweigerd(f"{waarom} {self.raad}")

    def te_groot(self) -> Geweigerd:
        return self.weigering("Dit bestand is uitgepakt veel te groot om veilig te openen.")

    def beschadigd(self) -> Geweigerd:
        return self.weigering("Dit bestand is beschadigd.")


def open_zip(bron: IO[bytes], grens: Zipgrens) -> zipfile.ZipFile:
    """The archive, after checks on what it says about itself; `pak_uit` checks what really comes out."""
    try:
        archief = zipfile.ZipFile(bron)
        infos = archief.infolist()
    except KAPOT as fout:
        raise grens.beschadigd() from fout
    if len(infos) > grens.delen or sum(info.file_size for info in infos) > grens.uitgepakt:
        raise grens.te_groot()
    if any(info.flag_bits & 0x1 for info in infos):
        raise grens.weigering("Dit bestand is beveiligd met een wachtwoord.")
    # Two parts with one name: one program reads the first and another the last.
    if len({info.filename.lower() for info in infos}) != len(infos):
        raise grens.beschadigd()
    if any(_vreemd(info.filename) for info in infos):
        raise grens.weigering("Dit bestand is niet zoals een gewoon programma het maakt.")
    return archief


def _vreemd(naam: str) -> bool:
    return naam.startswith("/") or "\\" in naam or "\x00" in naam or ".." in naam.split("/")


def brokken(archief: zipfile.ZipFile, info: zipfile.ZipInfo, grens: Zipgrens) -> Iterator[bytes]:
    """One part in pieces; whatever is wrong with the packing comes out as one sentence."""
    try:
        with archief.open(info) as stroom:
            while brok := stroom.read(_BLOK):
                yield brok
    except KAPOT as fout:
        raise grens.beschadigd() from fout


def pak_uit(archief: zipfile.ZipFile, grens: Zipgrens) -> dict[str, bytes]:
    """Every file in it by name, with a ceiling that holds whatever the file says about itself."""
    over, delen = grens.uitgepakt, {}
    for info in archief.infolist():
        deel = bytearray()
        for brok in brokken(archief, info, grens):
            deel += brok
            if len(deel) > over:
                raise grens.te_groot()
        over -= len(deel)
        if not info.is_dir():
            delen[info.filename] = bytes(deel)
    return delen
