from typing import Any

from django import forms

from ocmw.toegang.models import Medewerker, Ocmw, Samenwerking
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van


class MedewerkerForm(forms.ModelForm):
    class Meta:
        model = Medewerker
        fields = ["voornaam", "achternaam", "email", "rol"]
        labels = {"achternaam": "Familienaam", "rol": "Rol"}
        help_texts = {
            "email": "Hiermee meldt je collega zich aan.",
            "rol": "De rol bepaalt wat iemand mag. Op “Wie mag wat” staat de hele tabel.",
        }

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if Medewerker.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Er is al een account met dit e-mailadres.")
        return email


class SamenwerkingForm(forms.ModelForm):
    van = forms.DateField(widget=Datumkiezer, label="Vanaf")

    class Meta:
        model = Samenwerking
        fields = ["begeleidend", "van", "overeenkomst"]
        labels = {"begeleidend": "Welk OCMW begeleidt jullie cliënten?"}
        help_texts = {
            "overeenkomst": "Bijvoorbeeld: raadsbesluit 2026/44 van 12/03/2026.",
        }

    def __init__(self, *args: Any, ocmw_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The constraint "not with yourself" is checked on the instance.
        self.instance.ocmw_id = ocmw_id
        veld_van(self, "begeleidend", forms.ModelChoiceField).queryset = Ocmw.objects.exclude(pk=ocmw_id)


class SamenwerkingseindeForm(forms.Form):
    tot = forms.DateField(
        widget=Datumkiezer,
        label="Vanaf welke dag is er geen toegang meer?",
        help_text="Op deze dag verdwijnen jullie dossiers bij het andere OCMW. Kies vandaag om meteen te stoppen.",
    )


class InstellingenForm(forms.ModelForm):
    class Meta:
        model = Medewerker
        fields = ["ochtendbericht"]
        labels = {"ochtendbericht": "Stuur mij 's morgens een mail als er iets nieuws vervalt"}
        help_texts = {
            "ochtendbericht": "Hoogstens één per dag. In de mail staan geen namen, alleen initialen en dossiernummers."
        }
