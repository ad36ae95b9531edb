"""What can happen with an interruption. The contract, its termijnen and the lists move in the same transaction."""

from datetime import date, timedelta

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import weiger_als
from tewerkstelling.actions.botsing import in_woorden
from tewerkstelling.actions.contract import _een_tegelijk, weigering_voor_periode
from tewerkstelling.journaalcodes import ONDERBREKING_GEWIJZIGD, TEWERKSTELLING_GEWIJZIGD
from tewerkstelling.models import Onderbreking, Tewerkstelling


def weigering_voor_lezer(rij: Onderbreking, door: Medewerker) -> str:
    """Why this colleague cannot touch this interruption: it says something about health or justice. Empty when allowed."""
    if rij.afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN):
        return "Deze onderbreking is afgeschermd. Vraag het aan een collega die ze mag lezen."
    return ""


def weigering_voor_onderbreking(rij: Onderbreking, contract: Tewerkstelling) -> str:
    """Why it cannot have these days: outside the contract, or on a day of another one. Empty when it can."""
    if rij.tot <= rij.van:
        return "De laatste dag ligt niet voor de eerste dag."
    if rij.van < contract.van or (contract.tot and rij.tot > contract.tot):
        einde = f"tot en met {contract.laatste_dag:%d/%m/%Y}" if contract.laatste_dag else "zonder einde"
        return f"De onderbreking valt buiten het contract ({contract.van:%d/%m/%Y} {einde})."
    ander = contract.onderbrekingen.exclude(pk=rij.pk).overlappend(van=rij.van, tot=rij.tot).first()
    if ander is None:
        return ""
    return f"Er is al een onderbreking van {ander.van:%d/%m/%Y} tot en met {ander.laatste_dag:%d/%m/%Y}. Kies andere dagen."


def verleng(contract: Tewerkstelling, nieuw: Onderbreking | None, oud: Onderbreking | None) -> None:
    """Move the end of the contract (unsaved) by as many days as the interruption becomes longer or shorter."""
    if contract.tot:
        dagen = (nieuw.tot - nieuw.van if nieuw else timedelta()) - (oud.tot - oud.van if oud else timedelta())
        contract.tot += dagen


@actie
def bewaar_onderbreking(
    rij: Onderbreking, velden: list[str], *, door: Medewerker, op: date, met_contract: bool = False
) -> Onderbreking:
    """Add an interruption, or write what was edited on the version the user saw (IntussenGewijzigd when it moved on).

    `met_contract`: the last day of the contract moves by the days of the interruption, in the same action.
    """
    contract, oud = _lees_na_slot(rij)
    weiger_als(weigering_voor_lezer(rij, door) or (oud and weigering_voor_lezer(oud, door)) or "")
    if met_contract:
        verleng(contract, rij, oud)
    weiger_als(weigering_voor_onderbreking(rij, contract))
    if met_contract:
        _bewaar_einde(contract, door=door)
    rij.client, rij.contract = contract.client, contract
    rij.full_clean(exclude=["client", "contract"])
    with in_woorden():
        if oud is None:
            rij.gewijzigd_door = door
            rij.save(force_insert=True)
        else:
            rij.bewaar(door=door, velden=velden)
    _rond_af(rij, contract, door=door, op=op, wat="bewaard")
    return rij


@actie
def verwijder_onderbreking(rij: Onderbreking, *, door: Medewerker, op: date, met_contract: bool = False) -> None:
    """Take an interruption away; `met_contract`: the contract becomes as many days shorter."""
    contract, oud = _lees_na_slot(rij)
    weiger_als("" if oud else "Een collega verwijderde deze onderbreking al.")
    weiger_als(weigering_voor_lezer(oud or rij, door))
    if oud and oud.versie != rij.versie:
        raise IntussenGewijzigd(oud)
    Onderbreking.objects.filter(pk=rij.pk).delete()
    if met_contract:
        verleng(contract, None, oud)
        weiger_als("" if contract.tot is None or contract.tot > contract.van else "Dan blijft er geen contract over.")
        _bewaar_einde(contract, door=door)
    _rond_af(rij, contract, door=door, op=op, wat="verwijderd")


def _lees_na_slot(rij: Onderbreking) -> tuple[Tewerkstelling, Onderbreking | None]:
    """The contract and the stored interruption as they are once nobody else can change them."""
    _een_tegelijk(rij.contract.client)
    contract = Tewerkstelling.objects.select_related("client").get(pk=rij.contract_id)
    weiger_als(contract.client.weigering_als_gesloten())
    return contract, Onderbreking.objects.filter(pk=rij.pk).first() if rij.pk else None


def _bewaar_einde(contract: Tewerkstelling, *, door: Medewerker) -> None:
    weiger_als(weigering_voor_periode(contract))
    with in_woorden():
        contract.bewaar(door=door, velden=["tot"])
    noteer(TEWERKSTELLING_GEWIJZIGD, contract, door=door, client=contract.client, velden=["tot"], tot=contract.tot)


def _rond_af(rij: Onderbreking, contract: Tewerkstelling, *, door: Medewerker, op: date, wat: str) -> None:
    # Never the kind: the journaal holds nothing about health or justice.
    noteer(ONDERBREKING_GEWIJZIGD, rij, door=door, client=contract.client, van=rij.van, tot=rij.tot, actie=wat)
    raakt(contract, Onderbreking)
