"""Charts: one SVG for page and PDF. pygal draws; this module strips what a page may not carry and puts on our colours.

The page's Content-Security-Policy refuses inline style and script, and WeasyPrint does not apply page CSS inside an SVG, so
every colour and size becomes a presentation attribute. Those yield to any page CSS, so a dark theme can still repaint it.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any
from xml.etree import ElementTree

import pygal
from defusedxml.ElementTree import fromstring

from ocmw.kalender.woorden import getal
from ocmw.werkruimte.rapporten.rapport import Beeld, Cel, Celsoort, Rapporttabel, Tabelkolom

# pygal leaves a finder for its plug-ins on the import path, in a form Python dropped: every failed import then warns.
sys.meta_path[:] = [vinder for vinder in sys.meta_path if type(vinder).__module__ != "pygal"]

SVG = "{http://www.w3.org/2000/svg}"
INKT, PAPIER = "#1b2a30", "#ffffff"
FASEN = ("#b7d6da", "#86b7bf", "#5496a1", "#2a7583", "#0b5563")
REEKSEN = ("#0b5563", "#d08700", "#8b989e", "#7fb3bc")
OP_KLEUR = {"#0b5563": PAPIER, "#2a7583": PAPIER}
LETTER = "Atkinson Hyperlegible Next, Atkinson Hyperlegible Next Variable, sans-serif"
BREEDTE = 720
_REEKSKLASSEN = [f"color-{n}" for n in range(16)]
_DECLARATIE = re.compile(r"([a-z-]+)\s*:\s*([^;]+)")
_WEG = {"script", "style", "desc", "title", "defs", "commentaar"}


class Grafieksoort(Enum):
    STAVEN = pygal.HorizontalBar
    GESTAPELD = pygal.HorizontalStackedBar
    KOLOMMEN = pygal.Bar


@dataclass(frozen=True)
class Reeks:
    naam: str
    waarden: tuple[int | float | None, ...]  # None: nothing to draw there
    kleur: str = ""


@dataclass(frozen=True)
class Grafiek:
    """What to draw: one value per label in every series. `kleuren` colours the labels of a single series."""

    titel: str
    labels: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    soort: Grafieksoort = Grafieksoort.STAVEN
    kleuren: tuple[str, ...] = ()
    wat: str = "Groep"  # heading above the labels in the table
    breedte: int = BREEDTE  # smaller for pictures that stand side by side
    hoogte: int = 240  # of columns; bars are as high as they are many
    legende: bool = True  # False: the page names the colours once, for many pictures
    hoogste: float = 0  # where a scale ends, so that pictures beside each other compare; 0: at the highest value

    def als_beeld(self) -> Beeld:
        return Beeld(svg=self.svg(), alt=self.alt(), bijschrift=self.titel, tabel=self.tabel())

    def alt(self) -> str:
        """The whole picture in one sentence; a screen reader and the PDF read it out."""
        delen = [f"{label}: {self._waarden(i)}" for i, label in enumerate(self.labels)]
        return f"{self.titel}. {'; '.join(delen) or 'Geen gegevens'}."

    def _waarden(self, i: int) -> str:
        if len(self.reeksen) == 1:
            return _waarde(self.reeksen[0].waarden[i])
        return ", ".join(f"{_waarde(reeks.waarden[i]) or 'geen'} {reeks.naam.lower()}" for reeks in self.reeksen)

    def tabel(self) -> Rapporttabel:
        kolommen = (Tabelkolom(self.wat), *(Tabelkolom(reeks.naam, Celsoort.GETAL) for reeks in self.reeksen))
        rijen: list[tuple[Cel, ...]] = [
            (label, *(reeks.waarden[i] for reeks in self.reeksen)) for i, label in enumerate(self.labels)
        ]
        return Rapporttabel(kolommen, tuple(rijen), bijschrift=self.titel)

    def svg(self) -> str:
        liggend = self.soort != Grafieksoort.KOLOMMEN
        hoogte = 18 + 31 * max(1, len(self.labels)) if liggend else self.hoogte
        legende = self.legende and len(self.reeksen) > 1
        kleuren = [reeks.kleur or REEKSEN[i % len(REEKSEN)] for i, reeks in enumerate(self.reeksen)]
        grafiek = self.soort.value(
            css=[],
            js=[],
            width=self.breedte,
            height=hoogte + (24 if legende else 0),
            margin=6,
            spacing=8,
            print_values=True,
            print_values_position="top" if self.soort != Grafieksoort.GESTAPELD else "center",
            print_zeroes=self.soort != Grafieksoort.GESTAPELD,
            show_legend=legende,
            legend_at_bottom=True,
            legend_at_bottom_columns=len(self.reeksen),
            legend_box_size=12,
            show_x_labels=not liggend,
            show_y_labels=True,
            show_x_guides=False,
            show_y_guides=False,
            no_data_text="Geen gegevens",
            disable_xml_declaration=True,
            explicit_size=True,
            no_prefix=True,
            truncate_label=-1,
            truncate_legend=-1,
            formatter=_waarde,
            style=_stijl(kleuren),
            range=(0, (self.hoogste or self._hoogste_waarde()) * 1.06 or 1)
            if self.soort != Grafieksoort.GESTAPELD
            else None,
        )
        # pygal draws horizontal bars from the bottom up; people read from the top down.
        volgorde = range(len(self.labels) - 1, -1, -1) if liggend else range(len(self.labels))
        grafiek.x_labels = [self.labels[i] for i in volgorde]
        for reeks in self.reeksen:
            grafiek.add(reeks.naam, [self._punt(reeks, i) for i in volgorde])
        return kleed_aan(grafiek.render(), self.alt(), kleuren, self.soort)

    def _hoogste_waarde(self) -> float:
        return max((waarde for reeks in self.reeksen for waarde in reeks.waarden if waarde is not None), default=0)

    def _punt(self, reeks: Reeks, i: int) -> Any:
        waarde = reeks.waarden[i]
        return {"value": waarde, "color": self.kleuren[i % len(self.kleuren)]} if self.kleuren else waarde


def _waarde(waarde: int | float | None) -> str:
    return "" if waarde is None else getal(waarde, 1)


def _stijl(kleuren: Iterable[str]) -> pygal.style.Style:
    return pygal.style.Style(colors=tuple(kleuren), label_font_size=13, value_font_size=13, legend_font_size=13)


def kleed_aan(ruw: str, alt: str, kleuren: list[str], soort: Grafieksoort) -> str:
    """pygal's SVG without style, script, hover parts and the axis with numbers; in our colours; the sentence as title."""
    boom = fromstring(ruw)
    waardeas = "y" if soort == Grafieksoort.KOLOMMEN else "x"
    _snoei(boom, waardeas)
    _kleur(boom, kleuren, "start")
    _zet_waarden(boom, soort, kleuren)
    for naam, waarde in (("class", "grafiek"), ("role", "img"), ("font-family", LETTER), ("font-size", "13")):
        boom.set(naam, waarde)
    titel = ElementTree.Element(f"{SVG}title")
    titel.text = alt
    boom.insert(0, titel)
    ElementTree.register_namespace("", SVG.strip("{}"))
    return ElementTree.tostring(boom, encoding="unicode")


def _snoei(element: Any, waardeas: str) -> None:
    """Values stand at the bars, so the axis with numbers and its guide lines say nothing new."""
    for kind in list(element):
        klassen = set(kind.get("class", "").split())
        naam = kind.tag.removeprefix(SVG) if isinstance(kind.tag, str) else "commentaar"
        overbodig = klassen & {"tooltip-overlay", "overlay", "titles", "guide", "line"} or {"axis", waardeas} <= klassen
        if naam in _WEG or overbodig:
            element.remove(kind)
        else:
            _snoei(kind, waardeas)


def _kleur(element: Any, kleuren: list[str], anker: str) -> None:
    """Turn pygal's classes and inline styles into presentation attributes, from the top down."""
    klassen = set(element.attrib.pop("class", "").split())
    for overbodig in ("id", "rx", "ry"):
        element.attrib.pop(overbodig, None)
    for naam, waarde in _DECLARATIE.findall(element.attrib.pop("style", "")):
        element.set(naam, waarde.strip())
    if "axis" in klassen and element.tag == f"{SVG}g":
        anker = "end" if "y" in klassen else "middle"
    if element.tag == f"{SVG}text":
        element.attrib |= {"class": "grafiek-tekst"}
        element.set("text-anchor", element.get("text-anchor", anker))
    elif element.tag == f"{SVG}rect" and "background" in klassen:
        element.set("fill", "none")
    elif element.tag == f"{SVG}rect":
        element.set("class", "grafiek-staaf")
    for klasse in klassen & set(_REEKSKLASSEN):
        element.set("fill", kleuren[_REEKSKLASSEN.index(klasse) % len(kleuren)])
    for kind in element:
        _kleur(kind, kleuren, anker)


def _zet_waarden(boom: Any, soort: Grafieksoort, kleuren: list[str]) -> None:
    """Numbers stand just past the bar, or inside it in ink or paper, whichever can be read on that colour."""
    for groep in boom.iter(f"{SVG}g"):
        for tekst in groep.findall(f"{SVG}text"):
            binnen = soort == Grafieksoort.GESTAPELD and groep.get("fill") in kleuren
            tekst.set("fill", OP_KLEUR.get(groep.get("fill"), INKT) if binnen else INKT)
            if soort == Grafieksoort.STAVEN and groep.get("fill") in kleuren:
                tekst.attrib |= {"text-anchor": "start", "dx": "4"}
