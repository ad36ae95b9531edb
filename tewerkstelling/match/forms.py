"""The work profile in the order of a talk about it, and the two forms of a proposal."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms

from clienten.enums import Antwoord
from clienten.profiel.enums import Sector, Talent
from clienten.profiel.forms import MetProfiel, profielveld
from ocmw.ui.datumveld import Datumkiezer, Uurkiezer
from ocmw.ui.velden import Getalveld, veld_van
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.enums import FysiekeEis, Werktijd
from tewerkstelling.match.enums import Nietgeschiktreden, Vervoer, Voorstelstatus
from tewerkstelling.match.models import Voorstel, Werkprofiel
from tewerkstelling.match.models.werkprofiel import AFGESCHERMDE_VELDEN


class Profielvinkjes(forms.MultipleChoiceField):
    """Codes of an enum, kept in its order so that the same ticks are always the same list."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> list[str]:
        gekozen = set(super().clean(value))
        return [code for code in dict(self.choices) if code in gekozen]  # type: ignore[arg-type]  # pairs, never groups: they are made from an enum


class WerkprofielForm(MetProfiel):
    """Two rows as one talk: what the client wants (Profiel), and what only matching asks."""

    profielvelden = ("jobdoelwit", "realistisch", "sectoren", "sectoren_niet", "talenten", "te_leren", "rijbewijs")
    jobdoelwit = profielveld(
        "jobdoelwit",
        label="Welke job wil de cliënt? (jobdoelwit)",
        help_text="In de woorden van de cliënt. Schrijf hier niets over gezondheid.",
    )
    realistisch = profielveld("realistisch", label="Is dat nu haalbaar?", widget=forms.RadioSelect)
    sectoren = Profielvinkjes(label="Wil werken in", choices=Sector, required=False)
    sectoren_niet = Profielvinkjes(label="Wil niet werken in", choices=Sector, required=False)
    talenten = Profielvinkjes(label="Sterk in", choices=Talent, required=False)
    te_leren = Profielvinkjes(label="Kan nog leren", choices=Talent, required=False)
    werktijden = Profielvinkjes(
        label="Welke werktijden kunnen?",
        choices=Werktijd,
        required=False,
        help_text="Niets aangevinkt: nog niet gevraagd.",
    )
    vervoer = Profielvinkjes(label="Hoe verplaatst de cliënt zich?", choices=Vervoer, required=False)
    rijbewijs = profielveld("rijbewijs", label="Heeft een rijbewijs B?", widget=forms.RadioSelect)
    niet_mogelijk = Profielvinkjes(label="Wat kan niet?", choices=FysiekeEis, required=False)
    field_order = [
        "jobdoelwit", "realistisch", "sectoren", "sectoren_niet", "talenten", "te_leren", "uren_min", "uren_max", "werktijden", "kan_van",
        "kan_tot", "vrij_vanaf", "max_reisminuten", "vervoer", "rijbewijs",
    ]  # fmt: skip

    class Meta:
        model = Werkprofiel
        fields: ClassVar = [
            "uren_min", "uren_max", "werktijden", "kan_van", "kan_tot", "vrij_vanaf", "max_reisminuten", "vervoer",
            "beperkt", "niet_mogelijk",
        ]  # fmt: skip
        localized_fields: ClassVar = ["uren_min", "uren_max"]  # people type 28,5
        field_classes: ClassVar = dict.fromkeys(localized_fields, Getalveld)
        widgets: ClassVar = {
            "beperkt": forms.RadioSelect,
            "kan_van": Uurkiezer,
            "kan_tot": Uurkiezer,
            "vrij_vanaf": Datumkiezer,
        }
        labels: ClassVar = {
            "uren_min": "Minstens uren per week",
            "uren_max": "Hoogstens uren per week",
            "kan_van": "Kan beginnen vanaf",
            "kan_tot": "Moet klaar zijn om",
            "vrij_vanaf": "Kan starten vanaf",
            "max_reisminuten": "Reist hoogstens zoveel minuten",
            "beperkt": "Is er werk dat lichamelijk niet kan?",
        }
        help_texts: ClassVar = {
            "kan_van": "Bijvoorbeeld 9 uur, omdat de kinderen naar school moeten.",
            "vrij_vanaf": "Leeg: de cliënt kan meteen starten.",
            "max_reisminuten": "Enkele rit, van het station naar het werk.",
        }

    def __init__(self, *args: Any, ziet_beperking: bool, **kwargs: Any) -> None:
        self.ziet_beperking = ziet_beperking
        super().__init__(*args, **kwargs)
        self.extra = {"ziet_beperking": ziet_beperking}
        if not ziet_beperking:
            for naam in AFGESCHERMDE_VELDEN:
                del self.fields[naam]
            self.onthoud_begin()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        beide = set(data.get("sectoren", [])) & set(data.get("sectoren_niet", []))
        if beide:
            namen = ", ".join(str(Sector(code).label) for code in sorted(beide))
            self.add_error("sectoren_niet", f"Dit staat ook bij wat de cliënt wel wil: {namen}. Kies een van beide.")
        if dubbel := set(data.get("talenten", [])) & set(data.get("te_leren", [])):
            namen = ", ".join(str(Talent(code).label).lower() for code in sorted(dubbel))
            self.add_error("te_leren", f"Dit staat ook bij waar de cliënt sterk in is: {namen}. Kies een van beide.")
        if self.ziet_beperking:
            self._keur_beperking(data)
        return data

    def _keur_beperking(self, data: dict[str, Any]) -> None:
        if data.get("beperkt") == Antwoord.JA and not data.get("niet_mogelijk"):
            self.add_error("niet_mogelijk", "Vink aan wat niet kan, of kies hierboven “nee” of “onbekend”.")
        elif data.get("beperkt") != Antwoord.JA and data.get("niet_mogelijk"):
            self.add_error("beperkt", "Je vinkte aan wat niet kan. Kies dan hier “ja”.")


class VoorstelForm(forms.Form):
    nota = forms.CharField(
        label="Nota",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat is afgesproken, of waarom je de plek toch voorstelt. Schrijf hier niets over gezondheid.",
    )


class ResultaatForm(VersieForm):
    """What becomes of the proposal. Only the note is a field of the row as it stands; the rest says what it turns into."""

    wordt = forms.ChoiceField(label="Wat is het resultaat?", widget=forms.RadioSelect)
    proef_van = forms.DateField(label="Eerste dag van de proefweek", required=False, widget=Datumkiezer)
    proef_einde = forms.DateField(label="Laatste dag van de proefweek", required=False, widget=Datumkiezer)
    waarom = forms.ChoiceField(
        label="Waarom niet?", choices=[("", "Kies een reden"), *Nietgeschiktreden.choices], required=False
    )

    class Meta:
        model = Voorstel
        fields: ClassVar = ["nota"]
        widgets: ClassVar = {"nota": forms.Textarea(attrs={"rows": 3})}
        help_texts: ClassVar = {"nota": "Schrijf hier niets over gezondheid."}

    field_order = ["wordt", "proef_van", "proef_einde", "waarom", "nota"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld_van(self, "wordt", forms.ChoiceField).choices = self.instance.hierna

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        return {"nota": getattr(actueel, "nota", "")}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        wordt = data.get("wordt")
        if wordt == Voorstelstatus.NIET_GESCHIKT and not data.get("waarom"):
            self.add_error("waarom", "Kies waarom het niet geschikt was.")
        if wordt == Voorstelstatus.PROEFWEEK:
            van, einde = data.get("proef_van"), data.get("proef_einde")
            for naam in ("proef_van", "proef_einde"):
                if not data.get(naam) and naam not in self.errors:
                    self.add_error(naam, "Vul deze dag in.")
            if van and einde and einde < van:
                self.add_error("proef_einde", "De laatste dag ligt niet voor de eerste dag.")
        return data

    def verandering(self) -> dict[str, Any]:
        """The arguments for `zet_voorstel`; fields of another result are left aside."""
        data = self.cleaned_data
        gevolg: dict[str, Any] = {"status": data["wordt"], "nota": data["nota"]}
        if data["wordt"] == Voorstelstatus.PROEFWEEK:
            gevolg["proef"] = (data["proef_van"], data["proef_einde"] + timedelta(days=1))
        elif data["wordt"] == Voorstelstatus.NIET_GESCHIKT:
            gevolg["reden"] = data["waarom"]
        return gevolg
