"""Work on the clock that looks across apps."""

import logging

from celery import shared_task

from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.dossier.controle import controleer, haal_nachten_in

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
    """Every night, in as many dossiers as something passed."""
    return haal_nachten_in(vandaag())
