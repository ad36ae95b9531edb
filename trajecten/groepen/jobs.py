"""What happens by itself in a group: a seat that nobody answered for goes on to who comes next."""

import logging
from datetime import date

from celery import shared_task

from ocmw.kalender.klok import vandaag
from ocmw.ui.bewaring import bewaar_apart
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import stop_deelname
from trajecten.groepen.enums import Inschrijfstatus, Vertrekreden
from trajecten.groepen.models import Inschrijving

logger = logging.getLogger(__name__)


@shared_task
def geef_plaatsen_door(op: str = "") -> int:
    """Every night. Runs twice, late or killed halfway without harm: each seat is one transaction. How many went on."""
    dag = date.fromisoformat(op) if op else vandaag()
    vervallen = Inschrijving.objects.filter(status=Inschrijfstatus.AANGEBODEN, aanbod_tot__lt=dag)
    door_gegeven = 0
    for inschrijving in list(vervallen.select_related("client").order_by("pk")):
        door_gegeven += bewaar_apart(lambda rij=inschrijving: _geef_door(rij, dag))  # type: ignore[misc]  # bound now, not later
    logger.info("plaatsen in groepen doorgegeven: %s", door_gegeven)
    return door_gegeven


def _geef_door(inschrijving: Inschrijving, dag: date) -> int:
    nog = Inschrijving.objects.filter(pk=inschrijving.pk, status=Inschrijfstatus.AANGEBODEN, aanbod_tot__lt=dag)
    if not nog.exists():
        return 0
    try:
        stop_deelname(inschrijving, reden=Vertrekreden.GEEN_ANTWOORD, door=None, op=dag)
    except Geweigerd:
        return 0
    return 1
