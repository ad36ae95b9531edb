"""OpenDocument text: the same question as for Word, with the names of ODF 1.3."""

import io
import posixpath
import re
import zipfile
from typing import Any

from clienten.bestandsoorten import ooxml_lijst as lijst
from clienten.bestandsoorten.actief import weigering_voor_formule
from clienten.bestandsoorten.kantoor import GRENS, lees_zip
from clienten.bestandsoorten.ooxml import als_xml, bewerkbaar, elementen, gewone_link
from clienten.bestandsoorten.schoon import Schoon
from ocmw.ui.weigering import Geweigerd

_MIME = b"application/vnd.oasis.opendocument.text"
_XLINK = "{http://www.w3.org/1999/xlink}href"
# What LibreOffice and others put in the package by themselves; [^/]+ is one name.
_BEWAAR = re.compile(
    r"mimetype|META-INF/(manifest|documentsignatures)\.xml|manifest\.rdf|layout-cache"
    r"|(Object [^/]+/)?(content|styles|meta|settings)\.xml"
    r"|(Pictures|Thumbnails|Fonts|ObjectReplacements|media)/[^/]+",
    re.IGNORECASE,
)
_STIL = re.compile(
    r"Configurations2/|META-INF/|Basic/([^/]+/)?(script|dialog)-l[bc]\.xml$|Dialogs/([^/]+/)?dialog-l[bc]\.xml$"
)
_MACRO = re.compile(r"(Basic|Scripts|Dialogs)/", re.IGNORECASE)
_LOS_OBJECT = re.compile(r"Object [^/]+", re.IGNORECASE)
_ELEMENTEN = {
    "event-listener": lijst.MACRO,
    "script": lijst.MACRO,
    "object-ole": lijst.INGESLOTEN,
    "plugin": lijst.INGESLOTEN,
    "applet": lijst.INGESLOTEN,
    "floating-frame": lijst.ONLINE,
    "dde-connection-decl": lijst.STARTEN,
    "dde-source": lijst.STARTEN,
    "dde-link": lijst.STARTEN,
    "section-source": lijst.ONLINE,
    "table-source": lijst.GEGEVENS,
    "database-source-sql": lijst.GEGEVENS,
    "database-source-query": lijst.GEGEVENS,
    "database-source-table": lijst.GEGEVENS,
}
_FORMULES = {"formula", "expression", "condition"}
# Where an address is only something to click on.
_KLIKBAAR = {"a"}


def keur_odt(inhoud: bytes) -> Schoon:
    wat = "OpenDocument-tekst"
    delen = lees_zip(inhoud, wat)
    if delen.get("mimetype", b"").strip() != _MIME or not {"content.xml", "META-INF/manifest.xml"} <= set(delen):
        raise Geweigerd(f"De inhoud van dit bestand is geen {wat}. Klopt de extensie in de naam?")
    weggelaten: list[str] = []
    bewaard = {naam: deel for naam, deel in delen.items() if _blijft(naam, weggelaten)}
    for naam, deel in bewaard.items():
        if naam.lower().endswith((".xml", ".rdf")):
            bewaard[naam] = _keur_xml(naam, deel, weggelaten)
    bewaard["META-INF/manifest.xml"] = _manifest(bewaard)
    return Schoon(_als_bestand(bewaard), tuple(dict.fromkeys(weggelaten)))


def _blijft(naam: str, weggelaten: list[str]) -> bool:
    if _BEWAAR.fullmatch(naam):
        return True
    if _STIL.match(naam):  # the menus of the program and an empty shelf for macros
        return False
    if _MACRO.match(naam):
        raise Geweigerd(str(lijst.MACRO))
    if _LOS_OBJECT.fullmatch(naam):  # not a folder with a document in it, but the bytes of another program
        raise Geweigerd(str(lijst.INGESLOTEN))
    weggelaten.append(lijst.ONBEKEND)
    return False


def _keur_xml(naam: str, deel: bytes, weggelaten: list[str]) -> bytes:
    """The part, written again only when an address was taken out of it."""
    wortel = bewerkbaar(deel, GRENS)
    veranderd = False
    for element in elementen(wortel):
        soort = element.tag.rpartition("}")[2].lower()
        if verboden := _ELEMENTEN.get(soort):
            raise Geweigerd(str(verboden))
        if soort == "encryption-data":
            raise GRENS.weigering("Dit bestand is beveiligd met een wachtwoord.")
        _keur_formules(element)
        veranderd |= _keur_adres(element, soort, weggelaten)
    return als_xml(wortel) if veranderd else deel


def _keur_formules(element: Any) -> None:
    for sleutel, waarde in element.attrib.items():
        if sleutel.rpartition("}")[2].lower() in _FORMULES and (reden := weigering_voor_formule(waarde, excel=False)):
            raise Geweigerd(reden)


def _keur_adres(element: Any, soort: str, weggelaten: list[str]) -> bool:
    """Inside the package is fine, a link to click on is fine; a program is refused, the rest points nowhere from now on."""
    adres = element.get(_XLINK, "")
    if not adres or (gewone_link(adres) if soort in _KLIKBAAR else _in_pakket(adres)):
        return False
    if re.match(r"\s*(vnd\.sun\.star|macro|script|javascript|vbscript|data:text)", adres, re.IGNORECASE):
        raise Geweigerd(str(lijst.MACRO))
    if soort == "template":
        weggelaten.append(lijst.UIT_EXTERN["attachedtemplate"])
    elif soort == "image":
        weggelaten.append(lijst.LEEGGEMAAKT["image"])
    elif soort in _KLIKBAAR:
        weggelaten.append(lijst.LEEGGEMAAKT["hyperlink"])
    else:
        raise Geweigerd(str(lijst.ONLINE))
    element.set(_XLINK, "")
    return True


def _in_pakket(adres: str) -> bool:
    kaal = adres.strip()
    return gewone_link(kaal) and not re.match(r"[a-z][a-z0-9+.-]*:|\.\./", kaal, re.IGNORECASE)


def _manifest(bewaard: dict[str, bytes]) -> bytes:
    """The list of parts as the program wrote it, without those that are gone."""
    wortel = bewerkbaar(bewaard["META-INF/manifest.xml"], GRENS)
    for regel in list(wortel):
        pad = next((w for s, w in regel.attrib.items() if s.rpartition("}")[2] == "full-path"), "/")
        map_van_iets = any(naam.startswith(pad.rstrip("/") + "/") for naam in bewaard)
        if pad != "/" and posixpath.normpath(pad) not in bewaard and not map_van_iets:
            wortel.remove(regel)
    return als_xml(wortel)


def _als_bestand(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("mimetype", delen["mimetype"], zipfile.ZIP_STORED)  # first and not packed: readers look there
        for naam, deel in delen.items():
            if naam != "mimetype":
                archief.writestr(naam, deel)
    return uit.getvalue()
