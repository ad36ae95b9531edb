"""Who was in a group was seen: it counts as contact when the programme says so."""

from typing import Any

from django.db.models import Max, QuerySet

from trajecten.feiten import CONTACTEN
from trajecten.groepen.enums import WAS_ER
from trajecten.groepen.models import Sessieaanwezigheid


@CONTACTEN.biedt("groepen")
def gezien_in_groep(clienten: list[int]) -> QuerySet[Any]:
    """The last day each was there."""
    gezien = Sessieaanwezigheid.objects.filter(
        inschrijving__client__in=clienten, stand__in=WAS_ER, sessie__reeks__programma__telt_als_contact=True
    )
    return gezien.order_by().values_list("inschrijving__client").annotate(Max("sessie__dag"))
