"""Answers per question, side problems, and the steps of the traject itself."""

from datetime import date
from typing import Any

from django import forms

from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.versie import VersieForm
from trajecten.enums import AFGESCHERMDE_THEMAS, Randthema, Stopreden
from trajecten.fasen import Fase, Vraag, antwoorden_op
from trajecten.forms.gesprek import DATUM
from trajecten.models import Fasebeantwoording, Randprobleem


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
            "contact_gehouden_op",
            "werkt_eraan",
            "werkt_eraan_op",
            "status",
        ]
        widgets = {
            "omschrijving": forms.Textarea(attrs={"rows": 3}),
            "oplossing": forms.Textarea(attrs={"rows": 3}),
            "doorverwezen_op": DATUM,
            "contact_gehouden_op": DATUM,
            "werkt_eraan": forms.RadioSelect,
            "werkt_eraan_op": DATUM,
            "status": forms.RadioSelect,
        }
        help_texts = {
            "doorverwezen_naar": "Bijvoorbeeld CAW, CGG, huisarts, schuldbemiddeling of Kind en Gezin.",
            "contact_gehouden_op": "We blijven contact houden om na te gaan of de cliënt eraan werkt.",
        }

    def __init__(self, *args: Any, medewerker: Medewerker, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag, self.extra = vandaag, {"medewerker": medewerker, "vandaag": vandaag}
        mag = medewerker.mag(Recht.AFGESCHERMD_LEZEN)
        keuzes = [(thema.value, thema.label) for thema in Randthema if mag or thema not in AFGESCHERMDE_THEMAS]
        self.fields["thema"] = forms.ChoiceField(label="Thema", choices=[("", "Kies een thema"), *keuzes])
        if mag:
            self.fields["thema"].help_text = "Gezondheid en verslaving zijn altijd afgeschermd."
        for naam in ("doorverwezen_op", "contact_gehouden_op", "werkt_eraan_op"):
            self.fields[naam].widget.attrs["max"] = vandaag.isoformat()
        self.onthoud_begin()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for naam in ("doorverwezen_op", "contact_gehouden_op", "werkt_eraan_op"):
            if data.get(naam) and data[naam] > self.vandaag:
                self.add_error(naam, "Deze dag ligt in de toekomst.")
        if data.get("doorverwezen_op") and not data.get("doorverwezen_naar"):
            self.add_error("doorverwezen_naar", "Schrijf naar welke dienst je doorverwees.")
        return data


class TrajectStartForm(forms.Form):
    op = forms.DateField(label="Start van het traject", widget=DATUM)

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
    op = forms.DateField(label="Einde van het traject", widget=DATUM)
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
