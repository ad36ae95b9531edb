"""A version of a competence list on one page: its words, its scale, and a line per competence with room for new ones."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.evaluaties.actions.lijst import Regel
from tewerkstelling.evaluaties.models import Competentie, Competentielijst, Domein

NIEUWE_REGELS = 2
VELDEN = (
    ("naam", 80, "Competentie"),
    ("voorbeeld", 200, "Voorbeeld van gedrag"),
    ("clientzin", 120, "Zin voor de cliënt"),
)


class LijstForm(VersieForm):
    niveaus = forms.CharField(
        label="Niveaus, van laag naar hoog",
        help_text="Eén per regel.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    clientlabels = forms.CharField(
        label="Dezelfde niveaus, in woorden voor de cliënt",
        help_text="Eén per regel, evenveel als hierboven.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta:
        model = Competentielijst
        fields: ClassVar = ["naam", "volledig", "bron", "toelichting"]
        widgets: ClassVar = {"toelichting": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.domeinen = list(self.instance.domeinen.prefetch_related("competenties"))
        for prefix, _domein, _competentie in self._prefixen():
            for naam, lengte, label in VELDEN:
                self.fields[f"{prefix}-{naam}"] = forms.CharField(label=label, max_length=lengte, required=False)
        self.initial = self.huidige_waarden(self.instance)
        self.onthoud_begin()

    def _prefixen(self) -> Iterator[tuple[str, Domein, Competentie | None]]:
        for domein in self.domeinen:
            for competentie in domein.competenties.all():
                yield f"c{competentie.pk}", domein, competentie
            for nummer in range(NIEUWE_REGELS):
                yield f"n{domein.pk}x{nummer}", domein, None

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        waarden |= {naam: "" for naam in self.fields if "-" in naam}
        if isinstance(actueel, Competentielijst) and actueel.pk:
            waarden["niveaus"] = "\n".join(actueel.schaal.labels)
            waarden["clientlabels"] = "\n".join(actueel.schaal.clientlabels)
            for competentie in Competentie.objects.filter(domein__lijst=actueel):
                for naam, _lengte, _label in VELDEN:
                    sleutel = f"c{competentie.pk}-{naam}"
                    if sleutel in self.fields:
                        waarden[sleutel] = getattr(competentie, naam)
        return waarden

    @property
    def blokken(self) -> Iterator[tuple[Domein, list[tuple[Competentie | None, list[BoundField]]]]]:
        for domein in self.domeinen:
            rijen = [
                (competentie, [self[f"{prefix}-{naam}"] for naam, _, _ in VELDEN])
                for prefix, bij, competentie in self._prefixen()
                if bij == domein
            ]
            yield domein, rijen

    def regels(self) -> list[Regel]:
        return [
            Regel(
                domein=domein,
                pk=competentie.pk if competentie else None,
                **{naam: self.cleaned_data[f"{prefix}-{naam}"].strip() for naam, _, _ in VELDEN},
            )
            for prefix, domein, competentie in self._prefixen()
        ]

    def labels(self) -> tuple[list[str], list[str]]:
        niveaus, voor_client = (
            [regel.strip()[:40] for regel in self.cleaned_data[naam].splitlines() if regel.strip()]
            for naam in ("niveaus", "clientlabels")
        )
        return niveaus, voor_client
