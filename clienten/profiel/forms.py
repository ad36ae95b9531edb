"""Forms of the rows of this room, and how a form of another row takes fields of the Profiel along."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.forms.models import construct_instance, model_to_dict

from clienten.forms import RijForm, redelijk_jaar
from clienten.models import Client
from clienten.profiel.actions import Profielwijziging
from clienten.profiel.herkomst import herkomst_van
from clienten.profiel.models import Diploma, Profiel, Taalkennis, profiel_van
from ocmw.ui.versie import Versie, VersieForm


class DiplomaForm(RijForm):
    class Meta:
        model = Diploma
        fields: ClassVar = ["naam", "land", "jaar", "erkend"]

    def clean_jaar(self) -> int | None:
        return redelijk_jaar(self.cleaned_data["jaar"], "het jaar")


class TaalkennisForm(RijForm):
    class Meta:
        model = Taalkennis
        fields: ClassVar = ["taal", "niveau"]


def profielveld(naam: str, **anders: Any) -> Any:
    """The form field that a model form would make of this field of Profiel."""
    return Profiel._meta.get_field(naam).formfield(**anders)  # type: ignore[union-attr]  # a column of ours, never a relation back


def zeg_van_wie(form: forms.BaseForm, client: Client, kaart: Mapping[str, str]) -> None:
    """Below each field that was asked before: who said it last, when and where, and what was said before. `kaart`: the field
    of the Profiel by the name of the field of the form."""
    herkomst = herkomst_van(client, kaart.values())
    for naam, feit in kaart.items():
        if naam in form.fields and feit in herkomst:
            veld = form.fields[naam]
            veld.help_text = " ".join(str(deel) for deel in (veld.help_text, herkomst[feit].zin) if deel)


class UitProfiel(VersieForm):
    """A form of a row that asks what the Profiel knows: it shows what counts now and who said so, and a save takes what was
    changed along (`neem_op`). The row itself keeps what was said in that talk."""

    profielkaart: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._profiel = profiel_van(kwargs["instance"].client)
        super().__init__(*args, **kwargs)
        for naam, waarde in self.huidige_waarden(self.instance).items():
            if naam in self.profielkaart and waarde:
                self.initial[naam] = waarde
        zeg_van_wie(self, self.instance.client, self.profielkaart)
        self.onthoud_begin()

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        """What counts is the Profiel; a row that was prefilled and never saved is a suggestion."""
        profiel = self._profiel
        if actueel is not self.instance:
            profiel = profiel_van(actueel.client)  # type: ignore[attr-defined]  # every row that is edited so hangs on a client
        return super().huidige_waarden(actueel) | {
            naam: getattr(profiel, feit) for naam, feit in self.profielkaart.items() if naam in self.fields
        }


class MetProfiel(VersieForm):
    """A form of another row of a client that edits some fields of the Profiel too: `profielvelden`, in the same save.

    `versie` stays the one of the other row. Many pages write parts of the Profiel, so that row moving on is no conflict
    by itself: it is one when a field of this form was changed since the page was shown. Then the second saver gets both
    texts side by side, for a field of either row.
    """

    profielvelden: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.profielrij = profiel_van(kwargs["instance"].client)
        self._profiel_was = model_to_dict(self.profielrij, self.profielvelden)
        super().__init__(*args, **kwargs)
        self.initial.update(self._profiel_was)
        zeg_van_wie(self, self.instance.client, {naam: naam for naam in self.profielvelden})
        self.onthoud_begin()

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        if actueel is self.instance:
            return waarden | self._profiel_was
        return waarden | model_to_dict(profiel_van(actueel.client), self.profielvelden)  # type: ignore[attr-defined]  # every row that is edited so hangs on a client

    def _post_clean(self) -> None:
        super()._post_clean()
        construct_instance(self, self.profielrij, self.profielvelden)
        if self.profielrij.pk and self.intussen_gewijzigd(self._profiel_was):
            self.profielrij.versie = 0  # not the one this page showed

    @property
    def profielwijziging(self) -> Profielwijziging:
        return Profielwijziging(self.profielrij, [naam for naam in self.gewijzigd() if naam in self.profielvelden])

    def gewijzigde_velden(self) -> list[str]:
        return [naam for naam in super().gewijzigde_velden() if naam not in self.profielvelden]
