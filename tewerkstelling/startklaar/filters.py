"""Narrowing the board. What follows from the checklist is no column of the database: the view looks at `nood` itself."""

from typing import Any

import django_filters

from clienten.models import Client
from tewerkstelling.filters import Lijstfilter
from tewerkstelling.models import Werkgever
from tewerkstelling.startklaar.models import Plaatsing

NOOD = [("dringend", "dringend of te laat"), ("ontbreekt", "er ontbreekt iets"), ("klaar", "klaar om te starten")]


class BordFilter(Lijstfilter):
    wie = django_filters.ChoiceFilter(
        choices=[("mijn", "mijn cliënten")], method="filter_wie", label="Wie", empty_label="iedereen"
    )
    werkgever = django_filters.ModelChoiceFilter(
        field_name="werkplek__werkgever", queryset=Werkgever.objects.none(), label="Werkgever", empty_label="alle"
    )
    nood = django_filters.ChoiceFilter(choices=NOOD, method="filter_later", label="Toon", empty_label="alles")

    class Meta:
        model = Plaatsing
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["werkgever"].queryset = Werkgever.objects.zichtbaar_voor(self.request.user)

    def filter_wie(self, rijen: Any, naam: str, waarde: str) -> Any:
        return rijen.filter(client__in=Client.objects.in_caseload_van(self.request.user))

    def filter_later(self, rijen: Any, naam: str, waarde: str) -> Any:
        return rijen

    @property
    def gekozen_nood(self) -> str:
        return str(self.form.cleaned_data.get("nood") or "") if self.form.is_valid() else ""
