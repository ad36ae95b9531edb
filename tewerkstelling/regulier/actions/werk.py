"""The start in a regular job, and whether we follow up there."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.actions import start_tewerkstelling
from tewerkstelling.enums import Contractsoort
from tewerkstelling.journaalcodes import TEWERKSTELLING_GEWIJZIGD
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.regulier.enums import Sollicitatiestatus
from tewerkstelling.regulier.models import Opvolging, Sollicitatie


def weigering_voor_start(rij: Sollicitatie) -> str:
    """Why no contract can start from this application; empty when it can."""
    if reden := rij.client.weigering_als_gesloten():
        return reden
    if rij.contract_id:
        return "Voor deze job is al een contract geregistreerd."
    if rij.status != Sollicitatiestatus.AANGENOMEN:
        return "Noteer eerst dat de cliënt aangenomen is."
    return ""


@actie
def start_regulier_werk(
    rij: Sollicitatie, contract: Tewerkstelling, opvolging: Opvolging, *, door: Medewerker, op: date
) -> Tewerkstelling:
    """The contract, the link to the application and what we agreed about following up: all or nothing."""
    weiger_als(weigering_voor_start(rij))
    contract.soort = Contractsoort.REGULIER
    start_tewerkstelling(contract, door=door, op=op)
    # Two colleagues who register the same start: the second finds the place taken.
    if not Sollicitatie.objects.filter(pk=rij.pk, contract=None).update(contract=contract):
        raise Geweigerd("Een collega registreerde dit contract intussen.")
    rij.contract = contract
    opvolging.contract = contract
    bewaar_opvolging(opvolging, [], door=door, op=op)
    return contract


@actie
def bewaar_opvolging(rij: Opvolging, velden: list[str], *, door: Medewerker, op: date) -> Opvolging:
    """Yes or no, with the reason. The first answer makes the row; a colleague who was first is a conflict."""
    weiger_als(rij.client.weigering_als_gesloten())
    weiger_als(
        "" if rij.contract.soort == Contractsoort.REGULIER else "Opvolging spreek je hier alleen af bij gewoon werk."
    )
    if not rij._state.adding:
        rij.bewaar(door=door, velden=velden)
    else:
        rij.gewijzigd_door = door
        rij.validate_constraints(exclude=["contract"])
        rij.bewaar_eerste(door=door, contract=rij.contract)
    noteer(TEWERKSTELLING_GEWIJZIGD, rij, door=door, client=rij.client, opvolgen=str(rij.opvolgen))
    raakt(rij)
    return rij
