from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.tasks import voer_opdracht_uit

EVEN_GEDULD = timedelta(seconds=20)


@shared_task
def hervat_opdrachten() -> int:
    """Every minute: what the queue lost or a killed worker left behind is offered again."""
    open_ = Opdracht.objects.op_te_nemen().filter(aangevraagd_op__lt=timezone.now() - EVEN_GEDULD)
    sleutels = [str(pk) for pk in open_.values_list("pk", flat=True)[:100]]
    for pk in sleutels:
        voer_opdracht_uit.delay(pk)
    return len(sleutels)
