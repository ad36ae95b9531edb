"""Draws a Tijdbeeld: the one drawing function of the product. Facts in, SVG out. Pure: no Django but for the mark that says the text
is safe, no clock.

Of one value object and one width the drawing group has the same bytes wherever it stands; links and what a pointer needs lie over
it, in a drawing of their own (`grepen`). Colours are presentation attributes, because WeasyPrint does not apply page CSS inside an
SVG; on screen a class of the same element repaints them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape

from django.utils.safestring import SafeString, mark_safe

from ocmw.kalender.maanden import plus_maanden
from ocmw.ui.tijdbeeld import EEN_DAG, LAGEN, Beeldmaat, Teken, Tijdbeeld

BREED, SMAL = 760, 320
MARGE = 14
NAAMKOLOM = {BREED: 92, SMAL: 78}
LETTERBREEDTE = 6.3  # a generous average, so that a label that is placed also fits
ARCEER = 7
VLAG = 58
LETTER = "Atkinson Hyperlegible Next Variable, Atkinson Hyperlegible Next, sans-serif"
# Top and height of each lane of the full size; the other two have one lane.
BANEN = {"werk": (20, 30), "uren": (54, 16), "rechten": (74, 16), "evaluatie": (94, 16), "gesprek": (114, 16), "geld": (134, 30), "komt": (168, 16)}  # fmt: skip
ONDER = {Beeldmaat.RIJ: 16, Beeldmaat.KOP: 46, Beeldmaat.VOL: 188}  # where the axis begins
AS_TEKST = {Beeldmaat.KOP: 69, Beeldmaat.VOL: 207}
PUNT_Y = 53  # of the middle size: on the axis
KLEINSTE_GREEP = 14

# soort -> class, fill, ink on it
SOORTEN: dict[str, tuple[str, str, str]] = {
    "werk": ("band-werk", "#0b5563", "#ffffff"),
    "nazorg": ("band-nazorg", "#b7d6da", "#1b2a30"),
    "onderbreking": ("band-onderbreking", "#ffffff", "#1b2a30"),
    "uren": ("band-uren", "#e2eff1", "#1b2a30"),
    "telt": ("band-telt", "#2a7583", "#ffffff"),
    "gelijk": ("band-gelijk", "#86b7bf", "#1b2a30"),
    "rest": ("band-rest", "#e2eff1", "#1b2a30"),
    "geld": ("band-geld", "#5496a1", "#1b2a30"),
    "gemist": ("band-gemist", "#ffffff", "#1b2a30"),
    "gehouden": ("band-gehouden", "#0b5563", "#ffffff"),
    "gepland": ("band-gepland", "#ffffff", "#1b2a30"),
    "bezoek": ("band-bezoek", "#0b5563", "#ffffff"),
    "gesprek": ("band-gesprek", "#0b5563", "#ffffff"),
    "niet_bereikt": ("band-niet-bereikt", "#837d70", "#ffffff"),
    "mijlpaal": ("band-mijlpaal", "#774700", "#ffffff"),
}
BOVENOP = {"onderbreking", "gelijk"}  # drawn over the work they lie in


@dataclass(frozen=True)
class Greep:
    """Where a pointer, a finger or the focus reads one fact."""

    x: float
    y: float
    breedte: float
    hoogte: float
    teken: Teken


@dataclass(frozen=True)
class Tekening:
    beeld: Tijdbeeld
    breedte: int

    @property
    def hoogte(self) -> int:
        return int(self.beeld.maat)

    @cached_property
    def _links(self) -> int:
        return NAAMKOLOM[self.breedte] if self.beeld.maat == Beeldmaat.VOL else MARGE

    def x(self, dag: date) -> float:
        """Linear over the days of the picture."""
        van, tot = self.beeld.van, self.beeld.tot
        deel = (min(max(dag, van), tot) - van).days / (tot - van).days
        return round(self._links + deel * (self.breedte - MARGE - self._links), 1)

    def bevat(self, dag: date) -> bool:
        return self.beeld.van <= dag < self.beeld.tot

    def baan(self, laag: str) -> tuple[int, int]:
        if self.beeld.maat == Beeldmaat.VOL:
            return BANEN[laag]
        return (0, 16) if self.beeld.maat == Beeldmaat.RIJ else (18, 28)

    @cached_property
    def groep(self) -> SafeString:
        """The picture itself, the same bytes everywhere."""
        delen = [*self._lanen(), self._grond()]
        tekens = sorted(self.beeld.in_beeld, key=lambda t: (t.punt, t.soort in BOVENOP))
        delen += [self._punt(t) if t.punt else self._blok(t) for t in tekens]
        delen += [*self._as(), *self._grens(), *self._vandaag()]
        return mark_safe(f'<g class="tijdgroep">{"".join(delen)}</g>')

    @cached_property
    def grepen(self) -> tuple[Greep, ...]:
        """In the order of their days, so that an arrow key goes through time."""
        return tuple(self._greep(t) for t in sorted(self.beeld.in_beeld, key=lambda t: (t.punt, t.van)))

    @cached_property
    def _punten(self) -> dict[str, list[float]]:
        """Where the points of each lane stand; the small sizes have them on one line."""
        uit: dict[str, list[float]] = {}
        for teken in self.beeld.in_beeld:
            if teken.punt:
                uit.setdefault(self._rij_van(teken), []).append(self.x(teken.van))
        return {rij: sorted(set(plekken)) for rij, plekken in uit.items()}

    def _rij_van(self, teken: Teken) -> str:
        return teken.laag if self.beeld.maat == Beeldmaat.VOL else ""

    def _buren(self, teken: Teken) -> tuple[float, float]:
        """Half way to the points before and after it in the same lane: no finger reaches the wrong one."""
        plekken, x = self._punten[self._rij_van(teken)], self.x(teken.van)
        plaats = plekken.index(x)
        links = (plekken[plaats - 1] + x) / 2 if plaats else 0
        rechts = (plekken[plaats + 1] + x) / 2 if plaats + 1 < len(plekken) else self.breedte
        return links, rechts

    def svg(self) -> SafeString:
        """A drawing of its own; its title is the sentence for who does not see it."""
        kader = f"0 0 {self.breedte} {self.hoogte}"
        extra = f'viewBox="{kader}" font-size="12" font-family="{LETTER}"'
        if self.beeld.maat == Beeldmaat.RIJ:  # fills the cell it stands in, whatever its width
            extra = f'viewBox="{MARGE} 0 {self.breedte - 2 * MARGE} {self.hoogte}" preserveAspectRatio="none"'
        return mark_safe(
            f'<svg xmlns="http://www.w3.org/2000/svg" class="tijdtekening maat-{self.hoogte}" role="img" {extra}>'
            f"<title>{escape(self.beeld.alt)}</title>{self.groep}</svg>"
        )

    def grepen_svg(self) -> SafeString:
        """What lies over the picture on a page: one link per fact, with its sentence. One stop for the tab key, arrows go through time
        (static/js/tijdbeeld.js); never in a paper, never in the drawing group."""
        delen = [
            f'<a href="{escape(g.teken.adres)}" tabindex="{0 if not plaats else -1}"><title>{escape(g.teken.zin)}</title>'
            f'<rect x="{g.x:g}" y="{g.y:g}" width="{g.breedte:g}" height="{g.hoogte:g}" fill="transparent"/></a>'
            for plaats, g in enumerate(self.grepen)
            if g.teken.adres
        ]
        return mark_safe(
            f'<svg class="tijdgrepen" viewBox="0 0 {self.breedte} {self.hoogte}" role="group" '
            f'aria-label="Feiten in dit beeld, met de pijltjes">{"".join(delen)}</svg>'
        )

    # --- parts ---

    def _lanen(self) -> Iterable[str]:
        if self.beeld.maat != Beeldmaat.VOL:
            return
        for laag in self.beeld.lagen:
            boven, hoog = BANEN[laag]
            yield f'<text class="zacht-tekst" x="4" y="{boven + hoog / 2 + 4:g}" fill="#52616a">{LAGEN[laag]}</text>'
            if laag != "werk":
                yield (
                    f'<line class="band-lijn" x1="{self._links}" x2="{self.breedte - MARGE}" y1="{boven + hoog}" y2="{boven + hoog}" '
                    'stroke="#d9d4c8" stroke-width="1"/>'
                )

    def _grond(self) -> str:
        boven, hoog = self.baan("werk")
        x = self.x(self.beeld.start)
        breed = round(self.x(self.beeld.laatste_dag + EEN_DAG) - x, 1)
        return f'<rect class="band-grond" x="{x}" y="{boven}" width="{breed}" height="{hoog}" fill="#f3f1ec" stroke="#837d70"/>'

    def _blok(self, teken: Teken) -> str:
        klasse, vulling, inkt = SOORTEN[teken.soort]
        x, y, breed, hoog = self._vak(teken)
        rand = ' stroke="#4a545a"' if teken.soort in {"onderbreking", "gemist", "rest"} else ""
        streep = ' stroke-dasharray="3 3"' if teken.soort == "rest" else ""
        svg = f'<rect class="{klasse}" x="{x}" y="{y:g}" width="{breed}" height="{hoog:g}" fill="{vulling}"{rand}{streep}/>'
        if teken.soort == "onderbreking" and self.beeld.maat != Beeldmaat.RIJ:
            svg += f'<path class="band-onderbreking" d="{_arcering(x, breed, y, hoog)}" stroke="#4a545a" fill="none"/>'
        if self.beeld.maat != Beeldmaat.RIJ and teken.laag in {"werk", "uren"} and teken.soort not in BOVENOP:
            svg += self._woord(teken, x, breed, y + hoog / 2 + 4, inkt, klasse)
        return svg

    def _woord(self, teken: Teken, x: float, breed: float, y: float, inkt: str, klasse: str) -> str:
        """The label in the longest stretch that no interruption and not the line of today is drawn over; nothing when it fits nowhere."""
        over = [self._vak(t) for t in self.beeld.in_beeld if t.laag == teken.laag and t.soort in BOVENOP]
        bezet = [(vak[0], vak[0] + vak[2]) for vak in over]
        if self.bevat(self.beeld.op):
            bezet.append((self.x(self.beeld.op) - 3, self.x(self.beeld.op) + 3))
        begin, eind = _ruimste(x, x + breed, bezet)
        if len(teken.label) * LETTERBREEDTE + 8 > eind - begin:
            return ""
        midden = round((begin + eind) / 2, 1)
        return f'<text class="op-{klasse[5:]}" x="{midden}" y="{y:g}" text-anchor="middle" fill="{inkt}">{escape(teken.label)}</text>'

    def _vak(self, teken: Teken) -> tuple[float, float, float, float]:
        """x, y, width and height of a block; a bar stands on the bottom of its lane."""
        boven, hoog = self.baan(teken.laag)
        x = self.x(teken.van)
        breed = max(2.0, round(self.x(teken.tot or self.beeld.tot) - x, 1))
        vol = max(2.0, round(hoog * teken.deel, 1))
        if teken.laag == "geld":
            breed = max(2.0, round(breed - 2, 1))
        return x, boven + hoog - vol, breed, vol

    def _midden(self, teken: Teken) -> tuple[float, float]:
        if self.beeld.maat == Beeldmaat.KOP:
            return self.x(teken.van), PUNT_Y
        boven, hoog = self.baan(teken.laag)
        return self.x(teken.van), boven + hoog / 2

    def _punt(self, teken: Teken) -> str:
        klasse, vulling, _ = SOORTEN[teken.soort]
        x, y = self._midden(teken)
        kleur = f'class="{klasse}" fill="{vulling}" stroke="{"#0b5563" if teken.soort == "gepland" else "#ffffff"}"'
        if teken.soort in {"gesprek", "niet_bereikt"}:  # too thin for an edge of paper
            return f'<rect class="{klasse}" fill="{vulling}" x="{x - 1.5:.1f}" y="{y - 6:g}" width="3" height="12"/>'
        if teken.soort == "bezoek":
            return f'<rect {kleur} x="{x - 4:.1f}" y="{y - 4:g}" width="8" height="8"/>'
        if teken.soort == "mijlpaal":
            return f'<path {kleur} d="M{x} {y - 6:g}l6 6l-6 6l-6 -6z"/>{self._bij_mijlpaal(teken, x, y)}'
        return f'<circle {kleur} cx="{x}" cy="{y:g}" r="4.5"/>'

    def _bij_mijlpaal(self, teken: Teken, x: float, y: float) -> str:
        """Its words, where there is room for them."""
        anker = self._woorden.get((x, teken.label))
        if anker is None:
            return ""
        bij = f'x="{x + 9:.1f}"' if anker == "start" else f'x="{x - 9:.1f}" text-anchor="end"'
        return f'<text {bij} y="{y + 4:g}" fill="#1b2a30">{escape(teken.label)}</text>'

    @cached_property
    def _woorden(self) -> dict[tuple[float, str], str]:
        """Which milestones of the full size speak, from left to right: after their mark up to the next one, or else before it as far as
        what was said already."""
        if self.beeld.maat != Beeldmaat.VOL or self.breedte != BREED:
            return {}
        uit: dict[tuple[float, str], str] = {}
        mijlpalen = [t for t in self.beeld.in_beeld if t.soort == "mijlpaal"]
        vrij = float(self._links)
        for teken in mijlpalen:
            x, nodig, plekken = self.x(teken.van), len(teken.label) * LETTERBREEDTE + 12, self._punten[teken.laag]
            volgende = next((plek - 8 for plek in plekken if plek > x), float(self.breedte))
            if x >= vrij and volgende - x >= nodig:
                uit[x, teken.label], vrij = "start", x + nodig
            elif x - vrij >= nodig:
                uit[x, teken.label], vrij = "end", x + 8
            else:
                vrij = max(vrij, x + 8)
        return uit

    def _greep(self, teken: Teken) -> Greep:
        if not teken.punt:
            x, y, breed, hoog = self._vak(teken)
            return Greep(x, y, breed, hoog, teken)
        x, y = self._midden(teken)
        links, rechts = self._buren(teken)
        begin, eind = max(links, x - KLEINSTE_GREEP / 2), min(rechts, x + KLEINSTE_GREEP / 2)
        return Greep(round(begin, 1), y - 8, round(eind - begin, 1), 16, teken)

    def _as(self) -> Iterable[str]:
        """A tick per month, with words every six months, and every twelve where there is little room."""
        if self.beeld.maat == Beeldmaat.RIJ:
            return
        onder, tekst_y = ONDER[self.beeld.maat], AS_TEKST[self.beeld.maat]
        grens, stap, maand = self.beeld.laatste_dag + EEN_DAG, 6 if self.breedte == BREED else 12, 0
        while (dag := plus_maanden(self.beeld.start, maand)) <= grens:
            x = self.x(dag)
            yield f'<line class="band-maand" x1="{x}" x2="{x}" y1="{onder}" y2="{onder + 4}" stroke="#837d70"/>'
            if maand % stap == 0:
                woord = f"{maand} maanden" if maand else "start"
                anker = (
                    "start"
                    if not maand
                    else "end"
                    if plus_maanden(self.beeld.start, maand + stap) > grens
                    else "middle"
                )
                yield f'<text class="zacht-tekst" x="{x}" y="{tekst_y}" text-anchor="{anker}" fill="#52616a">{woord}</text>'
            maand += 1

    def _grens(self) -> Iterable[str]:
        """The end of the window, when something sticks out of it."""
        grens = self.beeld.laatste_dag + EEN_DAG
        if self.beeld.tot <= grens:
            return
        boven, hoog = self.baan("werk")
        x = self.x(grens)
        yield (
            f'<rect class="band-over" x="{x}" y="{boven}" width="{round(self.breedte - MARGE - x, 1)}" height="{hoog}" '
            'fill="none" stroke="#a01f18" stroke-width="2" stroke-dasharray="5 3"/>'
        )

    def _vandaag(self) -> Iterable[str]:
        if not self.bevat(self.beeld.op):
            return
        x, onder = self.x(self.beeld.op), ONDER[self.beeld.maat]
        if self.beeld.maat == Beeldmaat.RIJ:
            yield f'<line class="band-vandaag" x1="{x}" x2="{x}" y1="0" y2="16" stroke="#1b2a30" stroke-width="3"/>'
            return
        midden = round(min(max(x, VLAG / 2), self.breedte - VLAG / 2), 1)
        boven, hoog = self.baan("werk")
        yield f'<line class="band-rand" x1="{x}" x2="{x}" y1="{boven}" y2="{boven + hoog}" stroke="#ffffff" stroke-width="5"/>'
        yield f'<line class="band-vandaag" x1="{x}" x2="{x}" y1="16" y2="{onder}" stroke="#1b2a30" stroke-width="2"/>'
        yield f'<rect class="band-vandaag-vlag" x="{round(midden - VLAG / 2, 1)}" y="0" width="{VLAG}" height="16" rx="3" fill="#1b2a30"/>'
        yield f'<text class="op-vandaag" x="{midden}" y="12" text-anchor="middle" fill="#ffffff">vandaag</text>'


def teken(beeld: Tijdbeeld, *, smal: bool = False) -> Tekening:
    """`smal`: for a phone, where the same facts have less room."""
    return Tekening(beeld, SMAL if smal and beeld.maat != Beeldmaat.RIJ else BREED)


def _ruimste(links: float, rechts: float, over: list[tuple[float, float]]) -> tuple[float, float]:
    stukken, begin = [], links
    for van, tot in sorted(over):
        stukken.append((begin, min(max(van, begin), rechts)))
        begin = max(begin, min(tot, rechts))
    return max([*stukken, (begin, rechts)], key=lambda stuk: stuk[1] - stuk[0])


def _arcering(x: float, breedte: float, boven: float, hoog: float) -> str:
    """Slanted lines inside the block, cut off at its right edge: readable without colour."""
    onder, rechts = boven + hoog, x + breedte
    delen, begin = [], x - hoog
    while begin < rechts:
        links, eind = max(begin, x), min(begin + hoog, rechts)
        if eind > links:
            delen.append(f"M{links:.1f} {onder - (links - begin):.1f}L{eind:.1f} {onder - (eind - begin):.1f}")
        begin += ARCEER
    return "".join(delen)
