import django_filters
from django.db.models import QuerySet

from ocmw.werkruimte.rapporten.enums import Rapportsoort
from ocmw.werkruimte.rapporten.models import Rapportbestand


class RapportFilter(django_filters.FilterSet):
    soort = django_filters.ChoiceFilter(choices=Rapportsoort, label="Rapport", empty_label="Alle rapporten")
    klaar = django_filters.BooleanFilter(method="is_klaar", label="Stand")

    class Meta:
        model = Rapportbestand
        fields = ["soort", "klaar"]

    def is_klaar(self, rijen: QuerySet[Rapportbestand], naam: str, waarde: bool) -> QuerySet[Rapportbestand]:  # noqa: FBT001 - django-filter gives it by place
        return rijen.filter(gemaakt_op__isnull=not waarde)
