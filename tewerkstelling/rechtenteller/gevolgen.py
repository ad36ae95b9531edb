"""What moves in the count when a contract moves: the day of the rights, and what is proven when it ends."""

from datetime import date

from ocmw.kalender.woorden import dag_in_woorden, getal
from ocmw.regels.opzoeken import OnbekendeRegel
from tewerkstelling.gevolgen import OPVOLGING, Contractstand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.rechtenstand import Rechtenfeiten, eenheid, tel_contract
from tewerkstelling.rechtenteller.teller import tel


@OPVOLGING.biedt("rechtenteller")
def rechten(voor: Contractstand, na: Contractstand, op: date) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    bewaard = Rechtspositie.objects.filter(client=na.client).first()
    straks = na.anders if isinstance(na.anders, Rechtspositie) else bewaard
    return _regels(voor, bewaard, op), _regels(na, straks, op)


def _regels(stand: Contractstand, positie: Rechtspositie | None, op: date) -> list[tuple[str, str]]:
    if stand.contract is None:
        return []
    return _rechten(Rechtenfeiten(stand.contracten, stand.onderbrekingen, positie, []), stand.contract, op)


def _rechten(feiten: Rechtenfeiten, contract: Tewerkstelling, op: date) -> list[tuple[str, str]]:
    try:
        telling, _ = tel_contract(feiten, contract, op=op)
    except (ValueError, OnbekendeRegel):
        return [("Rechten op, volgens onze teller", "nog niet te zeggen")]
    teller = telling.teller
    einde = teller.verwacht_einde
    wanneer = dag_in_woorden(einde) if einde else teller.onmogelijk or "alles was al bewezen"
    regels = [("Rechten op, volgens onze teller", wanneer)]
    if contract.laatste_dag:
        samen = tel(teller.feiten, op=contract.laatste_dag).teller
        geteld = samen.geteld if samen.resterend else samen.nodig
        tekst = f"{getal(geteld)} van {samen.nodig} {eenheid(samen)}"
        regels.append(("Bewezen op het einde van het contract", tekst))
    return regels
