"""What can no longer be undone is not kept."""

from celery import shared_task

from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.dubbels.models import Vereniging


@shared_task
def ruim_verenigingen_op() -> int:
    """Every night: forget what the dossiers looked like; that they were joined stays known."""
    return Vereniging.objects.op_te_ruimen(vandaag()).update(stappen=[], hoogste={})
