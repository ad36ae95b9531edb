from datetime import timedelta
from itertools import takewhile
from typing import Any

from celery import shared_task
from celery.signals import heartbeat_sent
from django.utils import timezone

from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.tasks import bied_aan
from ocmw.opdrachten.werking import MAIL, WORKER, geef_teken
from ocmw.ui.mail import mailserver_antwoordt

EVEN_GEDULD = timedelta(seconds=20)


@shared_task
def hervat_opdrachten() -> int:
    """Every minute: what the queue lost or a killed worker left behind is offered again. Stops at the first that the queue
    does not take: the others would fail too, and each may wait for an answer."""
    open_ = Opdracht.objects.op_te_nemen().filter(aangevraagd_op__lt=timezone.now() - EVEN_GEDULD)
    sleutels = list(open_.order_by("aangevraagd_op").values_list("pk", flat=True)[:100])
    return sum(1 for _ in takewhile(bied_aan, sleutels))


@shared_task
def proef_de_mail() -> bool:
    """Every five minutes: the sign of the mail server is left in its name."""
    antwoordt = mailserver_antwoordt()
    if antwoordt:
        geef_teken(MAIL)
    return antwoordt


@heartbeat_sent.connect(weak=False)
def worker_leeft(**_: Any) -> None:
    """Called by Celery every two seconds, in the process that takes the messages and as long as it has its queue."""
    geef_teken(WORKER)
