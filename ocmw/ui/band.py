"""The 24-month band: geometry of the picture from facts, the same for page, PDF and card. Pure: no Django, no clock.

Everything is in units of the viewBox. Colours are presentation attributes, because WeasyPrint does not apply page CSS or
variables inside an SVG; on screen a class of the same element repaints them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from ocmw.kalender.maanden import maanden_en_dagen, plus_maanden
from ocmw.kalender.woorden import afstand, dag_in_woorden, duur_in_woorden, korte_dag

BREEDTE = 760
MARGE = 14
BAND_BOVEN, BAND_HOOG = 26, 30
AS_TEKST = BAND_BOVEN + BAND_HOOG + 18
MIJLPAAL_BOVEN, MIJLPAAL_REGEL = AS_TEKST + 16, 17
VLAG = 58
LETTERBREEDTE = 6.3  # a generous average, so that a label that is placed also fits
ARCEER = 7
EEN_DAG = timedelta(days=1)

# soort -> class, fill, ink on it, word
SOORTEN: dict[str, tuple[str, str, str, str]] = {
    "werk": ("band-werk", "#0b5563", "#ffffff", "Werk"),
    "nazorg": ("band-nazorg", "#b7d6da", "#1b2a30", "Nazorg"),
    "onderbreking": ("band-onderbreking", "#ffffff", "#1b2a30", "Onderbreking"),
    "gelijk": ("band-gelijk", "#86b7bf", "#1b2a30", "Telt ook mee"),
    "rest": ("band-rest", "#e2eff1", "#1b2a30", "Nog te komen"),
}
BOVENOP = {"onderbreking", "gelijk"}  # drawn over the work they lie in


@dataclass(frozen=True)
class Periode:
    """`tot` is the first day after it; None runs on to the end of the picture."""

    van: date
    tot: date | None
    soort: str
    label: str
    uitleg: str = ""  # added to what the mouse shows


@dataclass(frozen=True)
class Mijlpaal:
    op: date
    label: str


@dataclass(frozen=True)
class Blok:
    x: float
    breedte: float
    klasse: str
    vulling: str
    inkt: str
    tekst: str  # empty when it fits nowhere
    midden: float  # of the stretch where the words stand
    titel: str
    arcering: str  # path data, for an interruption


@dataclass(frozen=True)
class Streep:
    x: float
    tekst: str = ""


@dataclass(frozen=True)
class Vlag:
    x: float
    tekst_x: float
    regel_y: float
    tekst: str
    anker: str
    op: date

    @property
    def tekst_y(self) -> float:
        return self.regel_y + 4


@dataclass(frozen=True)
class Band:
    hoogte: int
    grond_x: float
    grond_breedte: float
    blokken: tuple[Blok, ...]
    strepen: tuple[Streep, ...]
    grens: float | None  # end of the window, when something sticks out of it
    vandaag: float | None
    mijlpalen: tuple[Vlag, ...]
    alt: str
    rijen: tuple[tuple[str, str, str], ...] = field(default=())  # what, from-until, how long: the table behind it

    breedte: int = BREEDTE
    band_boven: int = BAND_BOVEN
    band_hoog: int = BAND_HOOG
    as_tekst: int = AS_TEKST

    @property
    def uitloop(self) -> float:
        """How much sticks out after the window."""
        return round(BREEDTE - MARGE - self.grens, 1) if self.grens is not None else 0

    @property
    def vlag_midden(self) -> float:
        """Middle of the "vandaag" flag: above the line, but never over the edge."""
        return min(max(self.vandaag or 0, VLAG / 2), BREEDTE - VLAG / 2)

    @property
    def vlag_x(self) -> float:
        return round(self.vlag_midden - VLAG / 2, 1)


class _As:
    """Days to x: linear over [van, tot)."""

    def __init__(self, van: date, tot: date) -> None:
        self.van, self.tot = van, max(tot, van + EEN_DAG)

    def x(self, dag: date) -> float:
        dag = min(max(dag, self.van), self.tot)
        deel = (dag - self.van).days / (self.tot - self.van).days
        return round(MARGE + deel * (BREEDTE - 2 * MARGE), 1)

    def bevat(self, dag: date) -> bool:
        return self.van <= dag < self.tot


def band(
    start: date,
    laatste_dag: date,
    *,
    op: date,
    periodes: Iterable[Periode] = (),
    mijlpalen: Iterable[Mijlpaal] = (),
) -> Band:
    """The window [start, laatste_dag] (both inclusive) with what fills it, as seen on `op`.

    A period that sticks out of the window stretches the picture, so an overrun is visible as one.
    """
    perioden = sorted(periodes, key=lambda p: (p.soort in BOVENOP, p.van))
    grens = laatste_dag + EEN_DAG
    as_ = _As(
        min([start, *(p.van for p in perioden)]),
        max([grens, *(p.tot for p in perioden if p.tot)]),
    )
    vlaggen = _vlaggen([m for m in mijlpalen if as_.bevat(m.op)], as_)
    regels = 1 + max((int((v.regel_y - MIJLPAAL_BOVEN) // MIJLPAAL_REGEL) for v in vlaggen), default=-1)
    over = [(as_.x(p.van), as_.x(p.tot or as_.tot)) for p in perioden if p.soort in BOVENOP]
    if as_.bevat(op):
        over.append((as_.x(op) - 3, as_.x(op) + 3))
    grond_x = as_.x(start)
    return Band(
        hoogte=AS_TEKST + 8 + (regels * MIJLPAAL_REGEL + 8 if regels else 0),
        grond_x=grond_x,
        grond_breedte=round(as_.x(grens) - grond_x, 1),
        blokken=tuple(_blok(p, as_, over) for p in perioden),
        grens=as_.x(grens) if as_.tot > grens else None,
        strepen=tuple(_strepen(start, grens, as_)),
        vandaag=as_.x(op) if as_.bevat(op) else None,
        mijlpalen=tuple(vlaggen),
        alt=_alt(start, laatste_dag, perioden, op),
        rijen=tuple(_rij(p, as_.tot) for p in perioden)
        + tuple((v.tekst, korte_dag(v.op), afstand(v.op, op)) for v in vlaggen),
    )


def _ruimste(links: float, rechts: float, over: list[tuple[float, float]]) -> tuple[float, float]:
    """The longest stretch of [links, rechts] that no interruption and not the line of today is drawn over."""
    stukken, begin = [], links
    for van, tot in sorted(over):
        stukken.append((begin, min(max(van, begin), rechts)))
        begin = max(begin, min(tot, rechts))
    return max([*stukken, (begin, rechts)], key=lambda stuk: stuk[1] - stuk[0])


def _blok(periode: Periode, as_: _As, over: list[tuple[float, float]]) -> Blok:
    klasse, vulling, inkt, _ = SOORTEN[periode.soort]
    tot = periode.tot or as_.tot
    x = as_.x(periode.van)
    breedte = max(2.0, round(as_.x(tot) - x, 1))
    begin, eind = _ruimste(x, x + breedte, over)
    past = len(periode.label) * LETTERBREEDTE + 8 <= eind - begin
    return Blok(
        x=x,
        breedte=breedte,
        klasse=klasse,
        vulling=vulling,
        inkt=inkt,
        tekst=periode.label if past and periode.soort not in BOVENOP else "",
        midden=round((begin + eind) / 2, 1),
        titel=f"{periode.label}: {_van_tot(periode)}" + (f". {periode.uitleg}" if periode.uitleg else ""),
        arcering=_arcering(x, breedte) if periode.soort == "onderbreking" else "",
    )


def _arcering(x: float, breedte: float) -> str:
    """Slanted lines inside the block, cut off at its right edge: readable without colour."""
    onder, rechts = BAND_BOVEN + BAND_HOOG, x + breedte
    delen = []
    begin = x - BAND_HOOG
    while begin < rechts:
        links, eind = max(begin, x), min(begin + BAND_HOOG, rechts)
        if eind > links:
            delen.append(f"M{links:.1f} {onder - (links - begin):.1f}L{eind:.1f} {onder - (eind - begin):.1f}")
        begin += ARCEER
    return "".join(delen)


def _strepen(start: date, grens: date, as_: _As) -> list[Streep]:
    """A tick per month of the window, with words every six months."""
    strepen, maand = [], 0
    while (dag := plus_maanden(start, maand)) <= grens:
        if maand == 0:
            tekst = "start"
        elif maand % 6 == 0:
            tekst = f"{maand} maanden"
        else:
            tekst = ""
        strepen.append(Streep(as_.x(dag), tekst))
        maand += 1
    return strepen


def _vlaggen(mijlpalen: list[Mijlpaal], as_: _As) -> list[Vlag]:
    """Each milestone on the first line below the band where its words fit."""
    vrij: list[float] = []
    vlaggen = []
    for mijlpaal in sorted(mijlpalen, key=lambda m: m.op):
        x = as_.x(mijlpaal.op)
        breedte = len(mijlpaal.label) * LETTERBREEDTE + 10
        links_ervan = x + breedte > BREEDTE - MARGE
        begin, eind = (x - breedte, x + 6) if links_ervan else (x - 6, x + breedte)
        regel = next((i for i, bezet in enumerate(vrij) if bezet <= begin), len(vrij))
        vrij[regel : regel + 1] = [eind]
        vlaggen.append(
            Vlag(
                x=x,
                tekst_x=round(x - 8 if links_ervan else x + 8, 1),
                regel_y=MIJLPAAL_BOVEN + regel * MIJLPAAL_REGEL,
                tekst=mijlpaal.label,
                anker="end" if links_ervan else "start",
                op=mijlpaal.op,
            )
        )
    return vlaggen


def _van_tot(periode: Periode) -> str:
    van = f"van {korte_dag(periode.van)}"
    return f"{van} tot en met {korte_dag(periode.tot - EEN_DAG)}" if periode.tot else f"{van}, loopt nog"


def _rij(periode: Periode, einde: date) -> tuple[str, str, str]:
    duur = maanden_en_dagen(periode.van, (periode.tot or einde) - EEN_DAG)
    return periode.label, _van_tot(periode), duur_in_woorden(duur.maanden, duur.dagen)


def _alt(start: date, laatste_dag: date, perioden: list[Periode], op: date) -> str:
    zinnen = [f"De 24 maanden lopen van {dag_in_woorden(start)} tot en met {dag_in_woorden(laatste_dag)}."]
    zinnen += [f"{p.label} {_van_tot(p)}." for p in perioden]
    if op < start:
        zinnen.append(f"De start is {afstand(start, op)}.")
    elif op <= laatste_dag:
        rest = maanden_en_dagen(op, laatste_dag)
        zinnen.append(f"Nog {duur_in_woorden(rest.maanden, rest.dagen)}, vandaag meegerekend.")
    else:
        zinnen.append(f"De 24 maanden zijn {afstand(laatste_dag, op)} geëindigd.")
    return " ".join(zinnen)
