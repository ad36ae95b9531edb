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
from tewerkstelling.enums import OOK_NA_HET_CONTRACT
from tewerkstelling.journaalcodes import ONDERBREKING_GEWIJZIGD, TEWERKSTELLING_GEWIJZIGD
from tewerkstelling.models import Onderbreking, Tewerkstelling

EEN_DAG = timedelta(days=1)


def weigering_voor_lezer(rij: Onderbreking, door: Medewerker) -> str:
    """Why this colleague cannot touch this interruption: it says something about health or justice. Empty when allowed."""
    if rij.afgeschermd and not door.mag(Recht.AFGESCHERMD_LEZEN):
        return "Deze onderbreking is afgeschermd. Vraag het aan een collega die ze mag lezen."
    return ""


def weigering_voor_onderbreking(rij: Onderbreking, contract: Tewerkstelling) -> str:
    """Why it cannot have these days: outside the contract, or on a day of another one. Empty when it can. What needs no
    contract may lie after it when its last day is known, as long as no other contract runs then."""
    if rij.tot and rij.tot <= rij.van:
        return "De laatste dag ligt niet voor de eerste dag."
    erna = contract.tot is not None and (rij.tot or rij.van + EEN_DAG) > contract.tot
    if erna and rij.tot and rij.van >= contract.van and rij.soort in OOK_NA_HET_CONTRACT:
        if zin := _loopt_door_in_ander(rij, contract):
            return zin
    elif erna or rij.van < contract.van:
        einde = f"tot en met {contract.laatste_dag:%d/%m/%Y}" if contract.laatste_dag else "zonder einde"
        return f"De onderbreking valt buiten het contract ({contract.van:%d/%m/%Y} {einde})."
    ander = contract.onderbrekingen.exclude(pk=rij.pk).overlappend(van=rij.van, tot=rij.tot).first()
    if ander is None:
        return ""
    return f"Er is al een onderbreking {ander.wanneer}. Kies andere dagen."


def _loopt_door_in_ander(rij: Onderbreking, contract: Tewerkstelling) -> str:
    andere = Tewerkstelling.objects.filter(client=contract.client).exclude(pk=contract.pk)
    ander = andere.overlappend(van=max(rij.van, contract.tot or rij.van), tot=rij.tot).order_by("van").first()
    if ander is None:
        return ""
    return f"Vanaf {ander.van:%d/%m/%Y} loopt een ander contract. Noteer de dagen van dan af bij dat contract."


def verleng(contract: Tewerkstelling, nieuw: Onderbreking | None, oud: Onderbreking | None) -> None:
    """Move the end of the contract (unsaved) by as many days as the interruption becomes longer or shorter. One without an end
    moved nothing yet, one that began after it never does."""
    if einde := contract.tot:
        contract.tot += _duur(nieuw, einde) - _duur(oud, einde)


def _duur(rij: Onderbreking | None, einde: date) -> timedelta:
    return rij.tot - rij.van if rij and rij.tot and rij.van < einde else timedelta()


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
def beeindig_onderbreking(rij: Onderbreking, *, laatste_dag: date, door: Medewerker, op: date) -> Onderbreking:
    """Somebody came back: the day after `laatste_dag` is worked again. Only for one whose end nobody knew."""
    weiger_als(weigering_voor_terug(rij, laatste_dag))
    rij.tot = laatste_dag + EEN_DAG
    return bewaar_onderbreking(rij, ["tot"], door=door, op=op)


def weigering_voor_terug(rij: Onderbreking, laatste_dag: date) -> str:
    """Why it cannot end on this day; empty when it can."""
    if rij.tot is not None:
        return f"Deze onderbreking heeft al een laatste dag: {rij.laatste_dag:%d/%m/%Y}."
    if laatste_dag < rij.van:
        return "Deze onderbreking begon vandaag of later. Verwijder ze als ze niet doorging."
    return ""


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
