import io
import struct
import warnings
import zlib

from PIL import Image, ImageOps, UnidentifiedImageError

from clienten.bestandsoorten.schoon import Schoon, is_heic
from clienten.fotozinnen import HEIC
from ocmw.ui.weigering import Geweigerd

MAX_PIXELS = 60_000_000  # phones take 48 to 50 million points; more does not fit in the memory of the child
MAX_ZIJDE = 4_000


def keur_jpeg(inhoud: bytes) -> Schoon:
    return Schoon(_opnieuw(inhoud, "JPEG"))


def keur_png(inhoud: bytes) -> Schoon:
    return Schoon(_opnieuw(inhoud, "PNG"))


_BEGIN = {"JPEG": (b"\xff\xd8\xff", "jpg"), "PNG": (b"\x89PNG\r\n\x1a\n", "png")}


def _opnieuw(inhoud: bytes, formaat: str) -> bytes:
    """The pixels only, the right way up; size is looked at before a single pixel is unpacked."""
    begin, soort = _BEGIN[formaat]
    if is_heic(inhoud):
        raise Geweigerd(HEIC)
    if not inhoud.startswith(begin):
        raise Geweigerd(f"De inhoud van dit bestand is geen {soort}. Klopt de extensie in de naam?")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about metadata, which stays behind
            beeld = Image.open(io.BytesIO(inhoud), formats=[formaat])
            if beeld.width * beeld.height > MAX_PIXELS:
                raise Geweigerd(_te_groot(beeld.width, beeld.height))
            return _schrijf(_recht(_verklein(beeld)), formaat)
    except Image.DecompressionBombError as fout:
        raise Geweigerd("Deze afbeelding is te groot. Verklein ze of maak een nieuwe foto.") from fout
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, LookupError, struct.error, zlib.error) as fout:
        raise Geweigerd("Deze afbeelding is beschadigd of is geen gewone jpg of png.") from fout


def _verklein(beeld: Image.Image) -> Image.Image:
    """Small first, then turned and copied: each copy of a large photo costs a hundred megabyte or more."""
    beeld.draft("RGB", (MAX_ZIJDE, MAX_ZIJDE))  # a JPEG is unpacked at half size when that is enough
    beeld.thumbnail((MAX_ZIJDE, MAX_ZIJDE))
    beeld.load()
    return beeld


def _recht(beeld: Image.Image) -> Image.Image:
    """Damaged metadata says nothing about the picture: it then stays as it lies."""
    try:
        return ImageOps.exif_transpose(beeld)
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error, OverflowError):
        return beeld


def _schrijf(beeld: Image.Image, formaat: str) -> bytes:
    schoon = beeld.convert("RGBA" if formaat == "PNG" and beeld.has_transparency_data else "RGB")
    # Built from the pixels alone: no EXIF, no comments, no profiles come along.
    kaal = Image.frombytes(schoon.mode, schoon.size, schoon.tobytes())
    uit = io.BytesIO()
    kaal.save(uit, formaat, quality=88, optimize=formaat == "JPEG")
    return uit.getvalue()


def _te_groot(breed: int, hoog: int) -> str:
    return f"Deze afbeelding is te groot ({breed} x {hoog} punten). Verklein ze of maak een nieuwe foto."
