"""PDF: kept byte for byte when nothing in it does something by itself, because it may be signed."""

import io
import re

import pikepdf

from clienten.bestandsoorten import ooxml_lijst as lijst
from clienten.bestandsoorten.schoon import Schoon, keur_virus
from ocmw.ui.weigering import Geweigerd

MAX_PAGINAS = 500
MAX_OBJECTEN = 200_000
MAX_UITGEPAKT = 600 * 1024 * 1024
MAX_STROOM = 100 * 1024 * 1024
# For the whole process, which is a child that looks at one file.
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=MAX_STROOM, run_length_max_memory=MAX_STROOM, png_max_memory=MAX_STROOM, tiff_max_memory=MAX_STROOM
)
_OPNIEUW = "Druk het opnieuw af naar pdf en probeer nog eens."
_SCRIPT, _BESTAND, _FILM = "een script", "een ander bestand", "film of geluid"
# Key or action of a PDF dictionary -> what it would do.
_SLEUTELS = {
    "/JavaScript": _SCRIPT,
    "/EmbeddedFiles": _BESTAND,
    "/EF": _BESTAND,
    "/XFA": "een formulier met scripts",
    "/RichMedia": _FILM,
    "/RichMediaContent": _FILM,
}
_ACTIES = {
    "/Launch": "een opdracht om een programma te starten",
    "/SubmitForm": "een opdracht om gegevens te versturen",
    "/ImportData": "een opdracht om gegevens te halen",
    "/GoToE": _BESTAND,
    "/Rendition": _FILM,
    "/Movie": _FILM,
    "/Sound": _FILM,
}
# The date and number formats every form program writes: built in functions of the reader, with plain values only.
_WAARDE = r"""(?:-?[\d.]{1,20}|true|false|"[^"\\()]{0,200}"|'[^'\\()]{0,200}')"""
_WAARDEN = rf"\s*(?:{_WAARDE}\s*(?:,\s*{_WAARDE}\s*)*)?"
_OPMAAK = re.compile(
    rf"\s*(?:AF(?:Date|Time|Number|Percent|Special|Range|Simple)_[A-Za-z]{{1,20}}\({_WAARDEN}\)\s*(?:;\s*)?)+"
)
_MARKERING = re.compile(rb"<\s*(!doctype|html|svg|script|iframe)", re.IGNORECASE)
_NAAR_ELDERS = re.compile(r"\s*(\\\\|//|file:|[a-z][a-z0-9+.-]{1,20}:)", re.IGNORECASE)
_LINK = re.compile(r"\s*(https?|mailto|tel|sms|callto|sip|ftp):|(?!\s*([a-z][a-z0-9+.-]{1,20}:|\\|//))", re.IGNORECASE)
_TE_GROOT = "Deze pdf wordt uitgepakt veel te groot. Maak ze kleiner en probeer nog eens."
_VERSTOPT = f"In deze pdf zit nog een ander bestand verstopt. {_OPNIEUW}"


def keur(inhoud: bytes) -> Schoon:
    """The same bytes, or a file written again when something stood before, behind or in it that had to go."""
    kern, rommel = _kern(inhoud)
    try:
        with pikepdf.open(io.BytesIO(kern)) as pdf:
            weggelaten = _keur_inhoud(pdf)
            if rommel or weggelaten:
                uit = io.BytesIO()
                pdf.save(uit, encryption=pdf.is_encrypted)
                return Schoon(uit.getvalue(), tuple(weggelaten))
    except pikepdf.PasswordError as fout:
        raise Geweigerd("Deze pdf is beveiligd met een wachtwoord. Bewaar ze zonder wachtwoord.") from fout
    except (pikepdf.PdfError, ValueError, RecursionError, UnicodeError) as fout:
        raise Geweigerd(f"Deze pdf is beschadigd. {_OPNIEUW}") from fout
    return Schoon(inhoud)


def _kern(inhoud: bytes) -> tuple[bytes, bool]:
    """The PDF between what a printer or mail program put around it; another file around it is a trick."""
    begin = inhoud[:1024].find(b"%PDF-")
    if begin < 0:
        raise Geweigerd("De inhoud van dit bestand is geen pdf. Klopt de extensie in de naam?")
    einde = inhoud.rfind(b"%%EOF") + 5
    staart = inhoud[einde:] if einde >= 5 else b""
    if _MARKERING.search(inhoud[:1024]) or _MARKERING.search(staart) or len(staart) > 1024 or b"PK\x03\x04" in staart:
        raise Geweigerd(_VERSTOPT)
    if inhoud[:begin].lstrip().startswith((b"MZ", b"PK", b"\x7fELF", b"#!", b"\xd0\xcf")):
        raise Geweigerd(_VERSTOPT)
    rommel = bool(begin) or bool(staart.strip(b"\r\n \t\x00"))
    return (inhoud[begin : einde if einde >= 5 else None] if rommel else inhoud), rommel


def _keur_inhoud(pdf: pikepdf.Pdf) -> list[str]:
    if len(pdf.objects) > MAX_OBJECTEN or len(pdf.pages) > MAX_PAGINAS:
        raise Geweigerd(f"Deze pdf is te groot of te ingewikkeld. Het mag tot {MAX_PAGINAS} bladzijden.")
    if not len(pdf.pages):
        raise Geweigerd("Deze pdf heeft geen bladzijden.")
    _keur_vanzelf(pdf)
    zoeker = _Zoeker()
    for deel in pdf.objects:
        zoeker.doorzoek(deel)
    return zoeker.weggelaten


def _keur_vanzelf(pdf: pikepdf.Pdf) -> None:
    """What happens without a click may show a page of this file, and nothing else."""
    vanzelf = [pdf.Root.get("/OpenAction"), *_acties(pdf.Root.get("/AA"))]
    for pagina in pdf.pages:
        vanzelf += _acties(pagina.obj.get("/AA"))
    for actie in vanzelf:
        if isinstance(actie, pikepdf.Dictionary) and str(actie.get("/S")) in {"/URI", "/GoToR"}:
            raise Geweigerd(f"In deze pdf zit een opdracht die vanzelf een ander adres opent. {_OPNIEUW}")


def _acties(acties: object) -> list[object]:
    return list(acties.values()) if isinstance(acties, pikepdf.Dictionary) else []


class _Zoeker:
    """Direct values only: what is referred to comes by as an object of its own."""

    def __init__(self) -> None:
        self.weggelaten: list[str] = []
        self._over = MAX_UITGEPAKT

    def doorzoek(self, deel: pikepdf.Object, diepte: int = 0) -> None:
        if diepte > 50:
            raise Geweigerd(f"Deze pdf is te ingewikkeld. {_OPNIEUW}")
        if isinstance(deel, pikepdf.Stream):
            self._stroom(deel)
            deel = deel.stream_dict
        if isinstance(deel, pikepdf.Dictionary):
            self._woordenboek(deel)
            for waarde in deel.values():
                self._direct(waarde, diepte)
        elif isinstance(deel, pikepdf.Array):
            for waarde in deel:
                self._direct(waarde, diepte)

    def _direct(self, waarde: object, diepte: int) -> None:
        if isinstance(waarde, pikepdf.Object) and not waarde.is_indirect:
            self.doorzoek(waarde, diepte + 1)

    def _stroom(self, stroom: pikepdf.Stream) -> None:
        """A virus may lie packed; photos stay packed. What is too large to unpack is not stored unseen."""
        if "/F" in stroom.stream_dict:
            raise Geweigerd(f"In deze pdf zit {_BESTAND}. {_OPNIEUW}")
        try:
            uitgepakt = stroom.read_bytes(pikepdf.StreamDecodeLevel.generalized)
        except pikepdf.PdfError as fout:
            if "memory limit" in str(fout) or "bad_alloc" in str(fout):
                raise Geweigerd(_TE_GROOT) from fout
            uitgepakt = stroom.read_raw_bytes()  # damaged: readers skip it, and so do we
        self._over -= len(uitgepakt)
        if self._over < 0:
            raise Geweigerd(_TE_GROOT)
        keur_virus(uitgepakt)

    def _woordenboek(self, deel: pikepdf.Dictionary) -> None:
        actie = str(deel.get("/S", ""))
        for sleutel in deel.keys():  # noqa: SIM118 - a pikepdf dictionary, whose iteration is its keys only by accident
            if wat := _SLEUTELS.get(sleutel):
                raise _verboden(wat)
        if wat := _ACTIES.get(actie):
            raise _verboden(wat)
        if str(deel.get("/Type", "")) == "/EmbeddedFile":
            raise _verboden(_BESTAND)
        if "/JS" in deel or actie == "/JavaScript":
            self._script(deel.get("/JS"))
        if actie in {"/GoToR", "/Thread"} and any(_NAAR_ELDERS.match(pad) for pad in _paden(deel.get("/F"))):
            raise _verboden("een verwijzing naar een bestand op een ander adres")
        if actie == "/URI" and not _LINK.match(_tekst(deel.get("/URI"))):
            self._link(deel)

    def _link(self, deel: pikepdf.Dictionary) -> None:
        if re.match(r"\s*(javascript|vbscript|data):", _tekst(deel.get("/URI")), re.IGNORECASE):
            raise _verboden(_SCRIPT)
        deel["/URI"] = pikepdf.String(lijst.NERGENS)
        if lijst.LEEGGEMAAKT["hyperlink"] not in self.weggelaten:
            self.weggelaten.append(lijst.LEEGGEMAAKT["hyperlink"])

    @staticmethod
    def _script(script: object) -> None:
        code = _tekst(script)
        if len(code) > 2_000 or not _OPMAAK.fullmatch(code):
            raise _verboden(_SCRIPT)


def _verboden(wat: str) -> Geweigerd:
    return Geweigerd(f"In deze pdf zit {wat}. {_OPNIEUW}")


def _tekst(waarde: object) -> str:
    if isinstance(waarde, pikepdf.Stream):
        return waarde.read_bytes().decode("latin-1")
    return str(waarde) if isinstance(waarde, pikepdf.String) else ""


def _paden(bestand: object) -> list[str]:
    """A file is named by a string or by a dictionary with several spellings of it."""
    if isinstance(bestand, pikepdf.Dictionary):
        return [_tekst(waarde) for waarde in bestand.values()]
    return [_tekst(bestand)]
