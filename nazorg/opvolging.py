"""What hangs on one contract besides its own dates: the day of the rights, evaluations and visits. For before and after."""

from collections.abc import Iterable
from datetime import date

from nazorg.rechtenstand import Rechtenfeiten, eenheid, tel_contract
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel, regel
from ocmw.ui.datum import korte_dag
from tewerkstelling.enums import WERK_LIGT_STIL, Contractsoort
from tewerkstelling.evaluaties.rooster import Gat, Moment, momenten
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller import getal
from tewerkstelling.teller import tel

MAX_MAANDEN = 36  # visits go on every month; nobody plans further ahead than an art.60 contract can last


def gaten_van(onderbrekingen: Iterable[Onderbreking]) -> list[Gat]:
    """Time in which nobody stands at the workplace: evaluations and visits move along."""
    return [Gat(rij.van, rij.laatste_dag) for rij in onderbrekingen if rij.soort in WERK_LIGT_STIL]


def opvolging(feiten: Rechtenfeiten, contract: Tewerkstelling, *, op: date) -> tuple[tuple[str, str], ...]:
    """Lines (what, when) as the contract and its interruptions in `feiten` make them."""
    try:
        volgt = _bezoeken(feiten, contract, op) if contract.soort == Contractsoort.ART60 else []
    except OnbekendeRegel:  # a contract from before the rules we know
        volgt = []
    return (*_rechten(feiten, contract, op), *volgt)


def _rechten(feiten: Rechtenfeiten, contract: Tewerkstelling, op: date) -> list[tuple[str, str]]:
    try:
        telling, _ = tel_contract(feiten, contract, op=op)
    except (ValueError, OnbekendeRegel):
        return [("Rechten op, volgens onze teller", "nog niet te zeggen")]
    teller = telling.teller
    einde = teller.verwacht_einde
    regels = [("Rechten op, volgens onze teller", dag_in_woorden(einde) if einde else "alles was al bewezen")]
    if contract.laatste_dag:
        samen = tel(teller.feiten, op=contract.laatste_dag).teller
        geteld = samen.geteld if samen.resterend else samen.nodig
        tekst = f"{getal(geteld)} van {samen.nodig} {eenheid(samen)}"
        regels.append(("Bewezen op het einde van het contract", tekst))
    return regels


def _bezoeken(feiten: Rechtenfeiten, contract: Tewerkstelling, op: date) -> list[tuple[str, str]]:
    gaten = gaten_van(feiten.van(contract))
    maanden = regel("evaluatie.art60_maanden", op=contract.van).waarde
    schema = regel("werkbezoek.schema", op=contract.van).waarde
    stap = schema.get("daarna_elke_maanden") or MAX_MAANDEN
    bezoekmaanden = sorted({*schema["maanden"], *range(max(schema["maanden"], default=0) + stap, MAX_MAANDEN, stap)})

    def komend(alle: list[Moment]) -> list[Moment]:
        return [moment for moment in alle if moment.op >= op]

    evaluaties = momenten(contract.van, contract.laatste_dag, maanden=maanden, gaten=gaten)
    bezoeken = momenten(contract.van, contract.laatste_dag, maanden=bezoekmaanden, weken=schema["weken"], gaten=gaten)
    regels = [(f"Evaluatie {moment.naam}", dag_in_woorden(moment.op)) for moment in komend(evaluaties)]
    dagen = [korte_dag(moment.op) for moment in komend(bezoeken)]
    if dagen and contract.laatste_dag:
        regels.append(("Bezoeken aan de werkplek", "; ".join(dagen)))
    return regels
