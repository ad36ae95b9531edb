"""Forms for the dossier as a whole."""

from datetime import date
from typing import Any

from django import forms

from clienten.enums import Sluitreden, Toewijzingsrol
from clienten.forms import CollegaVeld
from clienten.models import Client, wie_kan_volgen
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van


class ToewijzenForm(forms.Form):
    rol = forms.ChoiceField(label="In welke rol", choices=Toewijzingsrol, widget=forms.RadioSelect)
    trajectbegeleider = CollegaVeld(queryset=Medewerker.objects.none(), required=False, empty_label="Kies een collega")
    maatschappelijk_werker = CollegaVeld(
        queryset=Medewerker.objects.none(), required=False, empty_label="Kies een collega"
    )

    def __init__(self, *args: Any, client: Client, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, rol in (("trajectbegeleider", Rol.ATB), ("maatschappelijk_werker", Rol.MW)):
            veld = veld_van(self, naam, CollegaVeld)
            veld.queryset = wie_kan_volgen(client, rol, op=op)
            veld.eigen_ocmw_id = client.ocmw_id

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        naam = "trajectbegeleider" if data.get("rol") == Toewijzingsrol.ATB else "maatschappelijk_werker"
        if data.get("rol") and not data.get(naam) and naam not in self.errors:
            self.add_error(naam, "Kies wie het dossier volgt.")
        data["medewerker"] = data.get(naam)
        return data


class SluitenForm(forms.Form):
    reden = forms.ChoiceField(
        label="Waarom sluit je het dossier?",
        choices=[(code, label) for code, label in Sluitreden.choices if code != Sluitreden.INGEVOERD],
        widget=forms.RadioSelect,
    )
    op = forms.DateField(label="Gesloten op", widget=Datumkiezer)
    slotnota = forms.CharField(
        label="Hoe loopt het af?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Twee zinnen voor wie dit dossier later opent.",
    )

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.fields["op"].initial = vandaag

    def clean_op(self) -> date:
        op: date = self.cleaned_data["op"]
        if op > self.vandaag:
            raise forms.ValidationError("Deze dag ligt in de toekomst.")
        return op


class HeropenForm(forms.Form):
    reden = forms.CharField(
        label="Waarom heropen je het dossier?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dit komt in de tijdlijn, bij hoe het vorige keer afliep.",
    )
