import re

from clienten.bestandsoorten.schoon import Schoon
from ocmw.ui.weigering import Geweigerd

_OPMAAK = re.compile(r"<\s*(!doctype|html|svg|script|iframe|body|\?xml)", re.IGNORECASE)
_STUUR = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def keur(inhoud: bytes) -> Schoon:
    """Plain text in UTF-8; older Windows text is converted. Web pages in disguise are refused."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    if _STUUR.search(tekst):
        raise Geweigerd("Dit is geen gewone tekst. Klopt de extensie in de naam?")
    if _OPMAAK.search(tekst):
        raise Geweigerd("Dit bestand is een webpagina of afbeelding in code, geen gewone tekst. Bewaar het als pdf.")
    return Schoon(tekst.encode("utf-8"))
