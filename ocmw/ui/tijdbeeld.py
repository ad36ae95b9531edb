"""Time as one picture (docs/adr/0038): what stands in it. One value object for page, list, PDF and card; ocmw/ui/tijdtekening.py draws
it. Pure: no Django, no clock. Whoever fills it decides what the reader may see: nothing is hidden afterwards."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from ocmw.kalender.maanden import maanden_en_dagen
from ocmw.kalender.woorden import aantal, afstand, dag_in_woorden, duur_in_woorden, korte_dag

EEN_DAG = timedelta(days=1)

# Lanes from top to bottom, with the word beside them.
LAGEN = {
    "werk": "Werk",
    "uren": "Uren",
    "rechten": "Rechten",
    "evaluatie": "Evaluaties",
    "gesprek": "Gesprekken",
    "geld": "Geld",
    "komt": "Wat komt",
}
# How many of a kind the sentence counts, once and more.
TELWOORDEN = {"evaluatie": ("evaluatie of bezoek", "evaluaties en bezoeken"), "gesprek": ("gesprek", "gesprekken")}


class Beeldmaat(IntEnum):
    """The three sizes, by their height in pixels."""

    RIJ = 16
    KOP = 72
    VOL = 220


@dataclass(frozen=True)
class Teken:
    """One fact in the picture. `tot` is the first day after it, None runs on to the end of the picture; a point has `punt`.
    `deel`: how much of its lane a bar fills, from 0 to 1. `adres`: where a click goes."""

    laag: str
    soort: str
    van: date
    tot: date | None
    label: str
    uitleg: str = ""
    adres: str = ""
    punt: bool = False
    deel: float = 1

    @property
    def zin(self) -> str:
        wanneer = korte_dag(self.van) if self.punt else van_tot(self)
        return f"{self.label}: {wanneer}" + (f". {self.uitleg}" if self.uitleg else "")


def punt(laag: str, soort: str, op: date, label: str, *, uitleg: str = "", adres: str = "") -> Teken:
    return Teken(laag, soort, op, op + EEN_DAG, label, uitleg, adres, punt=True)


@dataclass(frozen=True)
class Tijdbeeld:
    """[start, laatste_dag] (both inclusive) with what fills it, as seen on `op`. `venster`: these are the 24 months; otherwise
    the contracts themselves."""

    maat: Beeldmaat
    start: date
    laatste_dag: date
    op: date
    tekens: tuple[Teken, ...]
    venster: bool = True

    @property
    def van(self) -> date:
        """What sticks out of the window stretches the picture, so an overrun is visible as one."""
        return min([self.start, *(t.van for t in self.tekens if t.laag == "werk")])

    @property
    def tot(self) -> date:
        blokken = (t.tot for t in self.tekens if t.laag == "werk" and t.tot)
        return max([self.laatste_dag + EEN_DAG, self.start + EEN_DAG, *blokken])

    @property
    def in_beeld(self) -> list[Teken]:
        """What falls inside, lane by lane, in the order of their days."""
        namen = list(LAGEN)
        binnen = [t for t in self.tekens if self._past(t) and t.van < self.tot and (t.tot is None or t.tot > self.van)]
        return sorted(binnen, key=lambda t: (namen.index(t.laag), t.van, t.label))

    def _past(self, teken: Teken) -> bool:
        """The small sizes have one lane; the middle one has points on its axis."""
        return self.maat == Beeldmaat.VOL or teken.laag == "werk" or (self.maat == Beeldmaat.KOP and teken.punt)

    @property
    def lagen(self) -> list[str]:
        """The lanes with something in them; work is always there."""
        vol = {t.laag for t in self.in_beeld} | {"werk"}
        return [laag for laag in LAGEN if laag in vol]

    @property
    def alt(self) -> str:
        naam = "De 24 maanden lopen" if self.venster else "Dit beeld loopt"
        zinnen = [f"{naam} van {dag_in_woorden(self.start)} tot en met {dag_in_woorden(self.laatste_dag)}."]
        zinnen += [f"{t.label} {van_tot(t)}." for t in self.in_beeld if t.laag == "werk"]
        for laag, (een, meer) in TELWOORDEN.items():
            if (hoeveel := sum(t.laag == laag for t in self.in_beeld)) and self.maat == Beeldmaat.VOL:
                zinnen.append(f"{aantal(hoeveel, een, meer)}.")
        if self.venster:
            zinnen.append(self._hoever())
        return " ".join(zinnen)

    def _hoever(self) -> str:
        if self.op < self.start:
            return f"De start is {afstand(self.start, self.op)}."
        if self.op <= self.laatste_dag:
            rest = maanden_en_dagen(self.op, self.laatste_dag)
            return f"Nog {duur_in_woorden(rest.maanden, rest.dagen)}, vandaag meegerekend."
        return f"De 24 maanden zijn {afstand(self.laatste_dag, self.op)} geëindigd."

    @property
    def rijen(self) -> tuple[tuple[str, str, str], ...]:
        """The table behind the picture: what, when, how long or how far."""
        return tuple(_rij(t, self.tot, self.op) for t in self.in_beeld)


def van_tot(teken: Teken) -> str:
    van = f"van {korte_dag(teken.van)}"
    return f"{van} tot en met {korte_dag(teken.tot - EEN_DAG)}" if teken.tot else f"{van}, loopt nog"


def _rij(teken: Teken, einde: date, op: date) -> tuple[str, str, str]:
    wat = f"{teken.label}: {teken.uitleg}" if teken.uitleg else teken.label
    if teken.punt:
        return wat, korte_dag(teken.van), afstand(teken.van, op)
    duur = maanden_en_dagen(teken.van, (teken.tot or einde) - EEN_DAG)
    return wat, van_tot(teken), duur_in_woorden(duur.maanden, duur.dagen)
