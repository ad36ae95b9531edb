"""Narrowing the lists of employers and workplaces; a filter starts from what the reader sees and never widens it."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet

from tewerkstelling.enums import Werkgeversoort
from tewerkstelling.models import Werkgever, Werkplek


class Sorteerder(django_filters.OrderingFilter):
    """`sorteer=naam` or `-naam`, with the primary key last so that pages never overlap."""

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        gekozen = super().filter(qs, value)
        return gekozen.order_by(*gekozen.query.order_by, "pk") if gekozen.query.order_by else gekozen


class WerkgeverFilter(django_filters.FilterSet):
    zoek = django_filters.CharFilter(method="filter_zoek", label="Zoek op naam, contactpersoon of KBO-nummer")
    soort = django_filters.ChoiceFilter(choices=Werkgeversoort, label="Soort", empty_label="Alle soorten")
    actief = django_filters.ChoiceFilter(
        choices=[("ja", "Werkt met ons samen"), ("nee", "Niet meer")],
        method="filter_actief",
        label="Samenwerking",
        empty_label="Alle",
    )
    sorteer = Sorteerder(fields={"naam": "naam", "soort": "soort", "aantal_plekken": "plekken", "bezet": "bezet"})

    class Meta:
        model = Werkgever
        fields: tuple[str, ...] = ()

    def filter_zoek(self, rijen: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        return rijen.zoek(waarde)  # type: ignore[attr-defined, no-any-return]

    def filter_actief(self, rijen: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        return rijen.filter(actief=waarde == "ja")


class WerkplekFilter(django_filters.FilterSet):
    zoek = django_filters.CharFilter(method="filter_zoek", label="Zoek op plek, werkgever of gemeente")
    soort = django_filters.ChoiceFilter(
        field_name="werkgever__soort", choices=Werkgeversoort, label="Soort", empty_label="Alle soorten"
    )
    plaats = django_filters.ChoiceFilter(
        choices=[("vrij", "Met een vrije plaats"), ("vol", "Volzet"), ("niet", "Niet beschikbaar")],
        method="filter_plaats",
        label="Plaats",
        empty_label="Alle",
    )
    sorteer = Sorteerder(
        fields={"naam": "naam", "werkgever__naam": "werkgever", "gemeente": "gemeente", "bezet": "bezet"}
    )

    class Meta:
        model = Werkplek
        fields: tuple[str, ...] = ()

    def filter_zoek(self, rijen: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        return rijen.zoek(waarde)  # type: ignore[attr-defined, no-any-return]

    def filter_plaats(self, rijen: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        if waarde == "niet":
            return rijen.exclude(actief=True, werkgever__actief=True)
        beschikbaar = rijen.filter(actief=True, werkgever__actief=True)
        if waarde == "vrij":
            return beschikbaar.filter(bezet__lt=F("capaciteit"))
        return beschikbaar.filter(bezet__gte=F("capaciteit"))
