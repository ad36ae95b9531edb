"""An evaluation: when, how, with which list, and what was said and decided."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import Q

from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import VersieForm
from tewerkstelling.evaluaties.enums import Evaluatiesoort
from tewerkstelling.evaluaties.models import Competentielijst, Evaluatie

MAX_DAGEN_VOORUIT = 366


class EvaluatieForm(VersieForm):
    class Meta:
        model = Evaluatie
        fields: ClassVar = ["gehouden_op", "soort", "lijst", "aanwezig", "verslag", "besluit"]
        widgets: ClassVar = {
            "gehouden_op": Datumkiezer,
            "soort": forms.RadioSelect,
            "verslag": forms.Textarea(attrs={"rows": 5}),
            "besluit": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts: ClassVar = {
            "gehouden_op": "Nog niet geweest? Vul de dag in waarop jullie afspreken.",
            "aanwezig": "Bijvoorbeeld: de cliënt, de mentor, de trajectbegeleider.",
            "verslag": "Alleen over het werk. Niets over gezondheid of verslaving.",
            "besluit": "Hoe gaat het verder? Bijvoorbeeld: blijft op deze werkplek, tempo volgen we op.",
        }

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra, self.op = {"op": op}, op
        self.fields["soort"] = forms.ChoiceField(
            label="Soort evaluatie",
            choices=Evaluatiesoort,
            widget=forms.RadioSelect,
        )
        keuzes = Competentielijst.objects.filter(
            Q(pk__in=Competentielijst.objects.geldig(op, self.instance.client.ocmw_id).values("pk"))
            | Q(pk=self.instance.lijst_id)
        )
        self.fields["lijst"] = forms.ModelChoiceField(keuzes, label="Competentielijst", empty_label=None)
        if self.instance.pk and self.instance.stemmen.exists():
            del self.fields["lijst"], self.fields["soort"]
        self.onthoud_begin()

    def clean_gehouden_op(self) -> date:
        dag: date = self.cleaned_data["gehouden_op"]
        contract = self.instance.contract
        if dag < contract.van:
            raise forms.ValidationError(f"Het contract begint pas op {contract.van:%d/%m/%Y}.")
        if (dag - self.op).days > MAX_DAGEN_VOORUIT:
            raise forms.ValidationError("Kijk het jaar na: deze dag ligt meer dan een jaar in de toekomst.")
        return dag


class NieuweEvaluatieForm(EvaluatieForm):
    """To begin one: the rest is written when the talk is held."""

    class Meta(EvaluatieForm.Meta):
        fields: ClassVar = ["gehouden_op", "soort", "lijst", "aanwezig"]
