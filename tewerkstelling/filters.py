"""Narrowing the lists of employers and workplaces; a filter starts from what the reader sees and never widens it."""

from datetime import date, timedelta
from typing import Any

import django_filters
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from clienten.profiel.enums import Sector
from ocmw.regels.opzoeken import regel
from ocmw.ui.lijstfilter import Lijstfilter
from tewerkstelling.enums import Werkgeversoort
from tewerkstelling.models import Mentor, Werkgever, Werkplek

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
MENTOR_SORTERINGEN = {
    "naam": ("naam", "pk"),
    "werkgever": ("werkgever__naam", "naam", "pk"),
    "begeleidt": ("begeleidt", "naam", "pk"),
    "opleiding": ("vorming_tot", "naam", "pk"),
}
BORD_SORTERINGEN = {
    "naam": ("werkgever__naam", "naam", "pk"),
    "vrij": ("vrij", "werkgever__naam", "naam", "pk"),
    "doorstroom": ("doorgestroomd", "werkgever__naam", "naam", "pk"),
}


class Werkfilter(Lijstfilter):
    q = django_filters.CharFilter(method="filter_zoek", label="Zoek")

    def filter_zoek(self, rijen: Any, naam: str, waarde: str) -> Any:
        return rijen.zoek(waarde)


class WerkgeverFilter(Werkfilter):
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


class WerkplekFilter(Werkfilter):
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


class Plaatsenfilter(Werkfilter):
    """What narrows the board besides the state, which has its own chips."""

    sector = django_filters.ChoiceFilter(choices=Sector.choices, label="Soort werk", empty_label="alle soorten werk")
    soort = django_filters.ChoiceFilter(
        field_name="werkgever__soort", choices=Werkgeversoort.choices, label="Werkgever", empty_label="alle werkgevers"
    )

    class Meta:
        model = Werkplek
        fields: list[str] = []


class MentorFilter(Werkfilter):
    opleiding = django_filters.ChoiceFilter(
        choices=[
            ("geldig", "geldig"),
            ("binnenkort", "vervalt binnenkort"),
            ("vervallen", "vervallen"),
            ("geen", "geen"),
        ],
        method="filter_opleiding",
        label="Opleiding",
        empty_label="alle",
    )
    plaats = django_filters.ChoiceFilter(
        choices=[("vrij", "kan nog iemand begeleiden"), ("vol", "volzet"), ("niet", "begeleidt niet meer")],
        method="filter_plaats",
        label="Begeleiding",
        empty_label="alle",
    )

    class Meta:
        model = Mentor
        fields: list[str] = []

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op

    def filter_opleiding(self, rijen: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        zonder = Q(vorming="", vorming_op=None)
        if waarde == "geen":
            return rijen.filter(zonder)
        met = rijen.exclude(zonder)
        if waarde == "vervallen":
            return met.filter(vorming_tot__lte=self.op)
        grens = self.op + timedelta(days=regel("mentor.vorming_dagen", op=self.op).waarde)
        if waarde == "binnenkort":
            return met.filter(vorming_tot__gt=self.op, vorming_tot__lte=grens)
        return met.filter(Q(vorming_tot=None) | Q(vorming_tot__gt=grens))

    def filter_plaats(self, rijen: Any, naam: str, waarde: str) -> Any:
        if waarde == "niet":
            return rijen.filter(actief=False)
        grens = Coalesce("max_clienten", regel("mentor.max_clienten", op=self.op).waarde)
        vol = {"begeleidt__gte" if waarde == "vol" else "begeleidt__lt": F("grens")}
        return rijen.filter(actief=True).alias(grens=grens).filter(**vol)
