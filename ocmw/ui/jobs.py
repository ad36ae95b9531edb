from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from ocmw.ui.models import Formuliersleutel

# A page stands open for a day at most (the session ends after ten hours); a second day for who comes back with "Vorige".
BEWAAR_DAGEN = 2


@shared_task
def ruim_formuliersleutels_op() -> None:
    Formuliersleutel.objects.filter(op__lt=timezone.now() - timedelta(days=BEWAAR_DAGEN)).delete()
