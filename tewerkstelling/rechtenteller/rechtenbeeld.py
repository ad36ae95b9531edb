"""The ledger of one contract as a picture and as rows a person can read. Pure: a Telling in, words and blocks out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from ocmw.kalender.woorden import dag_in_woorden, getal
from ocmw.ui.band import Band, Mijlpaal, Periode, band
from tewerkstelling.enums import AFGESCHERMDE_ONDERBREKINGEN, Onderbrekingsoort
from tewerkstelling.rechtenteller.grootboek import per_werkdag
from tewerkstelling.rechtenteller.maat import werkdagen
from tewerkstelling.rechtenteller.tellen import Lijn, Teller

EEN_DAG = timedelta(days=1)
MEEST = timedelta(days=10 * 365)
AFGESCHERMD = "Onderbreking (afgeschermd)"
WAT = {
    "maand": "Werk",
    "werk": "Werk",
    "vorige_toelating": "Vroegere toelating",
    "voor_referte": "Te vroeg",
    "te_weinig_uren": "Te weinig uren",
}
# telt -> code for the status label, and its word
TELT = {"geteld": ("klaar", "Telt mee"), "inbegrepen": ("bezig", "Telt ook mee"), "niet": ("let_op", "Telt niet mee")}


@dataclass(frozen=True)
class Grootboekrij:
    """One line of the ledger. `dagen` is empty for what is counted in the line it lies in."""

    van: date
    tot_en_met: date
    wat: str
    telt: str
    dagen: str
    zin: str
    afgeschermd: bool = False

    @property
    def uitleg(self) -> str:
        """The sentence names what it is about, but for work and for what is shielded."""
        return f"{self.wat}: {self.zin}" if self.afgeschermd or self.wat == WAT["werk"] else self.zin

    @property
    def status(self) -> tuple[str, str]:
        return TELT[self.telt]


@dataclass(frozen=True)
class Grootboekdeel:
    """One entry of the legend: how many days, rounded to what people can use."""

    soort: str
    woord: str
    dagen: str


def soortnaam(soort: str, *, mag_alles: bool) -> str:
    if soort in AFGESCHERMDE_ONDERBREKINGEN and not mag_alles:
        return AFGESCHERMD
    return str(Onderbrekingsoort(soort).label)


def rijen_van(teller: Teller, *, mag_alles: bool) -> tuple[Grootboekrij, ...]:
    """The lines in words. What says something about health or justice only names itself to who may read it."""
    return tuple(_rij(lijn, teller, mag_alles=mag_alles) for lijn in teller.eigen_lijnen)


def _rij(lijn: Lijn, teller: Teller, *, mag_alles: bool) -> Grootboekrij:
    dicht = lijn.soort in AFGESCHERMDE_ONDERBREKINGEN and not mag_alles
    wat = WAT.get(lijn.soort) or soortnaam(lijn.soort, mag_alles=mag_alles)
    if dicht:
        zin = (
            "Deze dagen tellen niet mee." if lijn.telt == "niet" else "Deze dagen tellen mee. Ze zitten al in het werk."
        )
    else:
        zin = teller.zin(lijn)
    dagen = "" if lijn.telt == "inbegrepen" else getal(lijn.dagen)
    return Grootboekrij(lijn.van, lijn.tot_en_met, wat, lijn.telt, dagen, zin, dicht)


def delen_van(teller: Teller) -> tuple[Grootboekdeel, ...]:
    """The parts of the bar, and what was proven before: worked, equated, not counted, still to come."""
    feiten = teller.feiten

    def samen(telt: str) -> Fraction:
        lijnen = [lijn for lijn in teller.eigen_lijnen if lijn.telt == telt]
        halve = feiten.halve_dagen
        return sum((_los(lijn) * per_werkdag(lijn.stuk, halve_dagen=halve) for lijn in lijnen), Fraction(0))

    hier, samen_eerder = teller.per_werk[-1], feiten.al_bewezen + teller.eerder
    # A whole month is 26 days however many working days it has, so leave can never be more than what was counted.
    gelijk = min(samen("inbegrepen"), hier)
    eerder = (Grootboekdeel("eerder", "Al eerder bewezen", getal(samen_eerder)),) if samen_eerder else ()
    return (
        *eerder,
        Grootboekdeel("werk", "Gewerkt", getal(hier - gelijk)),
        Grootboekdeel("gelijk", "Telt ook mee", getal(gelijk)),
        Grootboekdeel("onderbreking", "Telt niet mee", getal(samen("niet"))),
        Grootboekdeel("rest", "Nog te komen", getal(teller.resterend)),
    )


def _los(lijn: Lijn) -> int:
    """Working days in this period, whether they count or not."""
    return werkdagen(lijn.van.toordinal(), lijn.tot_en_met.toordinal(), lijn.stuk.dagen_per_week)


def beeld_van(teller: Teller, rijen: Iterable[Grootboekrij], zin: str, *, op: date) -> Band:
    """The contract on a line of time: what counted, what did not, what is still to come, and the day of the rights."""
    feiten = teller.feiten
    periodes = [_periode(rij) for rij in rijen]
    einde = max(filter(None, (teller.verwacht_einde, feiten.tot_en_met, feiten.start)))
    if teller.verwacht_einde and teller.verwacht_einde > op:
        begin = max(op + EEN_DAG, feiten.start)
        periodes.append(Periode(begin, teller.verwacht_einde + EEN_DAG, "rest", "Nog te komen"))
        periodes += [
            Periode(max(g.van, begin), g.tot_en_met + EEN_DAG, "onderbreking", "Telt niet mee")
            for g in feiten.gebeurtenissen
            if teller.regels[g.soort]["telt"] == "niet" and g.tot_en_met >= begin
        ]
    mijlpalen = [Mijlpaal(teller.verwacht_einde, f"{teller.nodig} dagen")] if teller.verwacht_einde else []
    if feiten.tot_en_met and feiten.tot_en_met != teller.verwacht_einde:
        mijlpalen.append(Mijlpaal(feiten.tot_en_met, "einde contract"))
    # A few hours a week take decades: the picture stops where nobody looks, the words go on.
    grens = feiten.start + MEEST
    periodes = [replace(p, tot=min(p.tot or grens, grens)) for p in periodes if p.van < grens]
    laatste = min(max([einde, *(p.tot - EEN_DAG for p in periodes if p.tot)]), grens)
    return replace(band(feiten.start, laatste, op=op, periodes=periodes, mijlpalen=mijlpalen), alt=_alt(teller, zin))


def _periode(rij: Grootboekrij) -> Periode:
    soort = {"geteld": "werk", "inbegrepen": "gelijk", "niet": "onderbreking"}[rij.telt]
    return Periode(rij.van, rij.tot_en_met + EEN_DAG, soort, rij.wat, rij.zin)


def _alt(teller: Teller, zin: str) -> str:
    delen = ", ".join(f"{deel.woord.lower()}: {deel.dagen}" for deel in delen_van(teller))
    return f"{zin} In dagen: {delen}. Het contract startte op {dag_in_woorden(teller.feiten.start)}."
