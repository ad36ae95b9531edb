from typing import Any

from django import forms

from ocmw.journaal.enums import Inzagereden


class InzageredenForm(forms.Form):
    reden = forms.ChoiceField(label="Waarom open je dit dossier?", choices=Inzagereden, widget=forms.RadioSelect)
    toelichting = forms.CharField(label="Toelichting", max_length=300, required=False)
    naar = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reden") == Inzagereden.ANDERE and not data.get("toelichting", "").strip():
            self.add_error("toelichting", "Schrijf kort wat je reden is.")
        return data
