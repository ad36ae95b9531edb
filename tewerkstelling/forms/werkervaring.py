"""The werkervaringsovereenkomst: its first day, or the day on which it stops early."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from ocmw.kalender.maanden import plus_maanden
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import VersieForm
from trajecten.twe.actions import weigering_voor_start
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import venster_vanaf

MAX_MAANDEN_VOORUIT = 12


class WerkervaringForm(VersieForm):
    class Meta:
        model = Werkervaring
        fields: ClassVar = ["start"]
        widgets: ClassVar = {"start": Datumkiezer}
        labels: ClassVar = {"start": "Eerste dag van de werkervaringsovereenkomst"}
        help_texts: ClassVar = {
            "start": "De dag die in de overeenkomst staat. Vanaf dan lopen de 24 maanden, niet vanaf de start van art.60."
        }

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"op": op}
        self.op = op

    def clean_start(self) -> date:
        start: date = self.cleaned_data["start"]
        if start > plus_maanden(self.op, MAX_MAANDEN_VOORUIT):
            raise forms.ValidationError("Kijk het jaar na: deze dag ligt meer dan een jaar in de toekomst.")
        if zin := weigering_voor_start(start):
            raise forms.ValidationError(zin)
        return start


class StopForm(VersieForm):
    gestopt_op = forms.DateField(label="Laatste dag", widget=Datumkiezer)
    stopreden = forms.CharField(
        label="Waarom stopt de werkervaring vroeger?",
        max_length=200,
        help_text="Kort, en zonder gegevens over gezondheid of verslaving.",
    )

    class Meta:
        model = Werkervaring
        fields: ClassVar = ["gestopt_op", "stopreden"]

    def clean_gestopt_op(self) -> date:
        dag: date = self.cleaned_data["gestopt_op"]
        start = self.instance.start
        if dag < start:
            raise forms.ValidationError(f"De werkervaring startte pas op {start:%d/%m/%Y}.")
        laatste = venster_vanaf(start).laatste_dag
        if dag > laatste:
            raise forms.ValidationError(f"De werkervaring eindigt al vanzelf op {laatste:%d/%m/%Y}.")
        return dag
