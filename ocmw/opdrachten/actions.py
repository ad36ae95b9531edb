"""Start, run and cancel long work. A handler is registered per `soort` and called as `handler(opdracht, verslag)`.

The handler works in steps it can repeat or skip: after `kill -9` another worker calls it again on the same row.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.opdrachten.tasks import bied_aan
from ocmw.toegang.models import Medewerker


@transaction.atomic
def start_opdracht(soort: str, *, door: Medewerker, gegevens: dict[str, Any]) -> Opdracht:
    """Queue work of a registered kind; the page of the job shows its progress from now on."""
    opdracht = Opdracht.objects.create(soort=soort, ocmw_id=door.ocmw_id, aangevraagd_door=door, gegevens=gegevens)
    transaction.on_commit(lambda: bied_aan(opdracht.pk))
    return opdracht


def annuleer_opdracht(opdracht: Opdracht) -> None:
    """Ask to stop: waiting work ends at once, running work at its next step."""
    Opdracht.objects.filter(pk=opdracht.pk).update(annuleren_gevraagd=True)
    Opdracht.objects.filter(pk=opdracht.pk, status=Opdrachtstatus.WACHT).update(
        status=Opdrachtstatus.GEANNULEERD, beeindigd_op=timezone.now()
    )
