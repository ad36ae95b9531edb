"""The forms to enrol: one client, several at once, somebody without a dossier; and to leave."""

from typing import Any, ClassVar

from django import forms

from clienten.models import Client
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.toegang.models import Medewerker
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import Rijvinkjes, veld_van
from trajecten.groepen.deelnemers import bekende, keuzes_voor
from trajecten.groepen.enums import Groepsuitkomst, Vertrekreden
from trajecten.groepen.models import Deelnemer, Groepsreeks
from trajecten.groepen.toelating import TOELATINGEN

# Nobody ticks more than this on one page; who is not in it is enrolled from the dossier.
MEESTE_MENSEN = 200


class ClientInschrijvenForm(forms.Form):
    """Which series; and the proof, where the programme asks for one."""

    reeks = forms.ModelChoiceField(
        queryset=Groepsreeks.objects.none(), label="Welke groep?", empty_label="kies een groep"
    )
    bewijs = forms.CharField(
        label="Bewijs dat deze persoon mag werken",
        max_length=120,
        required=False,
        help_text="Alleen als het programma dat vraagt. Bijvoorbeeld: elektronische A-kaart.",
    )
    bewijs_tot = forms.DateField(label="Bewijs geldig tot en met", required=False, widget=Datumkiezer)

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reeks = veld_van(self, "reeks", forms.ModelChoiceField)
        reeks.queryset = (
            Groepsreeks.objects.zichtbaar_voor(medewerker)
            .filter(tot__gt=vandaag())
            .select_related("programma")
            .order_by("programma__naam", "van", "pk")
        )
        reeks.label_from_instance = lambda obj: _reeks_in_woorden(obj)  # type: ignore[method-assign]  # how Django lets a label be chosen


def _reeks_in_woorden(reeks: Groepsreeks) -> str:
    toelating = TOELATINGEN.get(reeks.programma.toelating)
    voor = f" ({toelating.label.lower()})" if toelating else ""
    return f"{reeks}, vanaf {dag_in_woorden(reeks.van)}{voor}"


def _mens_in_woorden(client: Client) -> str:
    """With the birth date: two people can have one name."""
    return f"{client.naam}, {client.geboortedatum:%d/%m/%Y}" if client.geboortedatum else client.naam


class GroepInschrijvenForm(forms.Form):
    """Several clients at once: those this colleague follows, or all of the team for who steers."""

    clienten = Rijvinkjes(queryset=Client.objects.none(), label="Wie schrijf je in?")

    def __init__(self, *args: Any, mensen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clienten = veld_van(self, "clienten", forms.ModelChoiceField)
        clienten.queryset = mensen
        clienten.label_from_instance = lambda obj: _mens_in_woorden(obj)  # type: ignore[method-assign]  # how Django lets a label be chosen

    def clean_clienten(self) -> list[Client]:
        gekozen: list[Client] = self.cleaned_data["clienten"]
        if not gekozen:
            raise forms.ValidationError("Vink minstens één persoon aan.")
        return gekozen


class DeelnemerForm(forms.ModelForm):
    """`gekend`: a colleague or a mentor, of whom we have the name already."""

    gekend = forms.ChoiceField(
        label="Een collega of een mentor",
        required=False,
        help_text="Staat de persoon hier niet bij? Vul dan de naam in.",
    )
    toestemming = forms.BooleanField(label="Deze persoon vindt het goed dat we deze gegevens bijhouden voor de groep")

    class Meta:
        model = Deelnemer
        fields: ClassVar = ["voornaam", "achternaam", "geboortedatum", "contact"]
        widgets: ClassVar = {"geboortedatum": Datumkiezer}

    field_order = ["gekend", "voornaam", "achternaam", "geboortedatum", "contact", "toestemming"]

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._medewerker = medewerker
        veld_van(self, "gekend", forms.ChoiceField).choices = [("", "iemand anders"), *keuzes_voor(medewerker)]
        for naam in ("voornaam", "achternaam"):
            self.fields[naam].required = False

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        gevonden = bekende(data.get("gekend", ""), self._medewerker)
        if gevonden is not None:
            self.instance.bron, mens = gevonden
            self.instance.bronnummer = mens.nummer
            data |= {"voornaam": mens.voornaam, "achternaam": mens.achternaam}
            data["contact"] = data.get("contact") or mens.contact
        elif not data.get("achternaam") and "gekend" in data:
            self.add_error("achternaam", "Vul de familienaam in, of kies een collega of een mentor.")
        return data

    def clean_geboortedatum(self) -> Any:
        geboren = self.cleaned_data["geboortedatum"]
        if geboren and geboren > vandaag():
            raise forms.ValidationError("Deze dag ligt in de toekomst.")
        return geboren


class StoppenForm(forms.Form):
    reden = forms.ChoiceField(
        label="Waarom?",
        choices=[keuze for keuze in Vertrekreden.choices if keuze[0] != Vertrekreden.GEEN_ANTWOORD],
        widget=forms.RadioSelect,
    )
    toelichting = forms.CharField(
        label="Toelichting", max_length=300, required=False, help_text="Niets over gezondheid: collega's lezen dit."
    )


class GroepsuitkomstForm(forms.Form):
    uitkomst = forms.ChoiceField(
        label="Wat werd het?",
        required=False,
        choices=[*Groepsuitkomst.choices, ("", "We weten het niet")],
        widget=forms.RadioSelect,
    )
