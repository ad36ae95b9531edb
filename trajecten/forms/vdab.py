from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from clienten.enums import Antwoord
from clienten.models import Client
from clienten.profiel.forms import zeg_van_wie
from clienten.profiel.models import Profiel
from ocmw.kalender.klok import vandaag
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import Versie, VersieForm

FOUT_SINDS = "Je koos dat de cliënt niet ingeschreven is. Kies een van beide."
FOUT_HULP = (
    "Je koos dat de cliënt al ingeschreven is. Dan is hulp bij de inschrijving niet meer nodig: kies een van beide."
)


def keur_vdab(form: forms.BaseForm, data: Mapping[str, Any], *, vdab: str, sinds: str, hulp: str) -> None:
    """What cannot both be so about the registration, on each page that asks it. The names of the three fields of this form."""
    dag, antwoord = data.get(sinds), data.get(vdab)
    if dag and dag > vandaag():
        form.add_error(sinds, "Deze dag ligt in de toekomst.")
    elif dag and antwoord == Antwoord.NEE:
        form.add_error(sinds, FOUT_SINDS)
    if data.get(hulp) and antwoord == Antwoord.JA:
        form.add_error(hulp, FOUT_HULP)


def neem_vdab_uit_profiel(form: VersieForm, profiel: Profiel) -> None:
    """A tick or a day that was taken away elsewhere is no suggestion of this row any more: what counts is the Profiel."""
    form.initial.update({"vdab_sinds": profiel.vdab_sinds, "vdab_hulp_nodig": profiel.vdab_hulp})
    form.onthoud_begin()


class VdabForm(VersieForm):
    """The number is a column of the client; the rest is the Profiel."""

    vdab_nummer = forms.CharField(
        label="VDAB-nummer", required=False, max_length=Client._meta.get_field("vdab_nummer").max_length
    )

    class Meta:
        model = Profiel
        fields: ClassVar = ["vdab", "vdab_sinds", "vdab_nummer", "vdab_hulp"]
        widgets: ClassVar = {"vdab": forms.RadioSelect, "vdab_sinds": Datumkiezer}
        help_texts: ClassVar = {
            "vdab": "VDAB is de Vlaamse Dienst voor Arbeidsbemiddeling.",
            "vdab_hulp": "Dan komt er een actie met een datum in het plan.",
        }

    field_order = ["vdab", "vdab_sinds", "vdab_nummer", "vdab_hulp"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["vdab_nummer"] = self.instance.client.vdab_nummer
        zeg_van_wie(self, self.instance.client, {naam: naam for naam in ("vdab", "vdab_sinds", "vdab_hulp")})
        self.onthoud_begin()

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        return waarden | {"vdab_nummer": actueel.client.vdab_nummer} if isinstance(actueel, Profiel) else waarden

    def gewijzigde_velden(self) -> list[str]:
        return [naam for naam in super().gewijzigde_velden() if naam != "vdab_nummer"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        keur_vdab(self, data, vdab="vdab", sinds="vdab_sinds", hulp="vdab_hulp")
        return data
