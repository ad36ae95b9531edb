from celery import shared_task

from ocmw.toegang.models import Poging


@shared_task
def ruim_pogingen_op() -> int:
    """Every night: counters that started again, and places nobody came back to."""
    return Poging.objects.vervallen().delete()[0]
