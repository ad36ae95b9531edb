"""What hangs on one contract besides its own dates: the day of the rights, evaluations and visits. For before and after."""

from datetime import date

from nazorg.rechtenstand import Rechtenfeiten, eenheid, tel_contract
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.ui.datum import korte_dag
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.planning import Planning
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller import getal
from tewerkstelling.teller import tel


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
    planning = Planning([contract], op=op).alsof(contract, feiten.van(contract))
    regels = [
        (f"Evaluatie {rij.naam}", dag_in_woorden(rij.op)) for rij in planning.evaluaties(contract) if rij.op >= op
    ]
    dagen = [korte_dag(rij.moment.op) for rij in planning.bezoeken(contract) if rij.moment.op >= op]
    if dagen and contract.laatste_dag:
        regels.append(("Bezoeken aan de werkplek", "; ".join(dagen)))
    return regels
