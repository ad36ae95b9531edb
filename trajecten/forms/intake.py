from typing import Any, ClassVar

from django import forms

from clienten.enums import Antwoord
from ocmw.kalender.klok import vandaag
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import VersieForm
from trajecten.enums import Hulpvraag
from trajecten.models import Doorverwijzing, Intake


class IntakeForm(VersieForm):
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
        if self.instance.pk is None:
            self.initial.update({naam: waarde for naam, waarde in self._uit_dossier().items() if waarde})

    def _uit_dossier(self) -> dict[str, Any]:
        """A first intake starts from what the referral and the file already say."""
        client = self.instance.client
        bundel = Doorverwijzing.objects.filter(client=client).first()
        uit_bundel = (
            {"opleiding": bundel.opleiding, "werkervaring": bundel.werkervaring, "interesse": bundel.wensen}
            if bundel
            else {}
        )
        return uit_bundel | {"vdab_ingeschreven": Antwoord.JA if client.vdab_nummer else ""}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for naam in ("gehouden_op", "vdab_sinds"):
            if (dag := data.get(naam)) and dag > vandaag():
                self.add_error(naam, "Deze dag ligt in de toekomst.")
        if data.get("vdab_sinds") and data.get("vdab_ingeschreven") == Antwoord.NEE:
            self.add_error("vdab_sinds", "Je vulde in dat de cliënt niet is ingeschreven. Kies een van beide.")
        return data
