"""Small forms of the schedule: another day, other months, a visit."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.evaluaties.actions.planning import weigering_voor_maanden
from tewerkstelling.evaluaties.models import Evaluatieschema, Verzetting, Werkbezoek


class VerzettingForm(VersieForm):
    class Meta:
        model = Verzetting
        fields: ClassVar = ["op"]
        widgets: ClassVar = {"op": Datumkiezer}


class SchemaForm(VersieForm):
    """Months as people write them: 1, 2, 7. Empty: the rule again."""

    maanden = forms.CharField(
        label="Evaluatie na zoveel maanden",
        required=False,
        max_length=120,
        help_text="Getallen met een komma ertussen, bijvoorbeeld 1, 3, 6, 9. Laat leeg om de gewone regel te volgen.",
    )

    class Meta:
        model = Evaluatieschema
        fields: ClassVar = ["maanden"]

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        maanden = actueel.maanden if isinstance(actueel, Evaluatieschema) else []
        return {"maanden": ", ".join(map(str, maanden))}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["maanden"] = self.huidige_waarden(self.instance)["maanden"]
        self.onthoud_begin()

    def clean_maanden(self) -> list[int]:
        delen = [deel.strip() for deel in self.cleaned_data["maanden"].replace(";", ",").split(",") if deel.strip()]
        if any(not deel.isdecimal() or len(deel) > 3 for deel in delen):
            raise forms.ValidationError("Schrijf alleen getallen, met een komma ertussen.")
        maanden = [int(deel) for deel in delen]
        if zin := weigering_voor_maanden(maanden):
            raise forms.ValidationError(zin)
        return maanden


class WerkbezoekForm(VersieForm):
    class Meta:
        model = Werkbezoek
        fields: ClassVar = ["op", "plaats", "aanwezig", "gezien", "vervolg"]
        widgets: ClassVar = {
            "op": Datumkiezer,
            "gezien": forms.Textarea(attrs={"rows": 5}),
            "vervolg": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts: ClassVar = {
            "gezien": "Alleen over het werk. Niets over gezondheid of verslaving.",
            "vervolg": "Heeft het een datum? Zet het dan bij de afspraken.",
        }

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra, self.vandaag = {"vandaag": vandaag}, vandaag
        self.onthoud_begin()

    def clean_op(self) -> date:
        dag: date = self.cleaned_data["op"]
        if dag > self.vandaag:
            raise forms.ValidationError("Een bezoek in de toekomst maak je als afspraak.")
        if dag < self.instance.contract.van:
            raise forms.ValidationError(f"Het contract begint pas op {self.instance.contract.van:%d/%m/%Y}.")
        return dag
