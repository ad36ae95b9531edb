"""Forms of the rows of this room, and how a form of another row takes fields of the Profiel along."""

from typing import Any, ClassVar

from django.forms.models import construct_instance, model_to_dict

from clienten.forms import RijForm, redelijk_jaar
from clienten.profiel.actions import Profielwijziging
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
