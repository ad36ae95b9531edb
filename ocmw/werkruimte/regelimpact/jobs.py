"""What a rule moves, worked out in the background; and rules that begin today."""

from celery import shared_task
from django.db.models import F, Q

from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.actions import start_opdracht
from ocmw.opdrachten.uitvoering import opdracht_soort
from ocmw.regels.actions import DOORVOEREN, IMPACT
from ocmw.regels.models import Regelset
from ocmw.werkruimte.regelimpact.doorrekenen import bereken_impact, voer_regels_door

opdracht_soort(IMPACT)(bereken_impact)
opdracht_soort(DOORVOEREN)(voer_regels_door)


@shared_task
def begin_nieuwe_regels() -> int:
    """Every night: a set that was published for a later day begins today, and no action of anybody says so."""
    nieuw = Regelset.objects.filter(
        Q(doorgevoerd_op=None) | Q(doorgevoerd_op__lt=F("geldig_van")),
        geldig_van__lte=vandaag(),
    ).select_related("gepubliceerd_door")
    begonnen = 0
    for set_ in nieuw:
        if set_.gepubliceerd_door:
            start_opdracht(DOORVOEREN, door=set_.gepubliceerd_door, gegevens={"set": set_.pk})
            begonnen += 1
    return begonnen
