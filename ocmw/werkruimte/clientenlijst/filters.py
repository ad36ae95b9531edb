"""Narrowing the caseload. A filter only ever narrows the queryset it is given, so it can never widen the scope."""

from datetime import date
from decimal import Decimal
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet

from clienten.enums import Stap
from clienten.models import Stand, Toewijzing
from clienten.models.client import op_naam
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import COACHROLLEN
from ocmw.toegang.samen import keuzes_ocmws, keuzes_volgers
from ocmw.ui.lijstfilter import Lijstfilter

EINDE_DAGEN = 90
GROOTSTE = 2**63  # what the database takes as a number of a row

# Chip, label, and which rows it keeps; in the order of the screen.
CHIPS = (
    ("mijn", "Mijn cliënten"),
    ("zonder_coach", "Zonder trajectbegeleider"),
    ("actie", "Actie nodig"),
    ("einde", f"Einde binnen {EINDE_DAGEN} dagen"),
    ("stilte", "Lang geen contact"),
)

SORTERINGEN = {
    "naam": ("zoeknaam", "client_id"),
    "fase": ("stap", "zoeknaam"),
    "sinds": ("stap_sinds", "client_id"),
    "contact": ("laatste_contact_op", "client_id"),
    "termijn": ("eerste_termijn_op", "client_id"),
    "einde": ("einde_op", "client_id"),
}


def chip_rijen(rijen: Any, naam: str, medewerker: Medewerker, op: date) -> Any:
    """The rows one chip keeps; also what its count counts."""
    return {
        "mijn": lambda: rijen.van(medewerker),
        "zonder_coach": lambda: rijen.zonder_coach(),
        "actie": lambda: rijen.actie_nodig(op),
        "einde": lambda: rijen.eindigt_binnen(EINDE_DAGEN, op),
        "stilte": lambda: rijen.stil(op),
    }[naam]()


class CaseloadFilter(Lijstfilter):
    q = django_filters.CharFilter(method="filter_naam", label="Naam")
    mijn = django_filters.BooleanFilter(method="filter_mijn", widget=forms.CheckboxInput)
    zonder_coach = django_filters.BooleanFilter(method="filter_chip", widget=forms.CheckboxInput)
    actie = django_filters.BooleanFilter(method="filter_chip", widget=forms.CheckboxInput)
    einde = django_filters.BooleanFilter(method="filter_chip", widget=forms.CheckboxInput)
    stilte = django_filters.BooleanFilter(method="filter_chip", widget=forms.CheckboxInput)
    stap = django_filters.ChoiceFilter(choices=Stap.choices, empty_label="alle fasen", label="Fase")
    coach = django_filters.ChoiceFilter(choices=[], empty_label="iedereen", label="Trajectbegeleider")
    ocmw = django_filters.ChoiceFilter(choices=[], empty_label="alle", label="OCMW")
    laat = django_filters.ChoiceFilter(method="filter_laat", choices=[], empty_label="alles", label="Te laat")
    volgde = django_filters.NumberFilter(method="filter_volgde", label="Volgde vroeger")
    taal = django_filters.CharFilter(field_name="taal", lookup_expr="exact", label="Moedertaal")
    gesloten = django_filters.BooleanFilter(
        method="filter_gesloten", label="Toon gesloten dossiers", widget=forms.CheckboxInput
    )

    class Meta:
        model = Stand
        fields: list[str] = []

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medewerker = medewerker
        self.op = vandaag()
        # Who can be picked is bounded by the team, not by the caseload; the same lists fill the selects of the page.
        self.coaches = keuzes_volgers(medewerker.ocmw_id, op=self.op, rollen=tuple(COACHROLLEN))
        self.ocmws = keuzes_ocmws(medewerker, op=self.op)
        self.filters["coach"].extra["choices"] = self.coaches
        self.filters["ocmw"].extra["choices"] = self.ocmws
        self.filters["laat"].extra["choices"] = [(str(soort), soort.label) for soort in TERMIJNSOORTEN]

    def filter_queryset(self, queryset: QuerySet[Stand]) -> QuerySet[Stand]:
        gefilterd = super().filter_queryset(queryset)
        if not self.form.cleaned_data.get("gesloten") and self.form.cleaned_data.get("stap") != str(
            Stap.GESLOTEN.value
        ):
            # Not `stap < GESLOTEN`: SQLite would take that range from the index on stap, and sort the whole OCMW.
            gefilterd = gefilterd.exclude(stap=Stap.GESLOTEN)
        return gefilterd

    def filter_naam(self, rijen: QuerySet[Stand], naam: str, waarde: str) -> QuerySet[Stand]:
        return rijen.filter(op_naam(waarde, "client__"))

    def filter_mijn(self, rijen: Any, naam: str, waarde: bool) -> QuerySet[Stand]:  # noqa: FBT001 - django-filter gives it by place
        return rijen.van(self.medewerker) if waarde else rijen

    def filter_laat(self, rijen: QuerySet[Stand], naam: str, waarde: str) -> QuerySet[Stand]:
        laat = Termijn.objects.te_laat(self.op).filter(soort=waarde, client=OuterRef("client_id"))
        return rijen.filter(Exists(laat))

    def filter_volgde(self, rijen: QuerySet[Stand], naam: str, waarde: Decimal) -> QuerySet[Stand]:
        """Dossiers nobody guides now, of who guided them before; the page "Over te dragen" leads here."""
        gevolgd = Toewijzing.objects.gevolgd_door(int(waarde)) if abs(waarde) < GROOTSTE else Toewijzing.objects.none()
        return rijen.filter(client__in=gevolgd.values("client"))

    def filter_gesloten(self, rijen: QuerySet[Stand], naam: str, waarde: bool) -> QuerySet[Stand]:  # noqa: FBT001 - django-filter gives it by place
        return rijen

    def filter_chip(self, rijen: Any, naam: str, waarde: bool) -> QuerySet[Stand]:  # noqa: FBT001 - django-filter gives it by place
        return chip_rijen(rijen, naam, self.medewerker, self.op) if waarde else rijen
