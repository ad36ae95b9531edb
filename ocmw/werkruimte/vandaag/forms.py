from collections.abc import Sequence
from typing import Any

from django import forms

from ocmw.kalender.klok import vandaag
from ocmw.ui.datumveld import Datumkiezer


class OpruimForm(forms.Form):
    """One answer for many lines."""

    hoe = forms.ChoiceField(
        label="Wat doe je ermee?",
        choices=[("klaar", "Klaar: dit is al gebeurd"), ("later", "Later: stel ze samen uit")],
        widget=forms.RadioSelect,
        initial="klaar",
    )
    tot = forms.DateField(label="Tot wanneer?", required=False, widget=Datumkiezer, help_text="Alleen als je uitstelt.")
    reden = forms.CharField(
        label="Waarom?",
        required=False,
        max_length=200,
        help_text="Alleen als je uitstelt. Je collega's lezen dit bij elke lijn.",
    )

    def __init__(self, *args: Any, soorten: Sequence[tuple[str, str, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["soorten"] = forms.MultipleChoiceField(
            label="Welke lijnen?",
            choices=[(code, f"{naam} ({hoeveel})") for code, naam, hoeveel in soorten],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Kies minstens één soort."},
        )
        self.order_fields(["soorten", "hoe", "tot", "reden"])

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if velden.get("hoe") == "later":
            if not velden.get("tot") and "tot" not in self.errors:
                self.add_error("tot", "Kies tot wanneer je uitstelt.")
            elif velden.get("tot") and velden["tot"] <= vandaag():
                self.add_error("tot", "Kies een dag na vandaag.")
            if not velden.get("reden", "").strip():
                self.add_error("reden", "Schrijf kort waarom.")
        return velden
