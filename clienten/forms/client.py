"""Finding, making and editing a person."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from clienten.gelijken import Gezochte
from clienten.insz import lees_insz, strijdig_met_geboortedatum, toon_insz
from clienten.models import Client, Contactgegevens
from clienten.nummers import lees_telefoon, toon_telefoon
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van
from ocmw.ui.versie import VersieForm

VROEGSTE_GEBOORTE = date(1900, 1, 1)


class InszVeld(forms.CharField):
    """Any usual spelling in, eleven digits out; shown as 85.07.30-033.28."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=40, **kwargs)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off", "placeholder": "85.07.30-033.28"}
        self.op: date | None = None

    def prepare_value(self, value: Any) -> Any:
        return toon_insz(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        if not tekst:
            return ""
        gelezen = lees_insz(tekst, op=self.op or date.max)
        if not gelezen.geldig:
            raise forms.ValidationError(gelezen.reden)
        return gelezen.nummer

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _cijfers(initial) != _cijfers(data)


def _cijfers(tekst: Any) -> str:
    return "".join(teken for teken in str(tekst or "") if teken.isdigit())


class TelefoonVeld(forms.CharField):
    """Stores E.164, shows 0470 12 34 56 (I14)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=40, **kwargs)
        self.widget.input_type = "tel"
        self.widget.attrs |= {"autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        return toon_telefoon(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        if not tekst:
            return ""
        gelezen = lees_telefoon(tekst)
        if not gelezen.geldig:
            raise forms.ValidationError(gelezen.reden)
        return gelezen.e164

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _als_nummer(initial) != _als_nummer(data)


def _als_nummer(tekst: Any) -> str:
    gelezen = lees_telefoon(str(tekst or ""))
    return gelezen.e164 if gelezen.geldig else str(tekst or "").strip()


class ClientZoekForm(forms.Form):
    """Step 1 of a new client: the INSZ, or else name and birth date."""

    insz = InszVeld(
        label="INSZ", required=False, help_text="Rijksregister- of BIS-nummer. Met of zonder punten en streepjes."
    )
    achternaam = forms.CharField(label="Familienaam", max_length=120, required=False)
    voornaam = forms.CharField(label="Voornaam", max_length=80, required=False)
    geboortedatum = forms.DateField(label="Geboortedatum", required=False, widget=Datumkiezer)

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = veld_van(self, "insz", InszVeld).op = op

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors or data.get("insz"):
            return data
        for naam, zin in (
            ("achternaam", "Vul de familienaam in, of zoek op INSZ."),
            ("geboortedatum", "Vul ook de geboortedatum in, of zoek op INSZ."),
        ):
            if not data.get(naam):
                self.add_error(naam, zin)
        return data

    def gezochte(self) -> Gezochte:
        return Gezochte(**self.cleaned_data)


class ClientForm(VersieForm):
    # Its constraints are all looked at here, in one question; the action then has nothing left to ask.
    ook_nagekeken: ClassVar = {"gesloten_op", "sluitreden"}

    insz = InszVeld(label="INSZ (rijksregister- of BIS-nummer)", required=False)
    bevestig_geboortedatum = forms.BooleanField(
        label="De geboortedatum klopt, ook al zegt het INSZ iets anders", required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Client
        fields: ClassVar = [
            "voornaam", "achternaam", "insz", "geboortedatum", "bevestig_geboortedatum", "geslacht", "taal", "taalniveau",
            "tolk_nodig", "nationaliteit", "statuut", "verblijfsstatuut", "mag_werken", "vdab_nummer", "opmerking",
        ]  # fmt: skip
        widgets: ClassVar = {"geboortedatum": Datumkiezer, "opmerking": forms.Textarea(attrs={"rows": 3})}
        help_texts: ClassVar = {
            "geslacht": "Vraag het aan de cliënt. We leiden het niet af uit het INSZ.",
            "opmerking": "Schrijf hier niets over gezondheid of verslaving.",
        }

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"op": op}
        self.op = veld_van(self, "insz", InszVeld).op = op

    def clean_geboortedatum(self) -> date | None:
        geboren: date | None = self.cleaned_data["geboortedatum"]
        if geboren and geboren > self.op:
            raise forms.ValidationError("Deze dag ligt in de toekomst.")
        if geboren and geboren < VROEGSTE_GEBOORTE:
            raise forms.ValidationError("Deze dag ligt voor 1900. Kijk het jaar na.")
        return geboren

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        nummer, geboren = data.get("insz"), data.get("geboortedatum")
        if nummer and geboren:
            strijd = strijdig_met_geboortedatum(lees_insz(nummer, op=self.op), geboren)
            onveranderd = nummer == self.instance.insz and geboren == self.instance.geboortedatum
            if strijd and not onveranderd:
                self._vraag_bevestiging(strijd)
        return data

    def _vraag_bevestiging(self, strijd: str) -> None:
        """A contradiction is shown and confirmed, never passed over and never a dead end."""
        self.fields["bevestig_geboortedatum"].widget = forms.CheckboxInput()
        if not self.cleaned_data.get("bevestig_geboortedatum"):
            self.add_error("geboortedatum", f"{strijd} Verbeter een van beide, of bevestig hieronder.")


class ContactForm(VersieForm):
    gsm = TelefoonVeld(label="Gsm", required=False)
    telefoon = TelefoonVeld(label="Telefoon", required=False)

    class Meta:
        model = Contactgegevens
        fields: ClassVar = ["gsm", "telefoon", "email", "straat", "postcode", "gemeente", "noodcontact"]
