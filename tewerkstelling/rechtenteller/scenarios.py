"""Keep a wat-als, or throw it away. Only codes and dates: the sentence of who kept it stands beside it."""

from datetime import date
from typing import Any

from clienten.handeling import actie
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from tewerkstelling.enums import AFGESCHERMDE_ONDERBREKINGEN
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.journaalcodes import SCENARIO_BEWAARD
from tewerkstelling.rechtenteller.models import Scenario
from tewerkstelling.rechtenteller.watals import WatAlsWens

MAX_PER_CLIENT = 20


def als_invoer(wens: WatAlsWens, contract: Tewerkstelling) -> dict[str, Any]:
    return {
        "start": wens.start.isoformat(),
        "laatste_dag": wens.laatste_dag.isoformat() if wens.laatste_dag else None,
        "uren": str(wens.uren),
        "uren_vanaf": wens.uren_vanaf.isoformat() if wens.uren_vanaf else None,
        "extra": [[str(g.soort), g.van.isoformat(), g.tot_en_met.isoformat()] for g in wens.extra],
        "basis": basis_van(contract),
    }


def basis_van(contract: Tewerkstelling) -> dict[str, Any]:
    """What the proposal started from; when the contract changed since, the page says so."""
    return {
        "start": contract.van.isoformat(),
        "laatste_dag": contract.laatste_dag.isoformat() if contract.laatste_dag else None,
        "uren": float(contract.uren_per_week) if contract.uren_per_week is not None else None,
        "andere_uren": contract.andere_uren,
    }


@actie
def bewaar_scenario(contract: Tewerkstelling, wens: WatAlsWens, nota: str, *, door: Medewerker, op: date) -> Scenario:
    """Needs `contract.client`. Nothing in the dossier moves."""
    client = contract.client
    weiger_als(client.weigering_als_gesloten())
    aantal = Scenario.objects.filter(client=client).count()
    weiger_als(
        f"Er zijn al {MAX_PER_CLIENT} scenario's. Verwijder eerst een oud scenario." if aantal >= MAX_PER_CLIENT else ""
    )
    scenario = Scenario(
        client=client,
        contract=contract,
        nota=nota.strip(),
        invoer=als_invoer(wens, contract),
        afgeschermd=any(g.soort in AFGESCHERMDE_ONDERBREKINGEN for g in wens.extra),
        bewaard_door=door,
    )
    scenario.full_clean(exclude=["client", "contract", "bewaard_door"])
    scenario.save(force_insert=True)
    noteer(SCENARIO_BEWAARD, scenario, door=door, client=client, contract=contract.pk, op=op)
    return scenario


@actie
def verwijder_scenario(scenario: Scenario, *, door: Medewerker, op: date) -> None:
    noteer(SCENARIO_BEWAARD, scenario, door=door, client=scenario.client, verwijderd=True, op=op)
    scenario.delete()
