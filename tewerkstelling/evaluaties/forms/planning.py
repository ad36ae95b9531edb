"""Small forms of the schedule: another day, other months, a visit."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from clienten.profiel.enums import Talent
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import Vinkjes
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.evaluaties.actions.planning import weigering_voor_maanden
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.forms.stem import keur_talenten
from tewerkstelling.evaluaties.models import Evaluatieschema, Verzetting, Werkbezoek
from tewerkstelling.evaluaties.sterktes import LEREN, STERK


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
        for naam, waarde in self._gezegd(self.instance).items():
            wat, wie = naam.split("_")
            wie_zegt = "jij" if wie == Stemsoort.COACH else f"de {Stemsoort(wie).label.lower()}"
            vraag = "Sterk in" if wat == STERK else "Kan nog leren"
            self.fields[naam] = Vinkjes(label=f"{vraag}, zegt {wie_zegt}", choices=Talent)
            self.initial[naam] = waarde
        self.onthoud_begin()

    @staticmethod
    def _gezegd(bezoek: Werkbezoek) -> dict[str, list[str]]:
        return {
            f"{wat}_{wie}": bezoek.sterktes.get(wie, {}).get(wat, [])
            for wie in Stemsoort.values
            for wat in (STERK, LEREN)
        }

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        return super().huidige_waarden(actueel) | (self._gezegd(actueel) if isinstance(actueel, Werkbezoek) else {})

    @property
    def stemmen(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """Per voice its two questions, and whether it said something."""
        return [
            (str(stem.label), [self[f"{wat}_{stem}"] for wat in (STERK, LEREN)], stem in self.instance.sterktes)
            for stem in Stemsoort
        ]

    def gewijzigde_velden(self) -> list[str]:
        gewijzigd = super().gewijzigde_velden()
        eigen = [naam for naam in gewijzigd if naam not in self._gezegd(self.instance)]
        return eigen if len(eigen) == len(gewijzigd) else [*eigen, "sterktes"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        sterktes: dict[str, dict[str, list[str]]] = {}
        for wie in Stemsoort.values:
            keur_talenten(self, data, f"{STERK}_{wie}", f"{LEREN}_{wie}")
            gezegd = {wat: codes for wat in (STERK, LEREN) if (codes := data.get(f"{wat}_{wie}"))}
            if gezegd:
                sterktes[wie] = gezegd
        self.instance.sterktes = sterktes
        return data

    def clean_op(self) -> date:
        dag: date = self.cleaned_data["op"]
        if dag > self.vandaag:
            raise forms.ValidationError("Een bezoek in de toekomst maak je als afspraak.")
        if dag < self.instance.contract.van:
            raise forms.ValidationError(f"Het contract begint pas op {self.instance.contract.van:%d/%m/%Y}.")
        return dag
