"""How the werkervaring stands at VDAB, and whether art.60 past the 24 months is needed."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import VersieForm
from tewerkstelling.geld.enums import MlpStatus
from tewerkstelling.geld.models import TweRegistratie


class RegistratieForm(VersieForm):
    """`mag_bevestigen`: the coordinator, who answers for the months past the window."""

    class Meta:
        model = TweRegistratie
        fields: ClassVar = ["status", "vdab_vanaf", "na_24_nodig"]
        widgets: ClassVar = {
            "status": forms.RadioSelect,
            "vdab_vanaf": Datumkiezer,
            "na_24_nodig": forms.RadioSelect,
        }
        labels: ClassVar = {
            "status": "Hoe staat de werkervaring in het dossier bij VDAB (Mijn Loopbaan)?",
            "vdab_vanaf": "Geregistreerd vanaf",
            "na_24_nodig": "Is art.60 na de 24 maanden nog nodig om sociale rechten op te bouwen?",
        }
        help_texts: ClassVar = {
            "vdab_vanaf": "De startdatum die bij VDAB staat. Alleen nodig als de werkervaring geregistreerd is.",
            "na_24_nodig": "Bij ja verwachten we ook voor die maanden een vergoeding. Bij onbekend rekenen we met onze telling.",
        }

    def __init__(self, *args: Any, op: date, mag_bevestigen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"op": op, "mag_bevestigen": mag_bevestigen}
        self.op = op
        if not mag_bevestigen:
            del self.fields["na_24_nodig"]
            self.onthoud_begin()

    def clean_vdab_vanaf(self) -> date | None:
        dag: date | None = self.cleaned_data["vdab_vanaf"]
        if dag and dag > self.op:
            raise forms.ValidationError("Deze dag ligt in de toekomst. Noteer het zodra het bij VDAB staat.")
        return dag

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if (
            data.get("status") == MlpStatus.GEREGISTREERD
            and not data.get("vdab_vanaf")
            and "vdab_vanaf" not in self.errors
        ):
            self.add_error("vdab_vanaf", "Vul in vanaf welke dag de werkervaring bij VDAB geregistreerd staat.")
        return data
