"""What moves on the work floor when a contract moves: evaluations and visits that are still to come."""

from datetime import date

from ocmw.kalender.woorden import dag_in_woorden, korte_dag
from ocmw.regels.opzoeken import OnbekendeRegel
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.planning import Planning
from tewerkstelling.gevolgen import OPVOLGING, Contractstand


@OPVOLGING.biedt("evaluaties")
def bezoeken(voor: Contractstand, na: Contractstand, op: date) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    return _bezoeken(voor, op), _bezoeken(na, op)


def _bezoeken(stand: Contractstand, op: date) -> list[tuple[str, str]]:
    contract = stand.contract
    if contract is None or contract.soort != Contractsoort.ART60:
        return []
    try:
        planning = Planning([contract], op=op).alsof(contract, stand.van(contract))
        regels = [
            (f"Evaluatie {rij.naam}", dag_in_woorden(rij.op))
            for rij in planning.evaluaties(contract)
            if rij.op >= op and not rij.gehouden
        ]
        dagen = [korte_dag(rij.op) for rij in planning.bezoeken(contract) if rij.op >= op and not rij.bezocht]
    except OnbekendeRegel:  # a contract from before the rules we know
        return []
    if dagen and contract.laatste_dag:
        regels.append(("Bezoeken aan de werkplek", "; ".join(dagen)))
    return regels
