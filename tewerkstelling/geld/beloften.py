"""Art.60 must start within two months after the werkervaringsovereenkomst, or VDAB does not pay the trajectory (T13)."""

from collections.abc import Iterator
from datetime import date

from clienten.feiten import Feiten
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from tewerkstelling.beloften import contracten
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from trajecten.twe.beloften import werkervaringen
from trajecten.twe.models import Werkervaring
from trajecten.twe.tarieven import Tarieven

DAGEN_TERUG = 30  # an import from the past does not wake anybody for what was lost long ago
TIJDIG_START = Termijnsoort(
    "tijdig_start",
    "Art.60 moet op tijd starten",
    uitleg="Start art.60 later, dan betaalt VDAB de maanden van dit traject niet.",
    vanzelf="Start het art.60-contract. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Bekijk het werk", "werk"),
    volgt=(Tewerkstelling, Werkervaring),
)


@belooft(TIJDIG_START)
def tijdige_start(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """One promise per running window without art.60, on the last day that is certainly in time."""
    tarieven = Tarieven()
    for pk, rij in feiten.lees(werkervaringen).items():
        if _werkt_na(feiten.lees(contracten).get(pk, []), rij.start):
            continue  # a contract runs, or will: the day is no longer open
        try:
            tot = tarieven.voor(rij.start).venster.tijdig_art60_tot
        except OnbekendeRegel:
            continue
        if (feiten.op - tot).days <= DAGEN_TERUG:
            onderwerp = f"zeker op tijd tot en met {dag_in_woorden(tot)}"
            yield pk, Belofte(TIJDIG_START, tot, f"werkervaring:{rij.pk}", feiten.wie(pk), onderwerp)


def _werkt_na(rijen: list[Tewerkstelling], dag: date) -> bool:
    return any(rij.soort == Contractsoort.ART60 and (rij.tot is None or rij.tot > dag) for rij in rijen)
