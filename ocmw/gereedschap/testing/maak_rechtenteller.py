"""Interruptions and calculations of the RVA in one word."""

from datetime import date, timedelta

from clienten.models import Client
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from tewerkstelling.actions import bewaar_onderbreking
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.actions import bewaar_rva_berekening, neem_basis_over
from tewerkstelling.rechtenteller.models import RvaBerekening


def onderbreek(
    contract: Tewerkstelling,
    door: Medewerker,
    *,
    van: date,
    laatste_dag: date | None,
    soort: str = "schorsing",
    **extra,
) -> Onderbreking:
    """Through the action, as a colleague would; without a last day it goes on."""
    tot = laatste_dag + timedelta(days=1) if laatste_dag else None
    rij = Onderbreking(contract=contract, soort=soort, van=van, tot=tot)
    return bewaar_onderbreking(rij, [], door=door, op=vandaag(), **extra)


def bereken(contract: Tewerkstelling, door: Medewerker, **velden) -> RvaBerekening:
    berekening = RvaBerekening(contract=contract, **velden)
    return bewaar_rva_berekening(berekening, door=door, op=vandaag())


def maak_onderbreking(client: Client) -> Onderbreking:
    """A row beside the actions, for the walk through the URLs: the last two days of the contract."""
    contract = client.tewerkstellingen.first()
    dag = contract.tot - timedelta(days=2)
    return Onderbreking.objects.create(client=client, contract=contract, soort="schorsing", van=dag, tot=contract.tot)


def maak_andere_uren(contract: Tewerkstelling) -> str:
    """Half the hours from the second day on; the day, as an address writes it."""
    dag = contract.van + timedelta(days=1)
    contract.uren_per_week = contract.uren_per_week or contract.voltijds_uren
    contract.zet_uren(dag, contract.voltijds_uren / 2, contract.dagen_per_week)
    Tewerkstelling.objects.filter(pk=contract.pk).update(
        uren_per_week=contract.uren_per_week, andere_uren=contract.andere_uren
    )
    return dag.isoformat()


def maak_berekening(client: Client) -> RvaBerekening:
    berekening = RvaBerekening()
    contract = client.tewerkstellingen.first()
    contract.client = client
    neem_basis_over(berekening, contract)
    berekening.save()
    return berekening
