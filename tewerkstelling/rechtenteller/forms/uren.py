"""Other hours from a day on. What was worked before that day keeps the hours it had."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from ocmw.kalender.woorden import getal
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.models import Tewerkstelling


class UrenForm(VersieForm):
    """`vanaf`: the day of the hours that somebody wants to see again; None for new ones."""

    dag = forms.DateField(label="Vanaf welke dag?", widget=Datumkiezer, help_text="De eerste dag met de andere uren.")
    uren = forms.DecimalField(label="Uren per week vanaf die dag", max_digits=4, decimal_places=2, localize=True)
    dagen = forms.IntegerField(label="Op hoeveel dagen per week?", min_value=1, max_value=6)

    class Meta:
        model = Tewerkstelling
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, vanaf: date | None, **kwargs: Any) -> None:
        self.vanaf = vanaf  # the base class asks huidige_waarden() at once
        super().__init__(*args, **kwargs)
        self.extra = {"vanaf": vanaf}
        self.initial = {**self.initial, **self._op(self.instance)}
        self.onthoud_begin()

    def _op(self, contract: Tewerkstelling) -> dict[str, Any]:
        """The hours that start on the day asked for, as the fields show them."""
        for regime in contract.regimes:
            if regime.vanaf == self.vanaf:
                uren = Decimal(regime.uren.numerator) / regime.uren.denominator
                return {"dag": regime.vanaf, "uren": uren, "dagen": regime.dagen_per_week}
        return {"dag": self.vanaf, "uren": None, "dagen": contract.dagen_per_week}

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        return self._op(actueel) if isinstance(actueel, Tewerkstelling) else {}

    def gewijzigde_velden(self) -> list[str]:
        return ["andere_uren"]

    def clean_dag(self) -> date:
        dag: date = self.cleaned_data["dag"]
        contract = self.instance
        if dag <= contract.van:
            raise forms.ValidationError(
                f"Kies een dag na de eerste werkdag ({contract.van:%d/%m/%Y}). Waren de uren van in het begin anders? "
                "Wijzig dan het contract."
            )
        if contract.laatste_dag and dag > contract.laatste_dag:
            raise forms.ValidationError(f"Het contract loopt maar tot en met {contract.laatste_dag:%d/%m/%Y}.")
        return dag

    def clean_uren(self) -> Decimal:
        uren: Decimal = self.cleaned_data["uren"]
        if uren <= 0:
            raise forms.ValidationError("Vul een aantal uren in dat groter is dan nul.")
        if uren > self.instance.voltijds_uren:
            raise forms.ValidationError(
                f"Een voltijdse werkt in deze functie {getal(self.instance.voltijds_uren)} uren. Vul niet meer in."
            )
        return uren

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            self.instance.zet_uren(data["dag"], data["uren"], data["dagen"])
            if self.vanaf and self.vanaf != data["dag"]:  # the change itself moved to another day
                self.instance.zet_uren(self.vanaf, None, 0)
        return data


class UrenWegForm(VersieForm):
    """Take the other hours of one day away: the hours before it go on."""

    class Meta:
        model = Tewerkstelling
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, vanaf: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra, self.vanaf = {"vanaf": vanaf}, vanaf

    def gewijzigde_velden(self) -> list[str]:
        return ["andere_uren"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.instance.zet_uren(self.vanaf, None, 0)
        return data
