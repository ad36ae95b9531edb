"""The chain of the journaal, on the clock."""

import logging

from celery import shared_task

from ocmw.journaal.keten import controleer, verzegel
from ocmw.journaal.uitslag import bewaar_uitslag

logger = logging.getLogger(__name__)


@shared_task
def verzegel_journaal() -> int:
    """Every minute."""
    return verzegel()


@shared_task
def controleer_journaal() -> int:
    """Every night: how many chains are broken. The page Werking, the bar of the beheerder and the monitor tell it."""
    breuken = controleer()
    bewaar_uitslag(breuken)
    for breuk in breuken:
        logger.error("de keten van het journaal is gebroken", extra={"keten": breuk.keten, "nummer": breuk.nummer})
    return len(breuken)
