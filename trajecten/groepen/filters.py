"""Narrowing the list of programmes; a filter starts from what the reader sees and never widens it."""

from typing import Any

import django_filters

from ocmw.kalender.klok import vandaag
from ocmw.ui.lijstfilter import Lijstfilter
from trajecten.groepen.enums import Programmasoort
from trajecten.groepen.models import Programma

PROGRAMMA_SORTERINGEN = {
    "naam": ("naam", "pk"),
    "partner": ("partner", "naam", "pk"),
    "soort": ("soort", "naam", "pk"),
    "reeksen": ("aantal_reeksen", "naam", "pk"),
}


class ProgrammaFilter(Lijstfilter):
    q = django_filters.CharFilter(method="filter_zoek", label="Zoek")
    soort = django_filters.ChoiceFilter(choices=Programmasoort.choices, label="Soort", empty_label="alle soorten")
    loopt = django_filters.ChoiceFilter(
        choices=[("nu", "loopt nu"), ("niet", "loopt nu niet")],
        method="filter_loopt",
        label="Loopt",
        empty_label="alle",
    )

    class Meta:
        model = Programma
        fields: list[str] = []

    def filter_zoek(self, rijen: Any, naam: str, waarde: str) -> Any:
        return rijen.zoek(waarde)

    def filter_loopt(self, rijen: Any, naam: str, waarde: str) -> Any:
        lopend = Programma.objects.lopend(vandaag()).values("pk")
        return rijen.filter(pk__in=lopend) if waarde == "nu" else rijen.exclude(pk__in=lopend)
