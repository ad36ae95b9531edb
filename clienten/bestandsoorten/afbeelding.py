import io
import struct
import warnings
import zlib

from PIL import Image, ImageOps, UnidentifiedImageError

from ocmw.ui.weigering import Geweigerd

MAX_PIXELS = 30_000_000
MAX_ZIJDE = 4_000


def keur_jpeg(inhoud: bytes) -> bytes:
    return _opnieuw(inhoud, "JPEG")


def keur_png(inhoud: bytes) -> bytes:
    return _opnieuw(inhoud, "PNG")


def _opnieuw(inhoud: bytes, formaat: str) -> bytes:
    """The pixels only, the right way up; size is looked at before a single pixel is unpacked."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            beeld = Image.open(io.BytesIO(inhoud), formats=[formaat])
            if beeld.width * beeld.height > MAX_PIXELS:
                raise Geweigerd(_te_groot(beeld.width, beeld.height))
            beeld.load()
            recht = ImageOps.exif_transpose(beeld)
            recht.thumbnail((MAX_ZIJDE, MAX_ZIJDE))
            schoon = recht.convert("RGB" if formaat == "JPEG" or "A" not in recht.getbands() else "RGBA")
            uit = io.BytesIO()
            # Built from the pixels alone: no EXIF, no comments, no profiles come along.
            kaal = Image.frombytes(schoon.mode, schoon.size, schoon.tobytes())
            kaal.save(uit, formaat, quality=88, optimize=formaat == "JPEG")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fout:
        raise Geweigerd("Deze afbeelding is te groot. Verklein ze of maak een nieuwe foto.") from fout
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        LookupError,
        struct.error,
        zlib.error,
        Warning,
    ) as fout:
        raise Geweigerd("Deze afbeelding is beschadigd of is geen gewone jpg of png.") from fout
    return uit.getvalue()


def _te_groot(breed: int, hoog: int) -> str:
    return f"Deze afbeelding is te groot ({breed} x {hoog} punten). Verklein ze of maak een nieuwe foto."
