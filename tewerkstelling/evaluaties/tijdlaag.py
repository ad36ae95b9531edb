"""Evaluations and visits as a lane of the picture of time: what was held, and what the schedule plans."""

from collections.abc import Callable, Iterable

from django.urls import reverse

from ocmw.ui.tijdbeeld import Teken, punt
from tewerkstelling.evaluaties.planning import Planning, planning_van
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.tijdbeeld import LAGEN, VOL, Laag
from tewerkstelling.werkstand import Werkstand


def evaluatielaag(nu: Werkstand, *, afgeschermd: bool) -> Callable[[Werkstand], Iterable[Teken]]:
    """Of every contract. At most six queries, none when the schedule was read before."""
    if not nu.contracten:
        return lambda werk: ()
    client, planning = nu.stand.client.pk, planning_van(nu.stand, op=nu.op)

    def tekens(werk: Werkstand) -> list[Teken]:
        return [
            teken
            for contract in werk.contracten
            for teken in _van_contract(
                planning.alsof(contract, werk.stand.van(contract)), contract, client
            )
        ]  # fmt: skip

    return tekens


def _van_contract(planning: Planning, contract: Tewerkstelling, client: int) -> Iterable[Teken]:
    lijst = reverse("evaluaties:evaluatie_list", args=[client])
    for evaluatie in planning.van_contract(contract):
        soort = "gehouden" if evaluatie.gehouden_op <= planning.op else "gepland"
        adres = reverse("evaluaties:evaluatie_detail", args=[client, evaluatie.pk])
        yield punt("evaluatie", soort, evaluatie.gehouden_op, _naam(evaluatie.naam), adres=adres)
    for rij in planning.evaluaties(contract):
        if not rij.gehouden:
            uitleg = "niet gehouden" if rij.op < planning.op else "gepland"
            yield punt("evaluatie", "gepland", rij.op, _naam(rij.naam), uitleg=uitleg, adres=lijst)
    for dag in planning.bezoekdagen[contract.pk]:
        yield punt("evaluatie", "bezoek", dag, "Werkbezoek", adres=lijst)
    for bezoek in planning.bezoeken(contract):
        if not bezoek.bezocht and bezoek.op >= planning.op:
            yield punt(
                "evaluatie", "gepland", bezoek.op, f"Werkbezoek {bezoek.moment.naam}", uitleg="gepland", adres=lijst
            )


def _naam(naam: str) -> str:
    return naam if naam.startswith("Extra") else f"Evaluatie {naam.lower()}"


LAGEN.bied("evaluaties", Laag(VOL, evaluatielaag))
