"""Work on the clock that looks across apps."""

import logging
from datetime import timedelta

from celery import shared_task
from django.db.models import Q

from clienten.models import Stand
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.werkruimte.dossier.controle import controleer

logger = logging.getLogger(__name__)


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
