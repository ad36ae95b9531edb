from datetime import timedelta
from typing import Any

from celery import shared_task
from celery.signals import heartbeat_sent
from django.utils import timezone

from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.tasks import voer_opdracht_uit
from ocmw.opdrachten.werking import WORKER, geef_teken

EVEN_GEDULD = timedelta(seconds=20)


@shared_task
def hervat_opdrachten() -> int:
    """Every minute: what the queue lost or a killed worker left behind is offered again."""
    open_ = Opdracht.objects.op_te_nemen().filter(aangevraagd_op__lt=timezone.now() - EVEN_GEDULD)
    sleutels = [str(pk) for pk in open_.values_list("pk", flat=True)[:100]]
    for pk in sleutels:
        voer_opdracht_uit.delay(pk)
    return len(sleutels)


@heartbeat_sent.connect(weak=False)
def worker_leeft(**_: Any) -> None:
    """Called by Celery every two seconds, in the process that takes the messages and as long as it has its queue."""
    geef_teken(WORKER)
