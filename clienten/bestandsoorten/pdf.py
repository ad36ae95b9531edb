import io
import re

import pikepdf

from ocmw.ui.weigering import Geweigerd

MAX_PAGINAS = 500
MAX_OBJECTEN = 200_000
_OPNIEUW = "Druk het opnieuw af naar pdf en probeer nog eens."
# Key or action of a PDF dictionary -> what it would do.
_SLEUTELS = {
    "/JS": "een script",
    "/JavaScript": "een script",
    "/EmbeddedFiles": "een ander bestand",
    "/EF": "een ander bestand",
    "/XFA": "een formulier met scripts",
    "/RichMedia": "film of geluid",
    "/RichMediaContent": "film of geluid",
}
_ACTIES = {
    "/JavaScript": "een script",
    "/Launch": "een opdracht om een programma te starten",
    "/SubmitForm": "een opdracht om gegevens te versturen",
    "/ImportData": "een opdracht om gegevens te halen",
    "/GoToE": "een ander bestand",
    "/Rendition": "film of geluid",
    "/Movie": "film of geluid",
    "/Sound": "film of geluid",
}
_WEBPAGINA = re.compile(rb"<\s*(!doctype|html|svg|script|iframe)", re.IGNORECASE)


def keur(inhoud: bytes) -> bytes:
    """The file as it is, when nothing in it does something by itself. (Kept byte for byte: it may be signed.)"""
    if not inhoud.startswith(b"%PDF-"):
        raise Geweigerd(f"Dit bestand begint niet als een gewone pdf. {_OPNIEUW}")
    kop, staart = inhoud[:1024], inhoud[inhoud.rfind(b"%%EOF") + 5 :]
    if _WEBPAGINA.search(kop) or staart.strip(b"\r\n \t\x00"):
        raise Geweigerd(f"In deze pdf zit nog een ander bestand verstopt. {_OPNIEUW}")
    try:
        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            if pdf.is_encrypted:
                raise Geweigerd("Deze pdf is beveiligd met een wachtwoord. Bewaar ze zonder wachtwoord.")
            if len(pdf.objects) > MAX_OBJECTEN or len(pdf.pages) > MAX_PAGINAS:
                raise Geweigerd(f"Deze pdf is te groot of te ingewikkeld. Het mag tot {MAX_PAGINAS} bladzijden.")
            if not len(pdf.pages):
                raise Geweigerd("Deze pdf heeft geen bladzijden.")
            for deel in pdf.objects:
                _doorzoek(deel)
    except pikepdf.PasswordError as fout:
        raise Geweigerd("Deze pdf is beveiligd met een wachtwoord. Bewaar ze zonder wachtwoord.") from fout
    except (pikepdf.PdfError, ValueError, RecursionError, UnicodeError) as fout:
        raise Geweigerd(f"Deze pdf is beschadigd. {_OPNIEUW}") from fout
    return inhoud


def _doorzoek(deel: pikepdf.Object, diepte: int = 0) -> None:
    """Direct values only: what is referred to comes by as an object of its own."""
    if diepte > 50:
        raise Geweigerd(f"Deze pdf is te ingewikkeld. {_OPNIEUW}")
    if isinstance(deel, pikepdf.Stream):
        deel = deel.stream_dict
    if isinstance(deel, pikepdf.Dictionary):
        for sleutel, waarde in deel.items():
            wat = _SLEUTELS.get(sleutel) or (_ACTIES.get(str(waarde)) if sleutel == "/S" else None)
            if wat or (sleutel == "/Type" and waarde == pikepdf.Name.EmbeddedFile):
                raise Geweigerd(f"In deze pdf zit {wat or 'een ander bestand'}. {_OPNIEUW}")
            _direct(waarde, diepte)
    elif isinstance(deel, pikepdf.Array):
        for waarde in deel:
            _direct(waarde, diepte)


def _direct(waarde: object, diepte: int) -> None:
    if isinstance(waarde, pikepdf.Object) and not waarde.is_indirect:
        _doorzoek(waarde, diepte + 1)
