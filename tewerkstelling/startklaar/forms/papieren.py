"""Small forms around a placement: signatures, council, a point of the list, starting and stopping."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van
from ocmw.ui.versie import VersieForm
from tewerkstelling.startklaar.checklist import Checklistpunt
from tewerkstelling.startklaar.enums import Plaatsingstopreden, Puntstand
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.models.plaatsing import HANDTEKENINGEN


class HandtekeningenForm(VersieForm):
    class Meta:
        model = Plaatsing
        fields: ClassVar = list(HANDTEKENINGEN)
        widgets: ClassVar = dict.fromkeys(HANDTEKENINGEN, Datumkiezer)
        help_texts: ClassVar = {"getekend_werknemer_op": "De werknemer is de cliënt."}

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"op": op}
        self.op = op

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for veld in HANDTEKENINGEN:
            if (dag := data.get(veld)) and dag > self.op:
                self.add_error(veld, "Een handtekening is van vandaag of vroeger.")
        return data


class RaadForm(VersieForm):
    class Meta:
        model = Plaatsing
        fields: ClassVar = ["raad_op", "raad_besluit"]
        widgets: ClassVar = {"raad_op": Datumkiezer}
        help_texts: ClassVar = {
            "raad_op": "De dag van de vergadering waar deze plaatsing op de lijst staat.",
            "raad_besluit": "Vul in na de vergadering. Dit kan ook nog na de start.",
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("raad_besluit") and not data.get("raad_op") and "raad_op" not in self.errors:
            self.add_error("raad_op", "Vul ook de dag van de vergadering in.")
        return data


class CheckpuntForm(forms.Form):
    stand = forms.ChoiceField(label="Stand", choices=Puntstand.choices, widget=forms.RadioSelect)
    op = forms.DateField(label="Sinds", widget=Datumkiezer)
    toelichting = forms.CharField(
        label="Toelichting", max_length=200, required=False, help_text="Kort, en niets over gezondheid."
    )

    def __init__(self, *args: Any, punt: Checklistpunt, dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kan = [stand for stand in Puntstand if punt.mag_niet_nodig or stand == Puntstand.IN_ORDE]
        if punt.afgeleid:
            kan = [Puntstand.NIET_NODIG]
        veld_van(self, "stand", forms.ChoiceField).choices = [(stand, stand.label) for stand in kan]
        if punt.zonder_uitleg:
            del self.fields["toelichting"]
        self.initial = {
            "stand": punt.stand if punt.stand in kan else kan[0],
            "op": punt.op or dag,
            "toelichting": punt.toelichting,
        }


class PlaatsingstartForm(forms.Form):
    """`versie` is what the page showed; the reason is asked only when something is missing that may be missing."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    motivatie = forms.CharField(
        label="Waarom start je toch?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
        help_text="Schrijf hoe en wanneer het nog in orde komt. Niets over gezondheid.",
    )

    def __init__(self, *args: Any, toch: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not toch:
            del self.fields["motivatie"]


class PlaatsingstopForm(forms.Form):
    stopreden = forms.ChoiceField(
        label="Waarom gaat het niet door?", choices=[("", "Kies een reden"), *Plaatsingstopreden.choices]
    )
