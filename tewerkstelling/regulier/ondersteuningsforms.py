"""The forms of individual support: that of the coach, and the shorter one of a lesgever."""

from typing import Any, ClassVar

from django import forms

from clienten.enums import Antwoord
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van
from ocmw.ui.versie import VersieForm
from tewerkstelling.regulier.enums import Ondersteuningssoort
from tewerkstelling.regulier.models import Ondersteuning, Sollicitatie


class OndersteuningForm(VersieForm):
    soort = forms.ChoiceField(label="Wat deden jullie?", choices=Ondersteuningssoort, widget=forms.RadioSelect)
    haalbaar = forms.ChoiceField(
        label="Is dit jobdoelwit haalbaar?",
        choices=[(Antwoord.JA, "ja"), (Antwoord.NEE, "nog niet"), (Antwoord.ONBEKEND, "niet besproken")],
        required=False,
        widget=forms.RadioSelect,
        help_text="Alleen bij een jobdoelwit.",
    )

    class Meta:
        model = Ondersteuning
        fields: ClassVar = ["soort", "op", "titel", "tekst", "haalbaar", "resultaat", "sollicitatie"]
        widgets: ClassVar = {
            "op": Datumkiezer,
            "tekst": forms.Textarea(attrs={"rows": 8}),
            "resultaat": forms.Textarea(attrs={"rows": 2}),
        }
        labels: ClassVar = {"sollicitatie": "Hoort dit bij een sollicitatie?"}
        help_texts: ClassVar = {
            "tekst": "Een brief schrijf je hier helemaal uit. Niets over gezondheid.",
            "resultaat": "Bijvoorbeeld: de cliënt kan drie sterke punten noemen.",
        }

    ook_nagekeken: ClassVar = {"client"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "sollicitatie" in self.fields:
            veld = veld_van(self, "sollicitatie", forms.ModelChoiceField)
            veld.queryset = Sollicitatie.objects.filter(client=self.instance.client).select_related("werkgever")
            veld.empty_label = "nee"
        self.onthoud_begin()

    def clean_haalbaar(self) -> str:
        return self.cleaned_data["haalbaar"] or Antwoord.ONBEKEND

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if (
            data.get("haalbaar", Antwoord.ONBEKEND) != Antwoord.ONBEKEND
            and data.get("soort") != Ondersteuningssoort.DOELWIT
        ):
            self.add_error("haalbaar", "Haalbaar zeg je alleen van een jobdoelwit.")
        return data


class LesOndersteuningForm(OndersteuningForm):
    """In a session: the day is that of the session, and an application is the business of the coach."""

    class Meta(OndersteuningForm.Meta):
        fields: ClassVar = ["soort", "titel", "tekst", "haalbaar", "resultaat"]
