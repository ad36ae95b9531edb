"""Answers per question, side problems, and the steps of the traject itself."""

from datetime import date, timedelta
from typing import Any

from django import forms

from clienten.enums import Antwoord
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import VersieForm
from trajecten.enums import AFGESCHERMDE_THEMAS, Randstatus, Randthema, Stopreden
from trajecten.fasen import Fase, Vraag, antwoorden_op
from trajecten.models import Fasebeantwoording, Navraag, Randprobleem


class VraagForm(VersieForm):
    """One question: an answer to choose when there is one, and words."""

    class Meta:
        model = Fasebeantwoording
        fields = ["antwoord", "toelichting"]

    def __init__(self, *args: Any, vraag: Vraag, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"{vraag.code}_%s"  # many of these stand on one page
        super().__init__(*args, **kwargs)
        self.vraag, self.extra = vraag, {"vraag": vraag}
        keuzes = antwoorden_op(vraag)
        if keuzes:
            self.fields["antwoord"] = forms.ChoiceField(label=vraag.tekst, choices=keuzes, required=False)
        else:
            del self.fields["antwoord"]
            self.fields["toelichting"].label = vraag.tekst
        self.onthoud_begin()


class RandprobleemForm(VersieForm):
    class Meta:
        model = Randprobleem
        fields = [
            "thema",
            "omschrijving",
            "oplossing",
            "doorverwezen_naar",
            "doorverwezen_op",
            "status",
            "volgende_check_op",
        ]
        widgets = {
            "omschrijving": forms.Textarea(attrs={"rows": 3}),
            "oplossing": forms.Textarea(attrs={"rows": 3}),
            "doorverwezen_op": Datumkiezer,
            "volgende_check_op": Datumkiezer,
            "status": forms.RadioSelect,
        }
        help_texts = {
            "doorverwezen_naar": "Bijvoorbeeld CAW, CGG, huisarts, schuldbemiddeling of Kind en Gezin.",
            "volgende_check_op": "Dan staat het op Vandaag. Zonder dag rekenen we vanaf de laatste navraag.",
        }

    def __init__(self, *args: Any, medewerker: Medewerker, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag, self.extra = vandaag, {"medewerker": medewerker, "vandaag": vandaag}
        # One that an answer opened says what it is about already.
        self.fields["omschrijving"].required = not self.instance.uit_vraag
        mag = medewerker.mag(Recht.AFGESCHERMD_LEZEN)
        keuzes = [(thema.value, thema.label) for thema in Randthema if mag or thema not in AFGESCHERMDE_THEMAS]
        self.fields["thema"] = forms.ChoiceField(label="Thema", choices=[("", "Kies een thema"), *keuzes])
        if mag:
            self.fields["thema"].help_text = "Gezondheid en verslaving zijn altijd afgeschermd."
        self.fields["doorverwezen_op"].widget.attrs["max"] = vandaag.isoformat()
        self.onthoud_begin()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("doorverwezen_op") and data["doorverwezen_op"] > self.vandaag:
            self.add_error("doorverwezen_op", "Deze dag ligt in de toekomst.")
        if data.get("doorverwezen_op") and not data.get("doorverwezen_naar"):
            self.add_error("doorverwezen_naar", "Schrijf naar welke dienst je doorverwees.")
        return data


class NavraagForm(VersieForm):
    """What was said, how it stands now, and when to ask again: one form, because one phone call says all three."""

    status = forms.ChoiceField(label="Hoe staat het nu?", choices=Randstatus, widget=forms.RadioSelect)
    volgende_check_op = forms.DateField(
        label="Wanneer vragen we het opnieuw?",
        required=False,
        widget=Datumkiezer,
        help_text="Alleen zolang het werk in de weg staat. Dan staat het op Vandaag.",
    )

    class Meta:
        model = Navraag
        fields = ["op", "met", "werkt_eraan", "verslag"]
        widgets = {"op": Datumkiezer, "werkt_eraan": forms.RadioSelect, "verslag": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        probleem = self.instance.probleem
        self.initial = {
            "op": vandaag,
            "met": probleem.doorverwezen_naar,
            "werkt_eraan": Antwoord.ONBEKEND,
            "status": probleem.status,
            "volgende_check_op": vandaag + timedelta(days=regel("traject.navraag_dagen", op=vandaag).waarde),
        }
        self.fields["op"].widget.attrs["max"] = vandaag.isoformat()
        self.vandaag, self.extra = vandaag, {"vandaag": vandaag}
        self.onthoud_begin()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("op") and data["op"] > self.vandaag:
            self.add_error("op", "Deze dag ligt in de toekomst.")
        elif data.get("volgende_check_op") and data.get("op") and data["volgende_check_op"] <= data["op"]:
            self.add_error("volgende_check_op", "De volgende navraag ligt na deze.")
        return data


class TrajectStartForm(forms.Form):
    op = forms.DateField(label="Start van het traject", widget=Datumkiezer)

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.fields["op"].initial = vandaag
        self.fields["op"].widget.attrs["max"] = vandaag.isoformat()

    def clean_op(self) -> date:
        op: date = self.cleaned_data["op"]
        if op > self.vandaag:
            raise forms.ValidationError("Start het traject op de dag zelf of later, niet vooraf.")
        return op


class TrajectStopForm(TrajectStartForm):
    op = forms.DateField(label="Einde van het traject", widget=Datumkiezer)
    reden = forms.ChoiceField(
        label="Waarom stopt het traject?",
        choices=[(reden.value, reden.label) for reden in Stopreden if reden != Stopreden.INGEVOERD],
        widget=forms.RadioSelect,
    )

    def clean_op(self) -> date:
        op: date = self.cleaned_data["op"]
        if op > self.vandaag:
            raise forms.ValidationError("Sluit het traject af op de dag zelf of later, niet vooraf.")
        return op


class FasewisselForm(forms.Form):
    naar = forms.TypedChoiceField(label="Naar welke fase?", choices=Fase, coerce=lambda waarde: Fase(int(waarde)))
    motivatie = forms.CharField(
        label="Waarom?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Iedereen die dit dossier leest, ziet dit. Schrijf niets over gezondheid of verslaving.",
    )
