"""What a lesgever writes about a session: what was given, and a note about the group."""

from typing import ClassVar

from django import forms

from ocmw.ui.versie import VersieForm
from trajecten.groepen.models import Sessie


class GroepsnotaForm(VersieForm):
    class Meta:
        model = Sessie
        fields: ClassVar = ["inhoud", "nota"]
        widgets: ClassVar = {"inhoud": forms.Textarea(attrs={"rows": 2}), "nota": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"inhoud": "Wat is er gegeven?", "nota": "Nota over de groep"}
        help_texts: ClassVar = {"nota": "Komt bij iedereen die er was. Niets over gezondheid."}
