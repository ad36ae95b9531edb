"""What happens by itself to accounts."""

from celery import shared_task
from django.db.models import Q

from clienten.models import Toewijzing
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.beheer.actions import zet_buiten_dienst
from ocmw.werkruimte.dossier.actions import laat_los


@shared_task
def verwerk_vertrek() -> int:
    """Every night, early: whose last day is over, leaves. Also ends what an earlier version let run of who had left. How many
    colleagues."""
    op = vandaag()
    over = Medewerker.objects.filter(is_active=True, laatste_dag__lt=op)
    weg = list(over)
    for medewerker in weg:
        zet_buiten_dienst(medewerker, door=None, op=op)
    blijver = Q(pk__in=Toewijzing.objects.zonder_bevoegde().values("medewerker"))
    rest = list(Medewerker.objects.filter(blijver))
    for medewerker in rest:
        laat_los(medewerker, door=None, op=op)
    return len(weg) + len(rest)
