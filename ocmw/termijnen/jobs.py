"""Work on the clock (CELERY_BEAT_SCHEDULE). A message carries nothing but a day; the rows decide what is to be done."""

import logging
from datetime import date

from celery import shared_task

from ocmw.kalender.klok import vandaag
from ocmw.termijnen.sweep import markeer

logger = logging.getLogger(__name__)


@shared_task
def bewaak_termijnen(op: str = "") -> dict[str, object]:
    """Flag what is due. Runs twice, late or killed halfway without harm: the next run finishes it."""
    uitslag = markeer(date.fromisoformat(op) if op else vandaag()).als_json()
    logger.info("termijnen bewaakt: %s", uitslag)
    return uitslag
