"""Which rows of the journaal exist for a coordinator, and how to narrow them down."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet

from clienten.models import Client
from clienten.models.client import op_naam
from clienten.models.toewijzing import gedeelde_clienten
from ocmw.journaal.enums import GEWONE_GROND, Journaalsoort
from ocmw.journaal.journaalcodes import JOURNAALCODES
from ocmw.journaal.models import Journaalregel
from ocmw.toegang.models import Medewerker
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.lijstfilter import Lijstfilter


def journaal_van(medewerker: Medewerker) -> QuerySet[Journaalregel]:
    """The own OCMW: its dossiers, whoever looked, and its colleagues outside a dossier; plus clients shared with us."""
    gedeeld = gedeelde_clienten(medewerker)
    eigen = Q(ocmw_id=medewerker.ocmw_id)
    return Journaalregel.objects.filter(eigen | Q(client_id__in=gedeeld) if gedeeld else eigen)


def journaalkeuzes() -> list[tuple[str, str]]:
    """What can have happened, in the order of the alphabet."""
    return sorted(JOURNAALCODES.keuzes(), key=lambda keuze: keuze[1])


class JournaalFilter(Lijstfilter):
    soort = django_filters.ChoiceFilter(choices=Journaalsoort.choices, empty_label="alles", label="Soort")
    wat = django_filters.ChoiceFilter(choices=journaalkeuzes, empty_label="alles")
    collega = django_filters.NumberFilter(field_name="medewerker_id", label="Collega")
    q = django_filters.CharFilter(method="filter_client", label="Cliënt (dossiernummer of naam)")
    van = django_filters.DateFilter(field_name="op", lookup_expr="date__gte", label="Vanaf", widget=Datumkiezer)
    tot = django_filters.DateFilter(field_name="op", lookup_expr="date__lte", label="Tot en met", widget=Datumkiezer)
    buiten = django_filters.BooleanFilter(method="filter_buiten", widget=forms.CheckboxInput)

    class Meta:
        model = Journaalregel
        fields: list[str] = []

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medewerker = medewerker

    def filter_client(self, rijen: QuerySet[Journaalregel], naam: str, waarde: str) -> QuerySet[Journaalregel]:
        nummer = waarde.strip().upper().removeprefix("D")
        if nummer.isdecimal():
            return rijen.filter(client_id=int(nummer[:15]))
        namen = op_naam(waarde)
        wie = Client.objects.zichtbaar_voor(self.medewerker).filter(namen)
        return rijen.filter(client_id__in=wie.order_by().values("pk")[:500]) if namen else rijen

    def filter_buiten(self, rijen: Any, naam: str, waarde: bool) -> QuerySet[Journaalregel]:  # noqa: FBT001 - django-filter gives it by place
        return rijen.exclude(reden__in=GEWONE_GROND) if waarde else rijen
