"""The forms of one session: change or move it, call it off, add one, and a day without."""

from typing import Any, ClassVar

from django import forms

from ocmw.ui.datumveld import Datumkiezer, Uurkiezer
from ocmw.ui.versie import VersieForm
from trajecten.groepen.enums import Afgelastreden
from trajecten.groepen.forms.programma import kies_lesgever
from trajecten.groepen.models import Lesvrij, Sessie


class SessieForm(VersieForm):
    class Meta:
        model = Sessie
        fields: ClassVar = [
            "dag",
            "begin_om",
            "eind_om",
            "plaats",
            "lesgever",
            "soort",
            "bezocht",
            "thema",
            "inhoud",
            "toelichting",
        ]
        widgets: ClassVar = {
            "dag": Datumkiezer,
            "begin_om": Uurkiezer,
            "eind_om": Uurkiezer,
            "inhoud": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts: ClassVar = {
            "plaats": "Laat leeg als het de gewone plaats is.",
            "bezocht": "Alleen bij een bezoek aan een werkgever.",
            "toelichting": "Nodig als je de sessie verzet: waarom? De deelnemers en de lesgever lezen dit.",
        }

    ook_nagekeken: ClassVar = {"reeks"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kies_lesgever(self, self.instance.reeks.programma, self.instance.lesgever_id, "de lesgever van de reeks")
        self.onthoud_begin()


class ExtraSessieForm(forms.ModelForm):
    class Meta:
        model = Sessie
        fields: ClassVar = ["dag", "begin_om", "eind_om", "soort", "bezocht", "plaats", "thema"]
        widgets: ClassVar = {"dag": Datumkiezer, "begin_om": Uurkiezer, "eind_om": Uurkiezer}
        help_texts: ClassVar = {
            "bezocht": "Alleen bij een bezoek aan een werkgever.",
            "plaats": "Laat leeg als het de gewone plaats is.",
        }


class AfgelastForm(forms.Form):
    reden = forms.ChoiceField(
        label="Waarom gaat ze niet door?", choices=Afgelastreden.choices, widget=forms.RadioSelect
    )
    toelichting = forms.CharField(
        label="Toelichting", max_length=300, required=False, help_text="De deelnemers en de lesgever lezen dit."
    )


class LesvrijForm(forms.ModelForm):
    class Meta:
        model = Lesvrij
        fields: ClassVar = ["dag", "reden"]
        widgets: ClassVar = {"dag": Datumkiezer}
        help_texts: ClassVar = {"reden": "Bijvoorbeeld: brugdag, teamdag, 11 juli."}
