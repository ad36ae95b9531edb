import logging
import uuid

from celery import shared_task

from ocmw.opdrachten.uitvoering import voer_uit

logger = logging.getLogger(__name__)


@shared_task
def voer_opdracht_uit(opdracht_pk: str) -> None:
    """Carries an id only; the row decides whether there is anything to do."""
    voer_uit(opdracht_pk)


def bied_aan(opdracht_pk: uuid.UUID) -> bool:
    """Tell the queue that a row waits; False when it does not listen. The only place where a request speaks to the queue.

    Whatever is wrong with the queue (Redis away, disk full), the row is saved and the sweep offers it again, so who asked
    for the job must not get an error for it, and does not wait for retries.
    """
    try:
        voer_opdracht_uit.apply_async((str(opdracht_pk),), retry=False)
    except Exception as fout:
        logger.warning(
            "de wachtrij antwoordt niet (%s): opdracht %s wacht in haar rij", type(fout).__name__, opdracht_pk
        )
        return False
    return True
