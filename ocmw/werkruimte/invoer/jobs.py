"""The import as long work: progress after each chunk, stop between chunks, go on after a crash."""

from celery import shared_task
from django.urls import reverse

from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.uitvoering import Verslag, opdracht_soort
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import weiger_als
from ocmw.werkruimte.invoer.actions import neem_over, ruim_op
from ocmw.werkruimte.invoer.models import Invoer


@opdracht_soort("invoer_overnemen")
def voer_in(opdracht: Opdracht, verslag: Verslag) -> str:
    """Rights are asked again: between the click and the work somebody may have lost them."""
    door = opdracht.aangevraagd_door
    invoer = Invoer.objects.get(pk=opdracht.gegevens["invoer"])
    weiger_als(
        "" if door.mag(Recht.INVOEREN) and door.ocmw_id == invoer.ocmw_id else "Je mag deze invoer niet meer doen."
    )
    neem_over(invoer, door=door, op=vandaag(), meld=verslag.voortgang)
    return reverse("invoer:invoer_detail", args=[invoer.pk])


@shared_task
def ruim_invoer_op() -> int:
    """Every night: rows of a workbook are personal data that also stand where they belong."""
    return ruim_op(op=vandaag())
