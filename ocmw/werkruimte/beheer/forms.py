from datetime import date
from typing import Any

from django import forms

from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker, Ocmw, Samenwerking
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van


class MedewerkerForm(forms.ModelForm):
    class Meta:
        model = Medewerker
        fields = ["voornaam", "achternaam", "email", "rol", "laatste_dag"]
        labels = {"achternaam": "Familienaam", "rol": "Rol"}
        widgets = {"laatste_dag": Datumkiezer}
        help_texts = {
            "email": "Hiermee meldt je collega zich aan.",
            "rol": "De rol bepaalt wat iemand mag. Op “Wie mag wat” staat de hele tabel.",
            "laatste_dag": "Leeg: deze collega blijft. Vertrekt iemand, vul dan de laatste werkdag in. De dag erna kan de "
            "collega niet meer aanmelden en staan de dossiers bij de coördinator als “zonder trajectbegeleider”.",
        }

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if Medewerker.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Er is al een account met dit e-mailadres.")
        return email

    def clean_laatste_dag(self) -> date | None:
        dag: date | None = self.cleaned_data["laatste_dag"]
        if dag is not None and dag < vandaag() and "laatste_dag" in self.changed_data:
            raise forms.ValidationError("Deze dag is al voorbij. Kies “Zet buiten dienst” onder Toegang.")
        return dag


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
        fields = ["ochtendbericht", "sneltoetsen"]
        labels = {"ochtendbericht": "Stuur mij 's morgens een mail als er iets nieuws vervalt"}
        help_texts = {
            "ochtendbericht": "Hoogstens één per dag. In de mail staan geen namen, alleen initialen en dossiernummers."
        }
