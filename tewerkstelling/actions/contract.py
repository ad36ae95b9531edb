"""What can happen with a contract. Everything that hangs on its dates moves in the same transaction."""

from datetime import date, timedelta

from django.db.models import Q

from clienten.handeling import actie, houd_vast, raakt
from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.actions.botsing import in_woorden
from tewerkstelling.enums import Eindreden
from tewerkstelling.journaalcodes import TEWERKSTELLING_BEEINDIGD, TEWERKSTELLING_GESTART, TEWERKSTELLING_GEWIJZIGD
from tewerkstelling.models import Mentor, Onderbreking, Tewerkstelling, Werkplek


@actie
def start_tewerkstelling(contract: Tewerkstelling, *, door: Medewerker, op: date) -> Tewerkstelling:
    """Register a contract; refuses one that shares a day with another contract of the same client."""
    weiger_als(contract.client.weigering_als_gesloten())
    contract.full_clean(exclude=["client", "werkplek"])
    _een_tegelijk(contract.client)
    weiger_als(weigering_voor_mentor(contract.mentor, contract.werkplek) or weigering_voor_periode(contract))
    contract.gewijzigd_door = door
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
    with in_woorden():
        contract.bewaar(door=door, velden=velden)
    noteer(TEWERKSTELLING_GEWIJZIGD, contract, door=door, client=contract.client, velden=velden, tot=contract.tot)
    raakt(contract)
    return contract


@actie
def beeindig_tewerkstelling(
    contract: Tewerkstelling, *, laatste_dag: date, reden: Eindreden | str, door: Medewerker, op: date
) -> Tewerkstelling:
    """End the contract on `laatste_dag`, its last day: earlier than planned, or on the planned day with its reason."""
    if laatste_dag < contract.van:
        raise Geweigerd("De laatste dag ligt niet voor de eerste werkdag.")
    contract.tot, contract.eindreden = laatste_dag + timedelta(days=1), reden
    _een_tegelijk(contract.client)
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


def weigering_voor_periode(contract: Tewerkstelling) -> str:
    """Why this contract cannot have its period: it shares a day with another one of the client, art.60 with art.60 or other
    work with other work; or one of its interruptions would fall outside. Empty when it can."""
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
    if contract.pk is None:
        return ""
    if zin := contract.weigering_voor_uren():
        return zin
    erbuiten = Q(van__lt=contract.van) if contract.tot is None else Q(van__lt=contract.van) | Q(tot__gt=contract.tot)
    rij = Onderbreking.objects.filter(erbuiten, contract=contract.pk).first()
    if rij is None:
        return ""
    return (
        f"De onderbreking van {rij.van:%d/%m/%Y} tot en met {rij.laatste_dag:%d/%m/%Y} valt dan buiten het contract. "
        "Pas eerst die onderbreking aan."
    )
