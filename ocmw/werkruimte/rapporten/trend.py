"""How competences move: one row per competence, a scale of ticks with a mark per voice, and a thin mark where that same voice stood last
time. What lies furthest apart comes first. One drawing for page and PDF; the same row says it in words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tewerkstelling.evaluaties.blad import STEMMEN, Verloop, Verlooplijn, niveau

BREEDTE, HOOGTE = 240, 40
RAND = 16
HOGEN = {"coach": 9, "mentor": 20, "client": 31}  # a line per voice: equal levels never cover each other
KLEUREN = {"coach": "#0b5563", "mentor": "#8a5a00", "client": "#52616a"}
NAMEN = {"coach": "Begeleider", "mentor": "Mentor", "client": "Cliënt"}


@dataclass(frozen=True)
class Trendcel:
    """What one voice says now, and what that voice said the last time it spoke before; None: nothing."""

    wie: str
    nu: int | None
    toen: int | None
    labels: tuple[str, ...]

    @property
    def naam(self) -> str:
        return NAMEN[self.wie]

    @property
    def stap(self) -> int:
        """Levels up or down; only against the same voice."""
        return self.nu - self.toen if self.nu and self.toen else 0

    @property
    def tekst(self) -> str:
        if self.nu is None:
            return f"niets gezegd (was {self._woord(self.toen)})" if self.toen else "niets gezegd"
        if self.toen is None:
            return self._woord(self.nu)
        if self.stap == 0:
            return f"{self._woord(self.nu)}, gelijk"
        return f"{self._woord(self.nu)} ({'hoger' if self.stap > 0 else 'lager'}, was {self._woord(self.toen)})"

    def _woord(self, waarde: int | None) -> str:
        return (niveau(self.labels, waarde) or str(waarde)).lower()


@dataclass(frozen=True)
class Trendrij:
    naam: str
    domein: str
    cellen: tuple[Trendcel, ...]
    hoogste: int

    @property
    def afstand(self) -> int:
        """Levels between the highest and the lowest voice of this time."""
        waarden = [cel.nu for cel in self.cellen if cel.nu]
        return max(waarden) - min(waarden) if waarden else 0

    @property
    def alt(self) -> str:
        return f"{self.naam}. " + "; ".join(f"{cel.naam}: {cel.tekst}" for cel in self.cellen) + "."

    @property
    def svg(self) -> str:
        """Presentation attributes, because a PDF knows no page CSS inside an SVG."""
        delen = [f'<line class="trend-as" x1="{RAND}" x2="{BREEDTE - RAND}" y1="{y}" y2="{y}" stroke="#d9d4c8"/>' for y in HOGEN.values()]  # fmt: skip
        delen += [
            f'<line class="trend-streep" x1="{x}" x2="{x}" y1="3" y2="{HOOGTE - 3}" stroke="#a39c8d"/>'
            for x in (self._x(n) for n in range(1, self.hoogste + 1))
        ]
        delen += [self._merken(cel) for cel in self.cellen]
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="trendbeeld" viewBox="0 0 {BREEDTE} {HOOGTE}" width="{BREEDTE}" '
            f'height="{HOOGTE}" role="img"><title>{escape(self.alt)}</title>{"".join(delen)}</svg>'
        )

    def _x(self, waarde: int) -> float:
        return round(RAND + (waarde - 1) * (BREEDTE - 2 * RAND) / max(1, self.hoogste - 1), 1)

    def _merken(self, cel: Trendcel) -> str:
        y, kleur, delen = HOGEN[cel.wie], KLEUREN[cel.wie], []
        if cel.toen and cel.toen != cel.nu:
            if cel.nu:
                delen.append(
                    f'<line x1="{self._x(cel.toen)}" x2="{self._x(cel.nu)}" y1="{y}" y2="{y}" stroke="{kleur}"/>'
                )
            delen.append(_merk(cel.wie, self._x(cel.toen), y, f'fill="#ffffff" stroke="{kleur}"', 4))
        if cel.nu:
            delen.append(_merk(cel.wie, self._x(cel.nu), y, f'fill="{kleur}" stroke="{kleur}"', 5))
        return "".join(delen)


@dataclass(frozen=True)
class Stemmerk:
    """One entry of the legend."""

    wie: str

    @property
    def naam(self) -> str:
        return NAMEN[self.wie]

    @property
    def svg(self) -> str:
        merk = _merk(self.wie, 7, 7, f'fill="{KLEUREN[self.wie]}" stroke="{KLEUREN[self.wie]}"', 5)
        return f'<svg class="trendbeeld" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">{merk}</svg>'


def _merk(wie: str, x: float, y: float, kleur: str, straal: float) -> str:
    """Each voice has a shape of its own: the colour is never alone."""
    kleur = f'class="trend-{wie}" {kleur}'
    if wie == "coach":
        return f'<circle {kleur} cx="{x}" cy="{y}" r="{straal}"/>'
    if wie == "mentor":
        return f'<rect {kleur} x="{x - straal:g}" y="{y - straal:g}" width="{2 * straal:g}" height="{2 * straal:g}"/>'
    return f'<path {kleur} d="M{x} {y - straal:g}l{straal:g} {2 * straal:g}h{-2 * straal:g}z"/>'


def legende() -> list[Stemmerk]:
    """The mark of each voice, for above the rows."""
    return [Stemmerk(wie) for wie in NAMEN]


def trend(verloop: Verloop) -> list[Trendrij]:
    """Of the last evaluation: what lies furthest apart first, then what moved most, then the order of the list."""
    if not verloop.evaluaties:
        return []
    labels = tuple(verloop.evaluaties[-1].lijst.schaal.labels)
    rijen = [_rij(lijn, labels, verloop.hoogste) for lijn in verloop.lijnen]
    return sorted(rijen, key=lambda rij: (-rij.afstand, -max(abs(cel.stap) for cel in rij.cellen)))


def _rij(lijn: Verlooplijn, labels: tuple[str, ...], hoogste: int) -> Trendrij:
    cellen = (
        Trendcel(str(wie), lijn.waarden[-1][str(wie)], _toen(lijn.waarden[:-1], str(wie)), labels) for wie in STEMMEN
    )
    return Trendrij(lijn.naam, lijn.domein, tuple(cellen), hoogste)


def _toen(waarden: Sequence[dict[str, int | None]], wie: str) -> int | None:
    """The last word of this voice before now."""
    return next((punt[wie] for punt in reversed(waarden) if punt[wie]), None)
