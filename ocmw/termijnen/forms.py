from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet

from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from ocmw.ui.datumveld import Datumkiezer


def over_een_week() -> str:
    return (vandaag() + timedelta(days=7)).isoformat()


class UitstelForm(forms.Form):
    tot = forms.DateField(
        label="Tot wanneer stel je uit?",
        initial=over_een_week,
        widget=Datumkiezer,
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=200,
        required=False,
        help_text="Je collega's zien deze reden bij de termijn. Voor enkele dagen mag je het leeg laten.",
    )
    naar = forms.CharField(widget=forms.HiddenInput, required=False)


class Collegaveld(forms.ModelChoiceField):
    def label_from_instance(self, obj: Medewerker) -> str:
        return f"{obj.naam} ({obj.get_rol_display()})"


class DoorgeefForm(forms.Form):
    """To whom: colleagues of the OCMW of the dossier who handle termijnen; whether one may read it, the action says."""

    naar = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, collegas: QuerySet[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aan"] = Collegaveld(
            queryset=collegas,
            label="Aan wie geef je dit door?",
            help_text="Deze collega ziet de lijn op Vandaag en bij het nieuws. Bij jou verdwijnt ze.",
        )
        self.order_fields(["aan", "naar"])
