"""What can happen with a contract. Everything that hangs on its dates moves in the same transaction."""

from datetime import date, timedelta

from django.db.models import F, Q

from clienten.handeling import actie, houd_vast, raakt
from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.actions.botsing import in_woorden
from tewerkstelling.enums import OOK_NA_HET_CONTRACT, Eindreden
from tewerkstelling.journaalcodes import (
    ONDERBREKING_GEWIJZIGD,
    TEWERKSTELLING_BEEINDIGD,
    TEWERKSTELLING_GESTART,
    TEWERKSTELLING_GEWIJZIGD,
)
from tewerkstelling.models import Mentor, Onderbreking, Tewerkstelling, Werkplek


@actie
def start_tewerkstelling(contract: Tewerkstelling, *, door: Medewerker, op: date) -> Tewerkstelling:
    """Register a contract; refuses one that shares a day with another contract of the same client."""
    weiger_als(contract.client.weigering_als_gesloten())
    contract.full_clean(exclude=["client", "werkplek"])
    _een_tegelijk(contract.client)
    weiger_als(weigering_voor_mentor(contract.mentor, contract.werkplek) or weigering_voor_periode(contract))
    contract.gewijzigd_door = door
    if contract.toelating or contract.maandloon is not None:
        _noteer_wie_vroeg(contract, door=door, op=op)
    with in_woorden():
        contract.save(force_insert=True)
    noteer(TEWERKSTELLING_GESTART, contract, door=door, client=contract.client, van=contract.van, tot=contract.tot)
    raakt(contract)
    return contract


@actie
def wijzig_tewerkstelling(contract: Tewerkstelling, velden: list[str], *, door: Medewerker, op: date) -> Tewerkstelling:
    """Write the edited fields on the version the user saw; raises IntussenGewijzigd when the row moved on."""
    weiger_als(contract.client.weigering_als_gesloten())
    contract.full_clean(exclude=["client", "werkplek"])
    _een_tegelijk(contract.client)
    weiger_als(weigering_voor_mentor(contract.mentor, contract.werkplek) or weigering_voor_periode(contract))
    if {"toelating", "maandloon"} & set(velden):
        _noteer_wie_vroeg(contract, door=door, op=op)
        velden = [*velden, "toelating_gevraagd_op", "toelating_gevraagd_door"]
    with in_woorden():
        contract.bewaar(door=door, velden=velden)
    noteer(TEWERKSTELLING_GEWIJZIGD, contract, door=door, client=contract.client, velden=velden, tot=contract.tot)
    raakt(contract)
    return contract


@actie
def beeindig_tewerkstelling(
    contract: Tewerkstelling,
    *,
    laatste_dag: date,
    reden: Eindreden | str,
    door: Medewerker,
    op: date,
    met_onderbreking: bool = False,
) -> Tewerkstelling:
    """End the contract on `laatste_dag`, its last day: earlier than planned, or on the planned day with its reason.

    `met_onderbreking`: an interruption that goes on, or would go on after that day, ends on the same day."""
    if laatste_dag < contract.van:
        raise Geweigerd("De laatste dag ligt niet voor de eerste werkdag.")
    contract.tot, contract.eindreden = laatste_dag + timedelta(days=1), reden
    _een_tegelijk(contract.client)
    if met_onderbreking:
        for rij in onderbrekingen_over(contract):
            _sluit_met_contract(rij, contract, door=door)
    weiger_als(weigering_voor_periode(contract))
    with in_woorden():
        contract.bewaar(door=door, velden=["tot", "eindreden"])
    noteer(
        TEWERKSTELLING_BEEINDIGD,
        contract,
        door=door,
        client=contract.client,
        tot=contract.tot,
        reden_einde=str(reden),
    )
    raakt(contract)
    return contract


def onderbrekingen_over(contract: Tewerkstelling) -> list[Onderbreking]:
    """Those that began in the contract and have no end, or one after its last day."""
    erover = Q(tot=None) if contract.tot is None else Q(tot=None) | Q(tot__gt=contract.tot)
    rijen = Onderbreking.objects.filter(erover, contract=contract.pk)
    return list(rijen if contract.tot is None else rijen.filter(van__lt=contract.tot))


def _sluit_met_contract(rij: Onderbreking, contract: Tewerkstelling, *, door: Medewerker) -> None:
    """Follows from the end of the contract, so who may not read what it is about may do it too."""
    rij.tot = contract.tot
    rij.bewaar(door=door, velden=["tot"])
    noteer(ONDERBREKING_GEWIJZIGD, rij, door=door, client=contract.client, van=rij.van, tot=rij.tot, actie="bewaard")
    raakt(rij)


def _noteer_wie_vroeg(contract: Tewerkstelling, *, door: Medewerker, op: date) -> None:
    """The choice and the wage are what the client said to somebody on a day; taken back, nobody asked."""
    gevraagd = bool(contract.toelating) or contract.maandloon is not None
    contract.toelating_gevraagd_op = op if gevraagd else None
    contract.toelating_gevraagd_door = door if gevraagd else None


def _een_tegelijk(client: Client) -> None:
    """Two colleagues who add a contract at the same moment must see each other's: the check below reads after this lock."""
    houd_vast(client)


def weigering_voor_mentor(mentor: Mentor | None, werkplek: Werkplek | None) -> str:
    """Why this mentor cannot guide on this place: somebody of another employer. Empty when they can."""
    if mentor is None or (werkplek is not None and mentor.werkgever_id == werkplek.werkgever_id):
        return ""
    if werkplek is None:
        return "Kies eerst een werkplek. Een mentor werkt bij de werkgever van de werkplek."
    return f"{mentor.naam} werkt niet bij de werkgever van deze werkplek. Kies een andere mentor."


def weigering_voor_periode(contract: Tewerkstelling, *, met_onderbreking: bool = False) -> str:
    """Why this contract cannot have its period: it shares a day with another one of the client, art.60 with art.60 or other
    work with other work; or one of its interruptions would fall outside (`met_onderbreking`: one that began before the end
    ends with it). Empty when it can."""
    ander = (
        Tewerkstelling.objects.filter(client=contract.client)
        .exclude(pk=contract.pk)
        .overlappend(van=contract.van, tot=contract.tot)
        .zelfde_soort_werk(contract.soort)
        .first()
    )
    if ander is not None:
        einde = f" tot en met {ander.laatste_dag:%d/%m/%Y}" if ander.laatste_dag else ""
        return f"Deze periode overlapt met een ander contract ({ander.van:%d/%m/%Y}{einde})."
    if zin := _valt_over_onderbreking(contract):
        return zin
    if contract.pk is None:
        return ""
    if zin := contract.weigering_voor_uren():
        return zin
    erbuiten = Q(van__lt=contract.van)
    if contract.tot is not None:
        erbuiten |= Q(van__gte=contract.tot)
        if not met_onderbreking:
            erbuiten |= Q(tot__gt=contract.tot)
    erna = Q(soort__in=OOK_NA_HET_CONTRACT, van__gte=contract.van, tot__isnull=False)
    rij = Onderbreking.objects.filter(erbuiten & ~erna, contract=contract.pk).first()
    if rij is None:
        return ""
    return f"De onderbreking {rij.wanneer} valt dan buiten het contract. Pas eerst die onderbreking aan."


def _valt_over_onderbreking(contract: Tewerkstelling) -> str:
    """What lies between two contracts (OOK_NA_HET_CONTRACT) would run on in this one: its days would count twice. The other way
    round, who notes it later reads the same (`weigering_voor_onderbreking`)."""
    rijen = Onderbreking.objects.filter(client=contract.client, tot__gt=F("contract__tot")).exclude(
        contract=contract.pk
    )
    if contract.tot is not None:  # its days in its own contract are that contract's
        rijen = rijen.filter(contract__tot__lt=contract.tot)
    rij = rijen.overlappend(van=contract.van, tot=contract.tot).select_related("contract").order_by("van").first()
    if rij is None:
        return ""
    ervoor = contract.van - timedelta(days=1)
    doe = f"Zet haar laatste dag daar op {ervoor:%d/%m/%Y}" if rij.van <= ervoor else "Verwijder ze daar"
    return (
        f"De onderbreking {rij.wanneer}, bij het contract tot en met {rij.contract.laatste_dag:%d/%m/%Y}, loopt dan in dit "
        f"contract door. {doe}, en noteer de dagen vanaf {max(rij.van, contract.van):%d/%m/%Y} bij dit contract."
    )
