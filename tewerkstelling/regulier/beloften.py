"""What an application and a regular job promise: send it, go to the interview, ask how it stands, ask how it goes."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q

from clienten.feiten import Feiten
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.regulier.enums import Opvolgen, Sollicitatiestatus
from tewerkstelling.regulier.models import Opvolging, Sollicitatie

SOLLICITATIE = Termijnsoort(
    "sollicitatie",
    "Volg de sollicitatie op",
    uitleg="Er is een sollicitatie zonder resultaat.",
    vanzelf="Noteer het resultaat. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Bekijk de sollicitatie", "regulier:regulier_detail"),
    regel="sollicitatie.opvolgen_dagen",
    volgt=(Sollicitatie,),
)
OPVOLGING_WERK = Termijnsoort(
    "opvolging_werk",
    "Vraag hoe het gaat op het werk",
    uitleg="Dit is afgesproken toen het werk startte.",
    stap=Volgendestap("dossier_lezen", "Bekijk het werk", "regulier:regulier_detail"),
    volgt=(Tewerkstelling, Opvolging),
)


def lopende_sollicitaties(feiten: Feiten) -> list[Sollicitatie]:
    return list(Sollicitatie.objects.lopend().filter(client__in=feiten.open).select_related("werkgever"))


def lopende_opvolging(feiten: Feiten) -> list[Opvolging]:
    loopt = Q(contract__tot=None) | Q(contract__tot__gt=feiten.op)
    rijen = Opvolging.objects.filter(loopt, client__in=feiten.open, opvolgen=Opvolgen.JA)
    return list(rijen.select_related("contract"))


@belooft(SOLLICITATIE)
def sollicitaties_opvolgen(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """One per application: the last day to send it, the day of the interview, or so many days (rule) after the last step."""
    for rij in feiten.lees(lopende_sollicitaties):
        if rij.status == Sollicitatiestatus.TE_VERSTUREN:
            dag, wat = rij.deadline, f"nog te versturen: {rij}"
        elif rij.status == Sollicitatiestatus.GESPREK and rij.status_op >= feiten.op:
            dag, wat = rij.status_op, f"gesprek voor {rij}"
        else:
            dag, wat = rij.status_op + timedelta(days=SOLLICITATIE.tijd(feiten.op)), str(rij)
        if dag:
            sleutel = f"sollicitatie:{rij.pk}"
            yield rij.client_id, Belofte(SOLLICITATIE, dag, sleutel, feiten.wie(rij.client_id), wat[:200])


@belooft(OPVOLGING_WERK)
def werk_opvolgen(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """The next contact in a regular job that still runs, when we agreed to follow up."""
    for rij in feiten.lees(lopende_opvolging):
        if rij.volgende_op:
            sleutel, wie = f"contract:{rij.contract_id}", feiten.wie(rij.client_id)
            yield rij.client_id, Belofte(OPVOLGING_WERK, rij.volgende_op, sleutel, wie, rij.contract.functie)
