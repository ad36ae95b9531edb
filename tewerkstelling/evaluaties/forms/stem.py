"""The answers of one voice: a level per competence, words per domain. Made from the list of the evaluation."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from clienten.profiel.enums import Talent
from ocmw.ui.velden import Vinkjes
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.evaluaties.actions.stem import NIET_TE_ZEGGEN
from tewerkstelling.evaluaties.blad import domeinen_van
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.models import Competentie, Domein, Opmerking, Score, Stem

MAX_TEKENS = 1000
WEET_NIET = {Stemsoort.CLIENT: "Ik weet het niet"}


def keuzes_voor(labels: list[str], wie: str) -> list[tuple[str, str]]:
    """Levels, lowest first, and a way out. Values are strings: they come back from a form."""
    return [
        *((str(n), label) for n, label in enumerate(labels, start=1)),
        (str(NIET_TE_ZEGGEN), WEET_NIET.get(Stemsoort(wie), "Kan ik niet zeggen")),
    ]


def keur_talenten(form: forms.BaseForm, data: dict[str, Any], sterk: str, leren: str) -> None:
    """One voice does not say both of one talent."""
    if dubbel := set(data.get(sterk) or ()) & set(data.get(leren) or ()):
        namen = ", ".join(Talent(code).label.lower() for code in Talent.values if code in dubbel)
        form.add_error(leren, f"Dit staat ook bij sterk in: {namen}. Kies een van beide.")


class StemForm(VersieForm):
    sterk = Vinkjes(label="Sterk in", choices=Talent)
    leren = Vinkjes(label="Kan nog leren", choices=Talent)

    class Meta:
        model = Stem
        fields: ClassVar = ["naam", "sterk", "leren"]
        help_texts: ClassVar = {"naam": "Wie gaf deze antwoorden door, en hoe? Bijvoorbeeld: Rita, aan de telefoon."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stem = self.instance
        voor_client = stem.wie == Stemsoort.CLIENT
        schaal = stem.evaluatie.lijst.schaal
        keuzes = keuzes_voor(schaal.clientlabels if voor_client else schaal.labels, stem.wie)
        if stem.wie != Stemsoort.MENTOR:
            del self.fields["naam"]
        if voor_client:
            self.fields["sterk"].label, self.fields["leren"].label = "Waar ben je sterk in?", "Wat wil je nog leren?"
        self.domeinen = domeinen_van(stem.evaluatie)
        bewaard = self.huidige_waarden(stem)
        for domein in self.domeinen:
            for competentie in domein.competenties.all():
                self.fields[f"c{competentie.pk}"] = forms.ChoiceField(
                    label=competentie.voor_de_client if voor_client else competentie.naam,
                    help_text="" if voor_client else competentie.voorbeeld,
                    choices=keuzes,
                    required=False,
                    widget=forms.RadioSelect,
                )
            self.fields[f"o{domein.pk}"] = forms.CharField(
                label="Wil je nog iets zeggen?" if voor_client else f"Opmerking bij {domein.naam.lower()}",
                required=False,
                max_length=MAX_TEKENS,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.initial = {**bewaard, **self.initial}
        self.onthoud_begin()

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden: dict[str, Any] = dict.fromkeys((naam for naam in self.fields if naam[0] in "co"), "")
        waarden.update(super().huidige_waarden(actueel))
        if actueel.pk:
            for pk, waarde in Score.objects.filter(stem=actueel.pk).values_list("competentie_id", "waarde"):
                waarden[f"c{pk}"] = str(waarde or NIET_TE_ZEGGEN)
            for pk, tekst in Opmerking.objects.filter(stem=actueel.pk).values_list("domein_id", "tekst"):
                waarden[f"o{pk}"] = tekst
        return waarden

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        keur_talenten(self, data, "sterk", "leren")
        return data

    @property
    def talentvelden(self) -> list[BoundField]:
        return [self["sterk"], self["leren"]]

    @property
    def blokken(self) -> Iterator[tuple[Domein, list[tuple[Competentie, BoundField]], BoundField]]:
        for domein in self.domeinen:
            velden = [(competentie, self[f"c{competentie.pk}"]) for competentie in domein.competenties.all()]
            yield domein, velden, self[f"o{domein.pk}"]

    def scores(self) -> dict[int, int | None]:
        """What changed, per competence."""
        return {
            int(naam[1:]): int(self.cleaned_data[naam]) if self.cleaned_data[naam] else None
            for naam in self.gewijzigd()
            if naam.startswith("c")
        }

    def opmerkingen(self) -> dict[int, str]:
        return {int(naam[1:]): self.cleaned_data[naam] for naam in self.gewijzigd() if naam.startswith("o")}
