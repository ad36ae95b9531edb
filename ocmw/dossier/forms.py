from typing import Any

from django import forms

from ocmw.journaal.enums import Inzagereden
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import COACHROLLEN
from ocmw.toegang.samen import kunnen_volgen


class InzageredenForm(forms.Form):
    reden = forms.ChoiceField(label="Waarom open je dit dossier?", choices=Inzagereden, widget=forms.RadioSelect)
    toelichting = forms.CharField(label="Toelichting", max_length=300, required=False)
    naar = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reden") == Inzagereden.ANDERE and not data.get("toelichting", "").strip():
            self.add_error("toelichting", "Schrijf kort wat je reden is.")
        return data


class BulkToewijzenForm(forms.Form):
    coach = forms.ModelChoiceField(
        label="Wijs toe aan", queryset=Medewerker.objects.none(), empty_label="kies een collega"
    )

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["coach"]
        assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        veld.queryset = kunnen_volgen(medewerker.ocmw_id, op=vandaag()).filter(rol__in=COACHROLLEN)
