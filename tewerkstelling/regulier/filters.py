"""Narrowing the list of applications; it starts from the own caseload and never shows more than the reader may see."""

from typing import Any

import django_filters

from ocmw.toegang.models import Medewerker
from tewerkstelling.filters import Werkfilter
from tewerkstelling.regulier.enums import LOPEND, Sollicitatiestatus
from tewerkstelling.regulier.models import Sollicitatie

SORTERINGEN = {
    "stand": ("-status_op", "-pk"),
    "client": ("client__zoeknaam", "-status_op", "pk"),
    "job": ("functie", "client__zoeknaam", "pk"),
    "status": ("status", "-status_op", "pk"),
    "deadline": ("deadline", "client__zoeknaam", "pk"),
}


class SollicitatieFilter(Werkfilter):
    status = django_filters.ChoiceFilter(
        choices=[("lopend", "alle die nog lopen"), *Sollicitatiestatus.choices],
        method="filter_status",
        label="Stand",
        empty_label="alle",
    )
    wie = django_filters.ChoiceFilter(
        choices=[("alle", "iedereen")], method="filter_wie", label="Van wie", empty_label="mijn caseload"
    )

    class Meta:
        model = Sollicitatie
        fields: list[str] = []

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medewerker = medewerker

    def filter_status(self, rijen: Any, naam: str, waarde: str) -> Any:
        return rijen.filter(status__in=LOPEND) if waarde == "lopend" else rijen.filter(status=waarde)

    def filter_wie(self, rijen: Any, naam: str, waarde: str) -> Any:
        return rijen  # what the choice widens is decided in `qs`

    @property
    def qs(self) -> Any:
        rijen = super().qs
        alle = self.form.is_valid() and self.form.cleaned_data.get("wie") == "alle"
        return rijen if alle else rijen.in_caseload_van(self.medewerker)
