"""The package behind a Word or Excel file: which part is what, who points where, and what of it may be stored.

Not a search for known attacks, but the other way round: we walk from the root along the relations an office program writes,
keep what we meet, and write a new package from what we understood. What nobody points to, what has an unknown relation, a
strange encoding or a second spelling of the same thing does not get into the copy.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import quoteattr

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Veilig

from clienten.bestandsoorten import ooxml_lijst as lijst
from clienten.bestandsoorten.zipbestand import Zipgrens
from ocmw.ui.weigering import Geweigerd

TYPES = "[Content_Types].xml"
_NS_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NS_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_NS_VERWIJZING = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_WEB = re.compile(r"(https?|mailto|tel|sms|callto|sip):", re.IGNORECASE)
_SCHEMA = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# A drive letter or a folder of this computer; what starts with two slashes or names a host is somebody else's.
_EIGEN_SCHIJF = re.compile(r"(file:/{0,3})?[a-z]:[\\/]|file:(//(localhost)?)?/(?![\\/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relatie:
    id: str
    type: str
    doel: str
    extern: bool

    @property
    def soort(self) -> str:
        return self.type.rstrip("/").rpartition("/")[2].lower()


def leest_als_xml(inhoud: bytes, grens: Zipgrens) -> Element:
    """Without DTD, entities or anything from outside."""
    try:
        wortel: Element = Veilig.fromstring(inhoud, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fout:
        raise grens.beschadigd() from fout
    return wortel


def _naam(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


class Pakket:
    """Parts by name as the zip spells them; looked up without minding case, as Office does."""

    def __init__(self, delen: dict[str, bytes], grens: Zipgrens) -> None:
        self.delen = delen
        self.grens = grens
        self._namen = {naam.lower(): naam for naam in delen}
        self._vast, self._per_extensie = self._lees_types()

    def _lees_types(self) -> tuple[dict[str, str], dict[str, str]]:
        vast: dict[str, str] = {}
        per_extensie: dict[str, str] = {}
        for element in leest_als_xml(self.delen[self._namen[TYPES.lower()]], self.grens):
            soort = element.get("ContentType", "").strip()
            if _naam(element) == "override":
                vast[element.get("PartName", "").lstrip("/").lower()] = soort
            elif _naam(element) == "default":
                per_extensie[element.get("Extension", "").lower()] = soort
        return vast, per_extensie

    def type_zoals_geschreven(self, naam: str) -> str:
        return self._vast.get(naam.lower()) or self._per_extensie.get(naam.lower().rpartition(".")[2], "")

    def type_van(self, naam: str) -> str:
        """In lower case, to compare: capitals do not count in a content type."""
        return self.type_zoals_geschreven(naam).lower()

    def relaties_van(self, naam: str) -> list[Relatie]:
        """Of a part, or of the package itself for the empty name."""
        map_, bestand = posixpath.split(naam)
        gevonden = self._namen.get(_relsnaam(map_, bestand).lower())
        if gevonden is None:
            return []
        elementen = [el for el in leest_als_xml(self.delen[gevonden], self.grens) if _naam(el) == "relationship"]
        return [
            Relatie(
                el.get("Id", ""), el.get("Type", "").strip(), el.get("Target", "").strip(),
                el.get("TargetMode", "").strip().lower() == "external",
            )
            for el in elementen
        ]  # fmt: skip

    def zoek(self, bron: str, doel: str) -> str | None:
        """The part a target means, seen from part `bron`; None when there is no such part."""
        pad = unquote(doel.partition("#")[0]).replace("\\", "/")
        samen = posixpath.normpath(posixpath.join("/", posixpath.dirname(bron), pad))
        return self._namen.get(samen.lstrip("/").lower())


def _relsnaam(map_: str, bestand: str) -> str:
    return posixpath.join(map_, "_rels", f"{bestand}.rels")


class Schoonmaak:
    """One walk through a package. `weggelaten` grows with what we tell the user; `bewaard` is what the copy gets."""

    def __init__(self, pakket: Pakket) -> None:
        self.pakket = pakket
        self.bewaard: dict[str, bytes] = {}
        self.relaties: dict[str, list[Relatie]] = {}
        self.weggelaten: list[str] = []

    def loop(self) -> Iterator[tuple[str, str]]:
        """Every part that stays, with its content type, in the order met; refuses what runs, embeds or fetches."""
        for naam in self.pakket.delen:
            self._keur_type(self.pakket.type_van(naam))
        te_doen, gezien = [""], {""}
        while te_doen:
            bron = te_doen.pop()
            self.relaties[bron], weg = self._relaties(bron)
            if bron:
                inhoud = self.pakket.delen[bron]
                self.bewaard[bron] = _zonder_verwijzing(inhoud, weg, self.pakket.grens) if weg else inhoud
                yield bron, self.pakket.type_van(bron)
            for relatie in self.relaties[bron]:
                deel = None if relatie.extern else self.pakket.zoek(bron, relatie.doel)
                if deel and deel not in gezien and not deel.lower().endswith(".rels"):
                    gezien.add(deel)
                    te_doen.append(deel)

    @staticmethod
    def _keur_type(soort: str) -> None:
        """Also of parts nobody points to: who made them meant something by it."""
        if any(woord in soort for woord in lijst.TYPE_MACRO):
            raise Geweigerd(str(lijst.MACRO))
        if any(woord in soort for woord in lijst.TYPE_NOOIT):
            raise Geweigerd(str(lijst.INGESLOTEN))

    def _relaties(self, bron: str) -> tuple[list[Relatie], set[str]]:
        """What stays, and the ids that are gone: whoever refers to those must go too."""
        blijft, weg = [], set()
        for relatie in self.pakket.relaties_van(bron):
            keuze = self._extern(relatie, bron) if relatie.extern else self._intern(relatie, bron)
            if keuze is None:
                weg.add(relatie.id)
            else:
                blijft.append(keuze)
        return blijft, weg

    def _vertel(self, wat: str) -> None:
        if wat not in self.weggelaten:
            self.weggelaten.append(wat)

    def _is_grafiek(self, bron: str) -> bool:
        return ".chart" in self.pakket.type_van(bron)

    def _intern(self, relatie: Relatie, bron: str) -> Relatie | None:
        soort = relatie.soort
        if soort in {"package", "oleobject"} and self._is_grafiek(bron):
            self._vertel(lijst.GRAFIEKCIJFERS)
            return None
        if soort in lijst.WEIGER:
            raise Geweigerd(str(lijst.WEIGER[soort]))
        if soort not in lijst.BEWAAR:
            self._vertel(lijst.UIT_INTERN.get(soort, lijst.ONBEKEND))
            return None
        if relatie.doel.startswith("#"):  # a place in this document
            return relatie
        deel = self.pakket.zoek(bron, relatie.doel)
        if deel is None:  # office programs do leave such ends; they read nothing there
            return replace(relatie, doel="NULL")
        type_ = self.pakket.type_van(deel)
        if not (type_.startswith(lijst.TYPE_VOORAAN) or type_ in lijst.TYPE_PRECIES):
            raise Geweigerd(str(lijst.VREEMD))
        return replace(relatie, doel=posixpath.relpath("/" + deel, "/" + posixpath.dirname(bron)))

    def _extern(self, relatie: Relatie, bron: str) -> Relatie | None:
        soort = relatie.soort
        if soort in {"package", "oleobject"} and self._is_grafiek(bron):
            self._vertel(lijst.GRAFIEKCIJFERS)
            return None
        if soort == "attachedtemplate":
            if not op_eigen_schijf(relatie.doel):
                raise Geweigerd(str(lijst.SJABLOON_VAN_BUITEN))
            self._vertel(lijst.UIT_EXTERN[soort])
            return None
        if soort in lijst.WEIGER:
            raise Geweigerd(str(lijst.WEIGER[soort]))
        if soort == "hyperlink" and gewone_link(relatie.doel):
            return relatie
        if soort in lijst.LEEGGEMAAKT:
            self._vertel(lijst.LEEGGEMAAKT[soort])
            return replace(relatie, doel=lijst.NERGENS)
        self._vertel(lijst.ONBEKEND)
        return None

    def als_bestand(self) -> bytes:
        """A new package: parts as they were, relations and types as we understood them."""
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
            archief.writestr(TYPES, self._types())
            for bron, relaties in self.relaties.items():
                if relaties:
                    archief.writestr(_relsnaam(*posixpath.split(bron)), _rels(relaties))
            for naam, inhoud in self.bewaard.items():
                archief.writestr(naam, inhoud)
        return uit.getvalue()

    def _types(self) -> str:
        regels = [
            f"<Override PartName={quoteattr('/' + naam)} ContentType={quoteattr(self.pakket.type_zoals_geschreven(naam))}/>"
            for naam in self.bewaard
        ]
        vast = f'<Default Extension="rels" ContentType="{_RELS_TYPE}"/><Default Extension="xml" ContentType="application/xml"/>'
        return _xml(f'<Types xmlns="{_NS_TYPES}">{vast}{"".join(regels)}</Types>')


def _rels(relaties: list[Relatie]) -> str:
    regels = [
        f"<Relationship Id={quoteattr(r.id)} Type={quoteattr(r.type)} Target={quoteattr(r.doel)}"
        f"{' TargetMode=' + quoteattr('External') if r.extern else ''}/>"
        for r in relaties
    ]
    return _xml(f'<Relationships xmlns="{_NS_RELS}">{"".join(regels)}</Relationships>')


def _xml(inhoud: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{inhoud}'


def op_eigen_schijf(doel: str) -> bool:
    """A file of this computer, or a bare name; never a share, a host or an address."""
    pad = unquote(doel)
    return bool(_EIGEN_SCHIJF.match(pad)) or not (_SCHEMA.match(pad) or pad.startswith(("/", "\\")))


def gewone_link(doel: str) -> bool:
    """What a person clicks: a web page, a mail address, a number, or a file beside this one."""
    pad = unquote(doel)
    return bool(_WEB.match(pad)) or not (_SCHEMA.match(pad) or pad.startswith(("/", "\\")))


def bewerkbaar(inhoud: bytes, grens: Zipgrens) -> Any:
    """A part to take something out of. It passes the strict parser first; lxml keeps the prefixes, which the other loses:
    `mc:Ignorable` names them in plain text. Loaded when needed, because few files need it."""
    from lxml import etree

    leest_als_xml(inhoud, grens)
    try:
        return etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as fout:  # deeper or longer than any office program writes
        raise grens.beschadigd() from fout


def als_xml(wortel: Any) -> bytes:
    from lxml import etree

    xml: bytes = etree.tostring(wortel, encoding="UTF-8", xml_declaration=True, standalone=True)
    return xml


def elementen(wortel: Any) -> list[Any]:
    """Without comments and instructions."""
    return [element for element in wortel.iter() if isinstance(element.tag, str)]


def _zonder_verwijzing(inhoud: bytes, ids: set[str], grens: Zipgrens) -> bytes:
    """The part without the elements that refer to a relation that is gone; Office calls a loose end damage."""
    wortel = bewerkbaar(inhoud, grens)
    los = [
        element
        for element in elementen(wortel)
        if any(waarde in ids and sleutel.startswith(_NS_VERWIJZING) for sleutel, waarde in element.attrib.items())
    ]
    for element in los:
        if (ouder := element.getparent()) is not None:
            ouder.remove(element)
    return als_xml(wortel) if los else inhoud
