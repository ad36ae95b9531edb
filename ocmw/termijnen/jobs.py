"""Work on the clock (CELERY_BEAT_SCHEDULE). A message carries nothing but a day; the rows decide what is to be done."""

import logging
from datetime import date

from celery import shared_task

from ocmw.kalender.klok import vandaag
from ocmw.termijnen.ochtendbericht import stuur_alle
from ocmw.termijnen.sweep import maak_wezen_vrij, markeer

logger = logging.getLogger(__name__)


@shared_task
def bewaak_termijnen(op: str = "") -> dict[str, object]:
    """Flag what is due. Runs twice, late or killed halfway without harm: the next run finishes it."""
    dag = date.fromisoformat(op) if op else vandaag()
    uitslag = markeer(dag).als_json()
    logger.info("termijnen bewaakt", extra={"feiten": {**uitslag, "vrijgemaakt": maak_wezen_vrij(dag)}})
    return uitslag


@shared_task
def stuur_ochtendberichten(op: str = "") -> int:
    """Several times between six and nine: what was sent is skipped, what a dead worker left is taken over.

    The sweep runs first, so a night in which it did not run costs nobody a deadline.
    """
    dag = date.fromisoformat(op) if op else vandaag()
    markeer(dag)
    verstuurd = stuur_alle(dag)
    logger.info("ochtendberichten verstuurd: %s", verstuurd)
    return verstuurd
