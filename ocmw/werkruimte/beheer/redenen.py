"""Openings outside the caseload that no coordinator has looked at yet."""

from django.db.models import QuerySet

from clienten.models import Client
from ocmw.journaal.models import Inzagegrond
from ocmw.toegang.models import Medewerker


def na_te_kijken(medewerker: Medewerker) -> QuerySet[Inzagegrond]:
    """For the clients of the own OCMW, whoever opened them and from wherever."""
    eigen = Client.objects.filter(ocmw=medewerker.ocmw_id)
    return Inzagegrond.objects.filter(nagekeken_op=None, client_id__in=eigen.order_by().values("pk")).order_by(
        "-gegeven_op", "-pk"
    )
