"""The ledger of one contract as rows a person can read, and as the numbers of its legend. Pure: a Telling in, words out."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ocmw.kalender.woorden import getal
from tewerkstelling.enums import AFGESCHERMDE_ONDERBREKINGEN, Onderbrekingsoort
from tewerkstelling.rechtenteller.grootboek import per_werkdag
from tewerkstelling.rechtenteller.maat import werkdagen
from tewerkstelling.rechtenteller.tellen import Lijn, Teller

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
