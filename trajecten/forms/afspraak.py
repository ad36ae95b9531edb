"""An appointment as people say it: a day, an hour, where. It may be left empty below a talk."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone

from ocmw.ui.datumveld import Datumkiezer, Uurkiezer
from ocmw.ui.versie import Versie, VersieForm
from trajecten.enums import Kanaal
from trajecten.models import Afspraak

STANDAARDDUUR = 45


class AfspraakForm(VersieForm):
    dag = forms.DateField(label="Datum", widget=Datumkiezer)
    uur = forms.TimeField(
        label="Uur",
        widget=Uurkiezer,
        error_messages={"required": "Kies een uur."},
    )
    toch = forms.BooleanField(label="Toch plannen, ook al overlapt het", required=False)

    class Meta:
        model = Afspraak
        fields = ["kanaal", "duur", "plaats"]

    field_order = ["dag", "uur", "duur", "kanaal", "plaats", "toch"]

    def __init__(self, *args: Any, vandaag: date, optioneel: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag, self.optioneel = vandaag, optioneel
        self.extra = {"vandaag": vandaag, "optioneel": optioneel}
        self.fields["dag"].widget.attrs["min"] = vandaag.isoformat()
        if optioneel:
            for veld in self.fields.values():
                veld.required = False
        if self.instance.pk:
            self.initial.update(self._wanneer(self.instance))

    @staticmethod
    def _wanneer(afspraak: Afspraak) -> dict[str, Any]:
        begint = timezone.localtime(afspraak.begint_op)
        return {"dag": begint.date(), "uur": begint.time()}

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        return waarden | self._wanneer(actueel) if isinstance(actueel, Afspraak) and actueel.pk else waarden

    def clean_duur(self) -> int:
        return self.cleaned_data["duur"] or STANDAARDDUUR

    def clean_kanaal(self) -> str:
        return self.cleaned_data["kanaal"] or Kanaal.GESPREK

    @property
    def ingevuld(self) -> bool:
        return bool(self.cleaned_data.get("dag") or self.cleaned_data.get("uur"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        dag, uur = data.get("dag"), data.get("uur")
        if not dag and not uur:
            return data
        if dag and not uur and "uur" not in self.errors:
            self.add_error("uur", "Kies een uur.")
        if uur and not dag and "dag" not in self.errors:
            self.add_error("dag", "Kies een dag.")
        if dag and dag < self.vandaag:
            self.add_error("dag", "Een afspraak ligt niet in het verleden. Noteer het gesprek.")
        if dag and uur:
            self.instance.begint_op = timezone.make_aware(datetime.combine(dag, uur))
        return data

    def gewijzigde_velden(self) -> list[str]:
        velden = super().gewijzigde_velden()
        return [*velden, "begint_op"] if {"dag", "uur"} & set(self.gewijzigd()) else velden
