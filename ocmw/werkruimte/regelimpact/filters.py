"""Narrowing the list of what a rule would move. A filter only ever narrows the queryset it is given."""

import django_filters
from django.db.models import QuerySet

from clienten.models.client import op_naam
from ocmw.regels.enums import Impactsoort, Richting
from ocmw.ui.lijstfilter import Lijstfilter
from ocmw.werkruimte.regelimpact.models import Impactrij


class ImpactFilter(Lijstfilter):
    """Which of the dates that a rule would move."""

    soort = django_filters.ChoiceFilter(choices=Impactsoort.choices)
    richting = django_filters.ChoiceFilter(choices=Richting.choices)
    q = django_filters.CharFilter(method="filter_naam")

    class Meta:
        model = Impactrij
        fields: list[str] = []

    def filter_naam(self, rijen: QuerySet[Impactrij], naam: str, waarde: str) -> QuerySet[Impactrij]:
        return rijen.filter(op_naam(waarde, "client__"))
