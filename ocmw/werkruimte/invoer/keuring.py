"""Look at an uploaded workbook before anything parses it: what is it, how big does it get, what is hidden in it?

Every refusal is one sentence a colleague can act on. The limits are technical (memory and time of one web process), not policy.
"""

import re
import zipfile
from dataclasses import dataclass, field
from typing import IO
from xml.sax import SAXException, handler, xmlreader

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from clienten.bestandsoorten import ooxml_lijst as lijst
from clienten.bestandsoorten.ooxml import TYPES, Pakket
from clienten.bestandsoorten.zipbestand import Zipgrens, brokken, open_zip
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.invoer.werkboek import TE_GROOT

MAX_UITGEPAKT = 120 * 1024 * 1024
MAX_OPMAAK = 8 * 1024 * 1024
MAX_VERHOUDING = 250
MAX_BLADEN = 30
MAX_RIJEN = 25_000
MAX_RIJNUMMER = 100_000
MAX_CELLEN = 2_000_000
MAX_TEKSTEN = 500_000
MAX_KOLOMMEN = 200
MAX_FORMULES = 50_000

_RAAD = "Open het in Excel, bewaar het opnieuw als gewone .xlsx en probeer nog eens."
BESCHADIGD = f"Dit bestand is beschadigd. {_RAAD}"
GRENS = Zipgrens(delen=500, uitgepakt=MAX_UITGEPAKT, raad=_RAAD)
_RIJ = re.compile(rb"<(?:[\w.-]{1,40}:)?row[\s/>]")
_TEKST = re.compile(rb"<(?:[\w.-]{1,40}:)?si[\s/>]")
_DTD = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T|E\x00?N\x00?T)")
_VORM = re.compile(r"^([A-Z]{1,3})([1-9]\d{0,6})$")


@dataclass(slots=True)
class Bladfeiten:
    """What the first, value-free pass over one sheet found."""

    laatste_rij: int = 0
    laatste_kolom: int = 0
    cellen: int = 0
    formules: set[tuple[int, int]] = field(default_factory=set)


def te_veel_rijen(aantal: int | str = "") -> Geweigerd:
    return Geweigerd(
        f"Dit bestand heeft te veel rijen{f' ({aantal})' if aantal else ''}; je kan er {MAX_RIJEN} per blad invoeren. "
        "Splits het bestand of verwijder lege rijen onderaan."
    )


def keur_zip(bron: IO[bytes]) -> zipfile.ZipFile:
    """The zip behind an .xlsx, after checks on names, number and real size of its parts; nothing is kept in memory."""
    archief = open_zip(bron, GRENS)
    namen = {info.filename.lower(): info.filename for info in archief.infolist()}
    _keur_soort(set(namen))
    _pak_uit_op_proef(archief, archief.infolist())
    _keur_macros(archief, namen)
    return archief


def _keur_soort(namen: set[str]) -> None:
    if any("/externallinks/" in naam for naam in namen):
        raise Geweigerd(
            "Dit bestand bevat koppelingen naar andere bestanden. Verbreek ze in Excel (Gegevens > Koppelingen bewerken) "
            "en bewaar opnieuw."
        )
    if any(naam.endswith("workbook.bin") for naam in namen):
        raise Geweigerd("Dit is een binaire werkmap (.xlsb). Bewaar ze in Excel als .xlsx en probeer opnieuw.")
    if "content.xml" in namen and "mimetype" in namen:
        raise Geweigerd("Dit is een OpenDocument-bestand. Bewaar het als Excel-werkmap (.xlsx) en probeer opnieuw.")
    if TYPES.lower() not in namen or not any(naam.startswith("xl/") for naam in namen):
        raise Geweigerd("Dit is geen Excel-werkmap. Kies een .xlsx- of .csv-bestand.")


def _keur_macros(archief: zipfile.ZipFile, namen: dict[str, str]) -> None:
    """What the list of content types says, as for a document that is kept; values are read either way, but not of a program."""
    types = namen[TYPES.lower()]
    pakket = Pakket({types: archief.read(types)}, GRENS)
    if any(woord in pakket.type_van(naam) for naam in namen for woord in lijst.TYPE_MACRO):
        raise Geweigerd("Dit bestand bevat macro's. Bewaar het als gewone Excel-werkmap (.xlsx) en probeer opnieuw.")


def _pak_uit_op_proef(archief: zipfile.ZipFile, delen: list[zipfile.ZipInfo]) -> None:
    """Unpack every part once with a counter: the sizes a zip declares may lie, the bytes that come out cannot."""
    totaal = 0
    for deel in delen:
        naam = deel.filename.lower()
        grens = min(MAX_UITGEPAKT - totaal, max(1024 * 1024, MAX_VERHOUDING * deel.compress_size))
        if naam.endswith(("styles.xml", "workbook.xml", ".rels", "[content_types].xml")):
            grens = min(grens, MAX_OPMAAK)
        totaal += _proef_deel(archief, deel, naam, grens)


def _proef_deel(archief: zipfile.ZipFile, deel: zipfile.ZipInfo, naam: str, grens: int) -> int:
    """Bytes of one part. A tag cut in two by the end of a chunk is missed here: the parser counts rows again."""
    grootte = rijen = teksten = 0
    staart = b""
    for brok in brokken(archief, deel, GRENS):
        grootte += len(brok)
        if grootte > grens:
            raise Geweigerd(TE_GROOT)
        if naam.endswith((".xml", ".rels")) and _DTD.search(staart + brok):
            raise Geweigerd(BESCHADIGD)  # no spreadsheet program writes one; it only serves attacks on XML readers
        staart = brok[-32:]
        if "/worksheets/" in naam and (rijen := rijen + len(_RIJ.findall(brok))) > MAX_RIJEN:
            raise te_veel_rijen()
        if "sharedstrings" in naam and (teksten := teksten + len(_TEKST.findall(brok))) > MAX_TEKSTEN:
            raise Geweigerd(TE_GROOT)
    return grootte


class _Teller(handler.ContentHandler):
    """Rows, columns and formulas of one sheet, without keeping a value."""

    def __init__(self) -> None:
        super().__init__()
        self.feiten = Bladfeiten()
        self.rij = self.kolom = self.rijen = 0

    def startElement(self, name: str, attrs: xmlreader.AttributesImpl) -> None:  # noqa: N802 - the name xml.sax calls
        naam = name.rpartition(":")[2]
        if naam == "row":
            self._nieuwe_rij(attrs.get("r"))
        elif naam == "c":
            self._nieuwe_cel(attrs.get("r"))
        elif naam in {"v", "is"}:
            self._gevuld()
        elif naam == "f" and self.kolom:
            self._gevuld()
            self.feiten.formules.add((self.rij, self.kolom))
            if len(self.feiten.formules) > MAX_FORMULES:
                raise Geweigerd("Dit bestand bevat te veel formules. Plak de gegevens als waarden in een nieuw blad.")

    def _nieuwe_rij(self, nummer: str | None) -> None:
        vorige, self.kolom = self.rij, 0
        self.rijen += 1
        self.rij = int(nummer) if nummer and nummer.isdecimal() and len(nummer) < 8 else vorige + 1 if not nummer else 0
        if self.rij <= vorige:
            raise Geweigerd(BESCHADIGD)
        if self.rijen > MAX_RIJEN:
            raise te_veel_rijen()

    def _nieuwe_cel(self, plaats: str | None) -> None:
        if plaats is None:
            self.kolom += 1
            return
        vorm = _VORM.match(plaats)
        if not vorm or int(vorm[2]) != self.rij:
            raise Geweigerd(BESCHADIGD)
        self.kolom = 0
        for letter in vorm[1]:
            self.kolom = self.kolom * 26 + ord(letter) - 64

    def _gevuld(self) -> None:
        if self.kolom > MAX_KOLOMMEN:
            raise Geweigerd(
                f"Dit bestand heeft meer dan {MAX_KOLOMMEN} kolommen. Bewaar enkel de kolommen die je nodig hebt."
            )
        self.feiten.cellen += 1
        if self.rij > MAX_RIJNUMMER:
            raise te_veel_rijen(f"er staat iets in rij {self.rij}")
        self.feiten.laatste_rij = self.rij
        self.feiten.laatste_kolom = max(self.feiten.laatste_kolom, self.kolom)


def bladfeiten(archief: zipfile.ZipFile, pad: str) -> Bladfeiten:
    """First pass over one sheet; broken or booby-trapped XML (entities, DTD) is refused here, before openpyxl sees it."""
    teller = _Teller()
    lezer = make_parser()
    lezer.forbid_dtd = True
    lezer.setContentHandler(teller)
    try:
        with archief.open(pad) as stroom:
            lezer.parse(stroom)
    except (SAXException, DefusedXmlException, KeyError, ValueError, UnicodeError) as fout:
        raise Geweigerd(BESCHADIGD) from fout
    return teller.feiten
