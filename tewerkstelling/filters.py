"""Narrowing the lists of employers and workplaces; a filter starts from what the reader sees and never widens it."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet

from tewerkstelling.enums import Werkgeversoort
from tewerkstelling.models import Werkgever, Werkplek

WERKGEVER_SORTERINGEN = {
    "naam": ("naam", "pk"),
    "soort": ("soort", "naam", "pk"),
    "plekken": ("plekken", "naam", "pk"),
    "bezet": ("bezet", "naam", "pk"),
}
WERKPLEK_SORTERINGEN = {
    "plek": ("naam", "werkgever__naam", "pk"),
    "werkgever": ("werkgever__naam", "naam", "pk"),
    "gemeente": ("gemeente", "werkgever__naam", "naam", "pk"),
    "bezet": ("bezet", "werkgever__naam", "naam", "pk"),
}


def sorteer(
    rijen: QuerySet[Any], sleutel: str | None, sorteringen: dict[str, tuple[str, ...]]
) -> tuple[QuerySet[Any], str]:
    """Ordered rows and the key in force ("-naam" turns it round); an unknown key is the first one."""
    gekozen = sleutel if sleutel and sleutel.removeprefix("-") in sorteringen else next(iter(sorteringen))
    kolommen = sorteringen[gekozen.removeprefix("-")]
    if gekozen.startswith("-"):
        kolommen = tuple(f"-{kolom}" for kolom in kolommen)
    return rijen.order_by(*kolommen), gekozen


class Lijstfilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="filter_zoek", label="Zoek")

    def filter_zoek(self, rijen: Any, naam: str, waarde: str) -> Any:
        return rijen.zoek(waarde)

    @property
    def actief(self) -> int:
        """How many filters are on: shown beside the button."""
        return sum(bool(waarde) for waarde in self.form.cleaned_data.values()) if self.form.is_valid() else 0


class WerkgeverFilter(Lijstfilter):
    soort = django_filters.ChoiceFilter(choices=Werkgeversoort.choices, label="Soort", empty_label="alle soorten")
    samenwerking = django_filters.ChoiceFilter(
        choices=[("ja", "werkt met ons samen"), ("nee", "niet meer")],
        method="filter_samenwerking",
        label="Samenwerking",
        empty_label="alle",
    )

    class Meta:
        model = Werkgever
        fields: list[str] = []

    def filter_samenwerking(self, rijen: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        return rijen.filter(actief=waarde == "ja")


class WerkplekFilter(Lijstfilter):
    soort = django_filters.ChoiceFilter(
        field_name="werkgever__soort", choices=Werkgeversoort.choices, label="Soort", empty_label="alle soorten"
    )
    plaats = django_filters.ChoiceFilter(
        choices=[("vrij", "met een vrije plaats"), ("vol", "volzet"), ("niet", "niet beschikbaar")],
        method="filter_plaats",
        label="Plaats",
        empty_label="alle",
    )

    class Meta:
        model = Werkplek
        fields: list[str] = []

    def filter_plaats(self, rijen: Any, naam: str, waarde: str) -> Any:
        if waarde == "niet":
            return rijen.exclude(actief=True, werkgever__actief=True)
        vol = {"bezet__gte" if waarde == "vol" else "bezet__lt": F("capaciteit")}
        return rijen.beschikbaar().filter(**vol)
