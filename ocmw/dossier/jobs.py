"""Work on the clock that looks across apps."""

import logging
from datetime import timedelta

from celery import shared_task
from django.db.models import F, Q

from clienten.models import Stand
from ocmw.dossier.controle import controleer
from ocmw.dossier.doorrekenen import bereken_impact, voer_regels_door
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.actions import start_opdracht
from ocmw.opdrachten.uitvoering import opdracht_soort
from ocmw.regels.actions import DOORVOEREN, IMPACT
from ocmw.regels.models import Regelset
from ocmw.termijnen.models import Termijn

logger = logging.getLogger(__name__)

opdracht_soort(IMPACT)(bereken_impact)
opdracht_soort(DOORVOEREN)(voer_regels_door)


@shared_task
def controleer_dossiers() -> dict[str, int]:
    """Weekly: derive everything again and report. It repairs nothing: a difference is a fault somebody must see."""
    uitslag = controleer(vandaag())
    for verschil in uitslag.verschillen:
        logger.warning("dossier wijkt af van de feiten", extra={"feiten": verschil.als_json()})
    logger.info("dossiers gecontroleerd: %s, verschillen: %s", uitslag.clienten, uitslag.aantal)
    return {"clienten": uitslag.clienten, "verschillen": uitslag.aantal}


@shared_task
def ververs_standen() -> int:
    """Every night: an appointment, an end or a promise that passed makes place for the next one; no action did that."""
    op = vandaag()
    voorbij = Stand.objects.filter(Q(volgende_afspraak_op__lt=op) | Q(einde_op__lt=op)).values_list("client", flat=True)
    # A week, so that nights that were missed are caught up with.
    net = Termijn.objects.open().filter(vervalt_op__lt=op, vervalt_op__gte=op - timedelta(days=7))
    hersteld = 0
    pks = sorted({*voorbij, *net.values_list("client", flat=True)})
    for begin in range(0, len(pks), 500):
        hersteld += controleer(op, herstel=True, pks=pks[begin : begin + 500]).hersteld
    return hersteld


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
