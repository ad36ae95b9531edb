from typing import Any, ClassVar

from django import forms

from clienten.enums import Antwoord
from clienten.profiel.forms import UitProfiel
from ocmw.kalender.klok import vandaag
from ocmw.ui.datumveld import Datumkiezer
from trajecten.eenkeer import INTAKE_IN_PROFIEL
from trajecten.enums import Hulpvraag
from trajecten.forms.vdab import keur_vdab, neem_vdab_uit_profiel
from trajecten.models import Intake


class IntakeForm(UitProfiel):
    profielkaart: ClassVar = INTAKE_IN_PROFIEL

    hulpvragen = forms.MultipleChoiceField(
        label="Waarbij wil de cliënt hulp?", choices=Hulpvraag, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Intake
        fields: ClassVar = [
            "gehouden_op", "opleiding", "werkervaring", "interesse", "sterktes", "moeilijk_zoeken", "moeilijk_werkvloer",
            "hulpvragen", "gewenste_hulp", "vdab_ingeschreven", "vdab_sinds", "vdab_hulp_nodig",
        ]  # fmt: skip
        widgets: ClassVar = {
            "gehouden_op": Datumkiezer,
            "vdab_sinds": Datumkiezer,
            "vdab_ingeschreven": forms.RadioSelect,
            **{
                naam: forms.Textarea(attrs={"rows": 4})
                for naam in (
                    "opleiding", "werkervaring", "interesse", "sterktes", "moeilijk_zoeken", "moeilijk_werkvloer",
                    "gewenste_hulp",
                )
            },
        }  # fmt: skip
        labels: ClassVar = {"gewenste_hulp": "Welke hulp nog, in de woorden van de cliënt?"}
        help_texts: ClassVar = {
            "moeilijk_werkvloer": "Gezondheid en verslaving noteer je in fase 1, afgeschermd.",
            "vdab_ingeschreven": "VDAB is de Vlaamse Dienst voor Arbeidsbemiddeling.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        neem_vdab_uit_profiel(self, self._profiel)
        if self.instance.pk is None:
            self.initial.update({naam: waarde for naam, waarde in self._uit_dossier().items() if waarde})

    def _uit_dossier(self) -> dict[str, Any]:
        """A first intake starts from what the file already says; the rest is in the Profiel."""
        onbekend = self._profiel.vdab == Antwoord.ONBEKEND
        return {"vdab_ingeschreven": Antwoord.JA if onbekend and self.instance.client.vdab_nummer else ""}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if (dag := data.get("gehouden_op")) and dag > vandaag():
            self.add_error("gehouden_op", "Deze dag ligt in de toekomst.")
        keur_vdab(self, data, vdab="vdab_ingeschreven", sinds="vdab_sinds", hulp="vdab_hulp_nodig")
        return data
