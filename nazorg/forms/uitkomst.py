from typing import ClassVar

from django import forms

from nazorg.models import Uitkomst
from ocmw.ui.versie import VersieForm


class UitkomstForm(VersieForm):
    class Meta:
        model = Uitkomst
        fields: ClassVar = ["uitkomst", "toelichting"]
        widgets: ClassVar = {"uitkomst": forms.RadioSelect}
        help_texts: ClassVar = {"toelichting": "Bijvoorbeeld bij wie de cliënt werkt. Niets over gezondheid."}
