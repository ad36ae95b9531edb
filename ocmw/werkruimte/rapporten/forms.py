from datetime import date, timedelta
from typing import Any

from django import forms

from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.ui.datumveld import Datumkiezer
from ocmw.werkruimte.rapporten.enums import Deel, Formaat

LANGSTE_PERIODE = timedelta(days=5 * 366)


class DossierverslagForm(forms.Form):
    delen = forms.MultipleChoiceField(
        label="Wat komt in het verslag?",
        choices=Deel,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één onderdeel."},
    )
    afgeschermd = forms.BooleanField(
        label="Ook gezondheid en verslaving",
        required=False,
        help_text="Neem dit alleen op als de lezer van het verslag het nodig heeft.",
    )

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delen"].initial = list(Deel.values)
        if not medewerker.mag(Recht.AFGESCHERMD_LEZEN):
            del self.fields["afgeschermd"]


class CaseloadrapportForm(forms.Form):
    """Both days are counted; the database holds the day after the last one."""

    van = forms.DateField(label="Van", widget=Datumkiezer)
    tot_en_met = forms.DateField(label="Tot en met", widget=Datumkiezer)
    ocmws = forms.ModelMultipleChoiceField(
        label="OCMW",
        queryset=Ocmw.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één OCMW."},
    )
    buiten_team = forms.BooleanField(
        label="Het rapport gaat naar lezers buiten het team",
        required=False,
        help_text="Voor het bestuur of een subsidie: kleine groepen en de cijfers per collega staan er dan niet in.",
    )
    formaat = forms.ChoiceField(label="Als bestand", choices=Formaat, initial=Formaat.PDF, widget=forms.RadioSelect)

    def __init__(self, *args: Any, ocmws: list[Ocmw], vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        veld = self.fields["ocmws"]
        if isinstance(veld, forms.ModelMultipleChoiceField):
            veld.queryset = Ocmw.objects.filter(pk__in=[ocmw.pk for ocmw in ocmws])
        veld.initial = [ocmw.pk for ocmw in ocmws[:1]]
        if len(ocmws) == 1:
            veld.widget = forms.MultipleHiddenInput()
        self.fields["van"].initial, self.fields["tot_en_met"].initial = vorig_kwartaal(vandaag)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        van, tot = data.get("van"), data.get("tot_en_met")
        if van and van > self.vandaag:
            self.add_error("van", "Kies een periode die al begonnen is.")
        elif van and tot and tot < van:
            self.add_error("tot_en_met", "De laatste dag ligt niet voor de eerste dag.")
        elif van and tot and tot - van > LANGSTE_PERIODE:
            self.add_error("tot_en_met", "Kies een periode van hoogstens vijf jaar.")
        return data


def vorig_kwartaal(op: date) -> tuple[date, date]:
    """First and last day of the quarter that ended before `op`: what a coordinator reports on most."""
    begin = date(op.year, (op.month - 1) // 3 * 3 + 1, 1)
    einde = begin - timedelta(days=1)
    return date(einde.year, einde.month - 2, 1), einde
