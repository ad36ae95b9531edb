"""A training, a project, voluntary work or youth work: one form for all four, also for the result."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms

from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import VersieForm
from trajecten.enums import Middelsoort
from trajecten.models import Middel


class MiddelForm(VersieForm):
    laatste_dag = forms.DateField(
        label="Laatste dag", required=False, widget=Datumkiezer, help_text="Laat leeg zolang je ze niet kent."
    )

    class Meta:
        model = Middel
        fields: ClassVar = ["soort", "omschrijving", "aanbieder", "van", "resultaat", "toelichting"]
        widgets: ClassVar = {"van": Datumkiezer}
        help_texts: ClassVar = {
            "omschrijving": "Bijvoorbeeld: Nederlands niveau 2, of vrijwilliger in de kringwinkel.",
            "aanbieder": "De school, het project of de vereniging.",
            "toelichting": "Niets over gezondheid.",
        }

    field_order = ["soort", "omschrijving", "aanbieder", "van", "laatste_dag", "resultaat", "toelichting"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # No empty choice among the radios: nothing is picked until somebody picks.
        self.fields["soort"] = forms.ChoiceField(label="Wat?", choices=Middelsoort.choices, widget=forms.RadioSelect)
        self.initial["laatste_dag"] = self.instance.laatste_dag

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        laatste = data.get("laatste_dag")
        if data.get("van") and laatste and laatste < data["van"]:
            self.add_error("laatste_dag", "De laatste dag ligt voor de eerste dag.")
        elif data.get("resultaat") and not laatste and "laatste_dag" not in self.errors:
            self.add_error("laatste_dag", "Vul de laatste dag in. Een resultaat is er pas als het gedaan is.")
        else:
            self.instance.tot = laatste + timedelta(days=1) if laatste else None
        return data

    def gewijzigde_velden(self) -> list[str]:
        return ["tot" if naam == "laatste_dag" else naam for naam in super().gewijzigde_velden()]
