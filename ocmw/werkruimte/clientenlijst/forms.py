from typing import Any

from django import forms

from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import COACHROLLEN
from ocmw.toegang.samen import kunnen_volgen
from ocmw.ui.velden import veld_van


class BulkToewijzenForm(forms.Form):
    coach = forms.ModelChoiceField(
        label="Wijs toe aan", queryset=Medewerker.objects.none(), empty_label="kies een collega"
    )

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = veld_van(self, "coach", forms.ModelChoiceField)
        veld.queryset = kunnen_volgen(medewerker.ocmw_id, op=vandaag()).filter(rol__in=COACHROLLEN)
