"""Small rows around the person."""

from typing import Any, ClassVar

from django import forms

from clienten.enums import Randvoorwaardesoort
from clienten.models import Gezinslid, Randvoorwaarde
from ocmw.kalender.klok import vandaag
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import VersieForm

EERSTE_JAAR = 1900


class RijForm(VersieForm):
    """Checks the uniqueness that involves `client`, which is not on the form."""

    ook_nagekeken: ClassVar = {"client"}


def redelijk_jaar(jaar: int | None, wat: str) -> int | None:
    """The year as it is; ValidationError when it is not one of a living person's, with `wat` as what to fill in."""
    if jaar is not None and not EERSTE_JAAR <= jaar <= vandaag().year:
        raise forms.ValidationError(f"Vul {wat} in met vier cijfers, niet in de toekomst.")
    return jaar


class GezinslidForm(RijForm):
    class Meta:
        model = Gezinslid
        fields: ClassVar = ["relatie", "voornaam", "geboortejaar", "ten_laste"]
        help_texts: ClassVar = {"relatie": "Bijvoorbeeld: partner, zoon, moeder."}

    def clean_geboortejaar(self) -> int | None:
        return redelijk_jaar(self.cleaned_data["geboortejaar"], "het geboortejaar")


class RandvoorwaardeForm(VersieForm):
    class Meta:
        model = Randvoorwaarde
        fields: ClassVar = ["in_orde", "nota", "beoordeeld_op"]
        widgets: ClassVar = {
            "in_orde": forms.RadioSelect,
            "nota": forms.Textarea(attrs={"rows": 4}),
            "beoordeeld_op": Datumkiezer,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["beoordeeld_op"].required = True
        self.initial["beoordeeld_op"] = self.initial.get("beoordeeld_op") or vandaag()
        if self.instance.soort != Randvoorwaardesoort.GEZONDHEID:
            self.fields["nota"].help_text = "Schrijf hier niets over gezondheid; daarvoor is er een afgeschermd deel."

    def clean_beoordeeld_op(self) -> Any:
        dag = self.cleaned_data["beoordeeld_op"]
        if dag > vandaag():
            raise forms.ValidationError("Deze dag ligt in de toekomst.")
        return dag
