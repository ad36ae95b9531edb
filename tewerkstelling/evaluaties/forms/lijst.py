"""A version of a competence list on one page: its words, its scale, and a line per competence with room for new ones."""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from ocmw.ui.velden import veld_van
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.evaluaties.actions.lijst import Competentieregel, Domeinregel
from tewerkstelling.evaluaties.enums import Domeinbeeld
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
        self.domeinen: list[Domein | None] = [*self.instance.domeinen.prefetch_related("competenties"), None]
        for domein in self.domeinen:
            for naam, veld in _domeinvelden().items():
                self.fields[f"{_prefix(domein)}-{naam}"] = veld
            for prefix, _competentie in _regels(domein):
                for naam, lengte, label in VELDEN:
                    self.fields[f"{prefix}-{naam}"] = forms.CharField(label=label, max_length=lengte, required=False)
        self.initial = self.huidige_waarden(self.instance)
        self.onthoud_begin()

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        waarden |= {naam: "" for naam in self.fields if "-" in naam} | {"dx-beeld": Domeinbeeld.DUIM.value}
        if isinstance(actueel, Competentielijst) and actueel.pk:
            waarden["niveaus"] = "\n".join(actueel.schaal.labels)
            waarden["clientlabels"] = "\n".join(actueel.schaal.clientlabels)
            rijen: list[tuple[str, Domein | Competentie, tuple[str, ...]]] = []
            for domein in actueel.domeinen.prefetch_related("competenties"):
                rijen.append((f"d{domein.pk}", domein, tuple(_domeinvelden())))
                rijen += [(f"c{c.pk}", c, tuple(naam for naam, _, _ in VELDEN)) for c in domein.competenties.all()]
            for prefix, rij, namen in rijen:
                waarden |= {f"{prefix}-{n}": getattr(rij, n) for n in namen if f"{prefix}-{n}" in self.fields}
        return waarden

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for domein in self.domeinen:
            kop = f"{_prefix(domein)}-naam"
            namen = [data.get(f"{prefix}-naam") for prefix, _ in _regels(domein)]
            if domein is None and any(namen) and not data.get(kop):
                self.add_error(kop, "Geef het nieuwe domein een naam.")
            elif domein is None and data.get(kop) and not any(namen):
                self.add_error(kop, "Zet minstens één competentie in het nieuwe domein.")
        return data

    @property
    def blokken(
        self,
    ) -> Iterator[tuple[Domein | None, list[BoundField], list[tuple[Competentie | None, list[BoundField]]]]]:
        for domein in self.domeinen:
            rijen = [
                (competentie, [self[f"{prefix}-{naam}"] for naam, _, _ in VELDEN])
                for prefix, competentie in _regels(domein)
            ]
            yield domein, [self[f"{_prefix(domein)}-{naam}"] for naam in _domeinvelden()], rijen

    def regels(self) -> list[Domeinregel]:
        return [
            Domeinregel(
                pk=domein.pk if domein else None,
                regels=[
                    Competentieregel(
                        pk=competentie.pk if competentie else None,
                        **{naam: self.cleaned_data[f"{prefix}-{naam}"].strip() for naam, _, _ in VELDEN},
                    )
                    for prefix, competentie in _regels(domein)
                ],
                **{naam: self.cleaned_data[f"{_prefix(domein)}-{naam}"].strip() for naam in _domeinvelden()},
            )
            for domein in self.domeinen
        ]

    def labels(self) -> tuple[list[str], list[str]]:
        niveaus, voor_client = (
            [regel.strip()[:40] for regel in self.cleaned_data[naam].splitlines() if regel.strip()]
            for naam in ("niveaus", "clientlabels")
        )
        return niveaus, voor_client


def _prefix(domein: Domein | None) -> str:
    return f"d{domein.pk}" if domein else "dx"


def _regels(domein: Domein | None) -> Iterator[tuple[str, Competentie | None]]:
    """Prefix of the fields, and the competence: those there are, then room for new ones."""
    if domein:
        yield from ((f"c{competentie.pk}", competentie) for competentie in domein.competenties.all())
    yield from ((f"n{domein.pk if domein else ''}x{nummer}", None) for nummer in range(NIEUWE_REGELS))


def _domeinvelden() -> dict[str, forms.Field]:
    return {
        "naam": forms.CharField(label="Domein", max_length=80, required=False),
        "clientnaam": forms.CharField(label="In woorden voor de cliënt", max_length=60, required=False),
        "beeld": forms.ChoiceField(label="Beeld voor de cliënt", choices=Domeinbeeld, required=False),
    }


class EigenLijstForm(forms.Form):
    naam = forms.CharField(label="Naam van de lijst", max_length=120)
    uit = forms.ModelChoiceField(
        Competentielijst.objects.none(),
        label="Begin met de competenties van",
        empty_label=None,
        help_text="Daarna schrap je wat niet past en voeg je toe wat ontbreekt.",
    )

    def __init__(self, *args: Any, op: date, ocmw: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld_van(self, "uit", forms.ModelChoiceField).queryset = Competentielijst.objects.geldig(op, ocmw)
