from celery import shared_task
from django.contrib.sessions.models import Session
from django.utils import timezone

from ocmw.toegang.models import Poging


@shared_task
def ruim_pogingen_op() -> int:
    """Every night: counters that started again, and places nobody came back to."""
    return Poging.objects.vervallen().delete()[0]


@shared_task
def ruim_sessies_op() -> int:
    """Every night: sessions that ended. What somebody searched stands in them, and Django leaves them by itself."""
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
