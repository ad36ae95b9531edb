"""What is in the text of an office part: fields, formulas and the few elements that reach out without a relation."""

import re
from typing import Any
from xml.sax import SAXException, handler

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from clienten.bestandsoorten import ooxml_lijst as lijst
from clienten.bestandsoorten.zipbestand import Zipgrens
from ocmw.ui.weigering import Geweigerd

_DDE_VELD = {"DDE", "DDEAUTO"}
_VELD_VAN_BUITEN = {"LINK", "EMBED", "INCLUDETEXT", "INCLUDE", "IMPORT", "DATABASE", "HTMLCONTROL", "CONTROL"}
_AFBEELDING = "INCLUDEPICTURE"
# An address or a share; a drive letter is one letter. Bounded, so that no text makes it slow.
_ELDERS = re.compile(r"\\\\|//|[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)
_ELDERS_IN_VELD = re.compile(r'[\s"\u201c\u201d](?:\\\\|//|[a-z][a-z0-9+.-]{1,20}:)', re.IGNORECASE)
_TUSSEN_HAKEN = re.compile(r'"[^"]*"|\'[^\']*\'|\[[^\[\]]*\]')
_FUNCTIE = re.compile(
    r"(?<![a-z0-9_])(webservice|image|rtd|call|register|register\.id|exec|sql\.request|importdata|importxml|importhtml|dde)"
    r"\s{0,9}\(",
    re.IGNORECASE,
)
_FORMULES = {"f", "formula", "formula1", "formula2", "definedname", "calculatedcolumnformula", "totalsrowformula"}
_ELEMENTEN = {
    "oleobject": lijst.INGESLOTEN,
    "altchunk": lijst.INGESLOTEN,
    "subdoc": lijst.INGESLOTEN,
    "webvideopr": lijst.ONLINE,
    "ddelink": lijst.STARTEN,
    "olelink": lijst.INGESLOTEN,
    "ddeitem": lijst.STARTEN,
    "connectstring": lijst.GEGEVENS,
    "dbpr": lijst.GEGEVENS,
    "webpr": lijst.GEGEVENS,
    "frameset": lijst.ONLINE,
}
# VML may name an address in plain text instead of by a relation.
_MET_BRON = {"imagedata", "fill", "stroke"}
_VELDTEKST = {"instrtext", "delinstrtext"}
_LANGSTE = 1_000_000


def weigering_voor_formule(formule: str, *, excel: bool = True) -> str:
    """The reason, or nothing. In Excel a bar outside quotes and brackets is DDE: it has no such operator, OpenDocument has."""
    kaal = _TUSSEN_HAKEN.sub("", formule)
    return str(lijst.FORMULE) if (excel and "|" in kaal) or _FUNCTIE.search(kaal) else ""


def weigering_voor_veld(code: str, *, samengesteld: bool, vroeg: bool) -> str:
    """`samengesteld`: other fields stand inside; `vroeg`: one of them before the name was complete, so it makes the name."""
    woorden = code.split(maxsplit=1)
    naam = woorden[0].upper() if woorden else ""
    if naam in _DDE_VELD or (vroeg and not naam.startswith("=")):
        return str(lijst.STARTEN)
    if naam in _VELD_VAN_BUITEN:
        return str(lijst.VELD)
    if naam == _AFBEELDING and (samengesteld or _ELDERS_IN_VELD.search(code)):
        return str(lijst.VELD)
    return ""


class _Veld:
    __slots__ = ("bezig", "delen", "samengesteld", "vroeg")

    def __init__(self) -> None:
        self.delen: list[str] = []
        self.bezig = True
        self.samengesteld = self.vroeg = False

    def krijgt_veld(self) -> None:
        if self.bezig:
            tekst = "".join(self.delen).lstrip()
            self.vroeg = self.vroeg or not any(teken.isspace() for teken in tekst)
            self.samengesteld = True

    def weigering(self) -> str:
        return weigering_voor_veld("".join(self.delen), samengesteld=self.samengesteld, vroeg=self.vroeg)


class Actieflezer(handler.ContentHandler):
    """Names without their prefix and in lower case: a prefix is only a habit, and we would rather see too much."""

    def __init__(self) -> None:
        super().__init__()
        self._velden: list[_Veld] = []
        self._tekst: list[str] | None = None
        self._lengte = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the name xml.sax calls
        naam = name.rpartition(":")[2].lower()
        if verboden := _ELEMENTEN.get(naam):
            raise Geweigerd(str(verboden))
        if naam == "fldchar":
            self._veldteken(_attribuut(attrs, "fldchartype"))
        elif naam == "fldsimple":
            if self._velden:
                self._velden[-1].krijgt_veld()
            self._weiger(weigering_voor_veld(_attribuut(attrs, "instr"), samengesteld=False, vroeg=False))
        elif naam in _MET_BRON and _ELDERS.match(_attribuut(attrs, "src")):
            raise Geweigerd(str(lijst.ONLINE))
        elif naam in _VELDTEKST or naam in _FORMULES or (naam == "t" and self._velden and self._velden[-1].bezig):
            self._tekst, self._lengte = [], 0

    def characters(self, content: str) -> None:
        if self._tekst is not None:
            self._tekst.append(content)
            self._lengte += len(content)
            if self._lengte > _LANGSTE:
                raise Geweigerd(str(lijst.VREEMD))

    def endElement(self, name: str) -> None:  # noqa: N802 - the name xml.sax calls
        if self._tekst is None:
            return
        naam = name.rpartition(":")[2].lower()
        if naam in _VELDTEKST or naam == "t":
            self._veldtekst("".join(self._tekst))
            self._tekst = None
        elif naam in _FORMULES:
            self._weiger(weigering_voor_formule("".join(self._tekst)))
            self._tekst = None

    def endDocument(self) -> None:  # noqa: N802 - the name xml.sax calls
        while self._velden:
            self._weiger(self._velden.pop().weigering())

    def _veldtekst(self, tekst: str) -> None:
        if self._velden and self._velden[-1].bezig:
            self._velden[-1].delen.append(tekst)
        else:
            self._weiger(weigering_voor_veld(tekst, samengesteld=False, vroeg=False))

    def _veldteken(self, soort: str) -> None:
        if soort == "begin":
            if self._velden:
                self._velden[-1].krijgt_veld()
            self._velden.append(_Veld())
        elif self._velden:
            self._weiger(self._velden[-1].weigering())
            self._velden[-1].bezig = False
            if soort == "end":
                self._velden.pop()

    @staticmethod
    def _weiger(reden: str) -> None:
        if reden:
            raise Geweigerd(reden)


class Tekeninglezer(handler.ContentHandler):
    """An SVG drawing inside a document: lines and colours, nothing that runs or comes from elsewhere."""

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the name xml.sax calls
        naam = name.rpartition(":")[2].lower()
        if naam in {"script", "foreignobject", "iframe", "handler", "set", "animate"}:
            raise Geweigerd(str(lijst.ONLINE))
        for sleutel, waarde in attrs.items():
            kaal = sleutel.rpartition(":")[2].lower()
            if kaal.startswith("on") or (kaal == "href" and not waarde.strip().startswith(("#", "data:image/"))):
                raise Geweigerd(str(lijst.ONLINE))


def _attribuut(attrs: Any, gezocht: str) -> str:
    return next((str(waarde) for naam, waarde in attrs.items() if naam.rpartition(":")[2].lower() == gezocht), "")


def doorlees(inhoud: bytes, lezer: handler.ContentHandler, grens: Zipgrens) -> None:
    """One part through one reader; no DTD, no entities, and nothing kept."""
    ontleder = make_parser()
    ontleder.forbid_dtd = True
    ontleder.setContentHandler(lezer)
    try:
        for begin in range(0, len(inhoud), 1 << 20):
            ontleder.feed(inhoud[begin : begin + (1 << 20)])
        ontleder.close()
    except (SAXException, DefusedXmlException, ValueError, LookupError) as fout:
        raise grens.beschadigd() from fout
