"""Choosing between two dossiers."""

from typing import Any

from django import forms

from clienten.models import Client
from ocmw.werkruimte.dubbels.vergelijking import Dossiervergelijking, keuzes_van


class VerenigForm(forms.Form):
    """One question per difference, with what loses nothing already chosen."""

    def __init__(
        self, *args: Any, vergelijking: Dossiervergelijking, blijft: Client, weg: Client, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.koppen = []
        for groep in vergelijking.groepen:
            for vraag in groep.vragen:
                self.fields[vraag.sleutel] = forms.ChoiceField(
                    label=vraag.label,
                    choices=keuzes_van(vraag, blijft, weg),
                    initial=vraag.standaard,
                    widget=forms.RadioSelect,
                    required=False,  # without an answer the row chooses itself
                )
            self.koppen.append((groep.kop, [self[vraag.sleutel] for vraag in groep.vragen]))


class AnderDossierForm(forms.Form):
    nummer = forms.CharField(
        label="Nummer van het andere dossier",
        max_length=12,
        help_text="Je vindt het op het tabblad Gegevens van dat dossier, bijvoorbeeld D000123.",
    )

    def clean_nummer(self) -> int:
        cijfers = str(self.cleaned_data["nummer"]).strip().upper().removeprefix("D")
        if not (cijfers.isascii() and cijfers.isdigit()):
            raise forms.ValidationError("Schrijf het dossiernummer, bijvoorbeeld D000123.")
        return int(cijfers)
