"""Upload, columns per sheet, and the words of a team. Fields of the last two follow the file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from ocmw.ui.velden import veld_van
from ocmw.werkruimte.invoer.actions import weigering_voor_indeling
from ocmw.werkruimte.invoer.enums import Invoersoort, TweBron
from ocmw.werkruimte.invoer.models import SOORTEN, Invoer, Invoerblad
from ocmw.werkruimte.invoer.soorten import soort_van
from ocmw.werkruimte.invoer.velden import VELDEN, Bladsoort
from ocmw.werkruimte.invoer.verschillen import FASENAMEN
from ocmw.werkruimte.invoer.werkboek import MAX_BESTAND, TE_GROOT
from ocmw.werkruimte.invoer.woorden import Woord

MEGABYTE = 1024 * 1024


class UploadForm(forms.Form):
    soort = forms.ChoiceField(
        label="Wat staat erin?",
        choices=[
            (Invoersoort.CASELOAD, "Een caseload: cliënten en hun gesprekken"),
            (Invoersoort.WERKPLEKKEN, "Werkplekken en hun werkgevers"),
        ],
        initial=Invoersoort.CASELOAD,
        required=False,
        widget=forms.RadioSelect,
    )
    bestand = forms.FileField(
        label="Rekenblad",
        help_text=f"Een .xlsx- of .csv-bestand van hoogstens {MAX_BESTAND // MEGABYTE} MB. Het bestand zelf bewaren we niet.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.tsv"}),
        error_messages={"required": "Kies eerst een bestand.", "empty": "Dit bestand is leeg."},
    )

    def clean_soort(self) -> Invoersoort:
        return Invoersoort(self.cleaned_data["soort"] or Invoersoort.CASELOAD)

    def clean_bestand(self) -> UploadedFile:
        bestand: UploadedFile = self.cleaned_data["bestand"]
        if bestand.size and bestand.size > MAX_BESTAND:
            raise forms.ValidationError(TE_GROOT)
        return bestand


class BladForm(forms.Form):
    """What a sheet is and where its headings stand; changing it proposes the columns again."""

    soort = forms.ChoiceField(label="Dit blad bevat", choices=SOORTEN)
    koprij = forms.IntegerField(label="Rij met de koppen", min_value=1, max_value=1_048_576, required=False)

    def __init__(self, *args: Any, invoer: Invoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mag = {*soort_van(invoer).bladsoorten, Bladsoort.ANDERS}
        veld_van(self, "soort", forms.ChoiceField).choices = [(code, label) for code, label in SOORTEN if code in mag]


@dataclass(slots=True)
class Kolomkeuze:
    """One column on the mapping page."""

    nummer: int
    kop: str
    voorbeelden: Sequence[str]
    zekerheid: str = ""
    reden: str = ""
    veld: Any = None

    @property
    def letter(self) -> str:
        rest, letters = self.nummer + 1, ""
        while rest:
            rest, deel = divmod(rest - 1, 26)
            letters = chr(65 + deel) + letters
        return letters


class IndelingForm(forms.Form):
    """One select per column of a sheet."""

    def __init__(self, *args: Any, blad: Invoerblad, kolommen: Sequence[Kolomkeuze], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": f"blad{blad.pk}"})
        self.blad, self.kolommen = blad, list(kolommen)
        gekozen = {kolom: veld for veld, kolom in blad.indeling.items()}
        keuzes = [("", "niet invoeren"), *((veld.code, veld.label) for veld in VELDEN[blad.bladsoort].values())]
        for kolom in self.kolommen:
            naam = f"k{kolom.nummer}"
            self.fields[naam] = forms.ChoiceField(
                choices=keuzes,
                required=False,
                initial=gekozen.get(kolom.nummer, ""),
                label=f"Wat staat er in kolom {kolom.letter}{f' ({kolom.kop})' if kolom.kop else ''}?",
                widget=forms.Select(attrs={"class": "form-select"}),
            )
            kolom.veld = self[naam]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        paren = [(veld, int(naam[1:])) for naam, veld in gegevens.items() if veld]
        dubbel = sorted({veld for veld, _ in paren if sum(ander == veld for ander, _ in paren) > 1})
        if dubbel:
            namen = ", ".join(VELDEN[self.blad.bladsoort][veld].label for veld in dubbel)
            raise forms.ValidationError(f"Op blad '{self.blad.naam}' is twee keer gekozen: {namen}. Kies het één keer.")
        gegevens["indeling"] = dict(paren)
        if zin := weigering_voor_indeling(self.blad, gegevens["indeling"]):
            raise forms.ValidationError(zin)
        return gegevens


class BewaarForm(forms.Form):
    bewaren = forms.BooleanField(
        label="Onthoud dit voor de volgende keer",
        help_text="Een rekenblad met dezelfde koppen krijgt dan meteen deze keuzes.",
        required=False,
        initial=True,
    )


@dataclass(slots=True)
class Woordveld:
    woord: Woord
    veld: Any = field(default=None)


class WoordenForm(forms.Form):
    """What the team means by its phases, and who by its names."""

    twe_bron = forms.ChoiceField(
        label="Start van de 24 maanden",
        help_text="Er is geen kolom met de start van de werkervaringsovereenkomst. Wat vullen we in bij wie art.60 heeft?",
        choices=TweBron,
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        *args: Any,
        invoer: Invoer,
        fasen: Sequence[Woord],
        namen: Sequence[Woord],
        collegas: Sequence[tuple[int, str]],
        vraag_twe: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["twe_bron"].initial = invoer.twe_bron
        if not vraag_twe:
            del self.fields["twe_bron"]
        fasekeuzes = [("", "onbekend: wijs deze rijen af"), *((code, naam) for code, naam in FASENAMEN.items() if code)]
        wie = [("", "onbekend: hou de naam als tekst"), *((str(pk), naam) for pk, naam in collegas)]
        self.fasevelden = [self._voeg_toe(f"fase{i}", woord, fasekeuzes) for i, woord in enumerate(fasen)]
        self.naamvelden = [self._voeg_toe(f"naam{i}", woord, wie) for i, woord in enumerate(namen)]

    def _voeg_toe(self, naam: str, woord: Woord, keuzes: Sequence[tuple[str, str]]) -> Woordveld:
        self.fields[naam] = forms.ChoiceField(
            label=woord.tekst,
            choices=keuzes,
            required=False,
            initial=woord.keuze,
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        return Woordveld(woord, self[naam])

    @property
    def fasen(self) -> dict[str, str]:
        """Only what differs from what we would read ourselves is worth keeping, but an own choice always goes first."""
        return {
            veld.woord.sleutel: self.cleaned_data[veld.veld.name]
            for veld in self.fasevelden
            if self.cleaned_data[veld.veld.name]
        }

    @property
    def collegas(self) -> dict[str, int]:
        return {veld.woord.sleutel: int(self.cleaned_data[veld.veld.name] or 0) for veld in self.naamvelden}


class CelForm(forms.Form):
    kolom = forms.IntegerField(min_value=0, max_value=500)
    tekst = forms.CharField(required=False, max_length=32_767, strip=False)
