from datetime import timedelta

from django import forms

from ocmw.kalender.klok import vandaag


def over_een_week() -> str:
    return (vandaag() + timedelta(days=7)).isoformat()


class UitstelForm(forms.Form):
    tot = forms.DateField(
        label="Tot wanneer stel je uit?",
        initial=over_een_week,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reden = forms.CharField(
        label="Waarom?", max_length=200, help_text="Je collega's zien deze reden bij de termijn. Houd het kort."
    )
    naar = forms.CharField(widget=forms.HiddenInput, required=False)
