"""A contact in the nazorg in a few seconds: when, how, and how it goes with the work."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from nazorg.enums import Situatie
from ocmw.ui.datumveld import Datumkiezer
from trajecten.models import Gesprek


class NazorgcontactForm(forms.ModelForm):
    situatie = forms.ChoiceField(label="Hoe gaat het met het werk?", choices=Situatie.choices, widget=forms.RadioSelect)

    class Meta:
        model = Gesprek
        fields: ClassVar = ["op", "kanaal", "situatie", "verslag", "afgeschermd"]
        widgets: ClassVar = {"op": Datumkiezer, "verslag": forms.Textarea(attrs={"rows": 4})}
        labels: ClassVar = {"op": "Datum", "verslag": "Verslag"}
        help_texts: ClassVar = {"afgeschermd": "Dan ziet alleen wie dat mag het verslag."}

    field_order = ["op", "kanaal", "situatie", "verslag", "afgeschermd"]

    def __init__(self, *args: Any, vandaag: date, mag_afschermen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.initial["op"] = self.initial.get("op") or vandaag
        if not mag_afschermen:
            del self.fields["afgeschermd"]

    def clean_op(self) -> date:
        dag: date = self.cleaned_data["op"]
        if dag > self.vandaag:
            raise forms.ValidationError("Een contact in de toekomst maak je als afspraak.")
        return dag
