from celery import shared_task

from ocmw.opdrachten.uitvoering import voer_uit


@shared_task
def voer_opdracht_uit(opdracht_pk: str) -> None:
    """Carries an id only; the row decides whether there is anything to do."""
    voer_uit(opdracht_pk)
