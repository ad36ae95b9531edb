"""One point of the list, and the end of the contract with a first contact."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from ocmw.kalender.maanden import plus_maanden
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van
from ocmw.ui.versie import VersieForm
from tewerkstelling.einde.lijst import GEEN_MAATREGEL, Eindevraag
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.forms import ContracteindeForm

MAX_MAANDEN_VOORUIT = 12
_VELDEN = {
    "vraag": ("antwoord", "toelichting"),
    "taak": ("antwoord", "toelichting"),
    "keuze": ("keuzes", "toelichting"),
    "plan": ("toelichting", "contact_op"),
}


class EindepuntForm(VersieForm):
    """Only the fields that belong to the kind of question."""

    antwoord = forms.ChoiceField(label="Antwoord", widget=forms.RadioSelect)
    keuzes = forms.MultipleChoiceField(label="Maatregelen", widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Eindepunt
        fields: ClassVar = ["antwoord", "keuzes", "toelichting", "contact_op"]
        widgets: ClassVar = {"contact_op": Datumkiezer, "toelichting": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"toelichting": "Toelichting"}
        help_texts: ClassVar = {"toelichting": "Kort. Niets over gezondheid of verslaving."}

    def __init__(self, *args: Any, vraag: Eindevraag, maatregelen: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"vraag": vraag, "maatregelen": maatregelen}
        self.vraag = vraag
        for naam in set(self.Meta.fields) - set(_VELDEN[vraag.soort]):
            del self.fields[naam]
        if vraag.soort in {"vraag", "taak"}:
            veld_van(self, "antwoord", forms.ChoiceField).choices = [
                (a.value, a.label.capitalize()) for a in vraag.antwoorden
            ]
        elif vraag.soort == "keuze":
            # A measure that left the list stays to be seen on the answer that chose it.
            oud = {code: code for code in self.instance.keuzes if code not in maatregelen and code != GEEN_MAATREGEL}
            veld_van(self, "keuzes", forms.ChoiceField).choices = [
                *maatregelen.items(),
                *oud.items(),
                (GEEN_MAATREGEL, "Geen van deze maatregelen"),
            ]
        else:
            self.fields["toelichting"].label = "Wat doen we in de nazorg?"
            self.fields["toelichting"].required = self.fields["contact_op"].required = True
            self.fields["contact_op"].help_text = "Op deze dag bel of zie je de cliënt voor het eerst in de nazorg."
        if vraag.afgeschermd:
            self.fields["toelichting"].help_text = "Alleen wie gegevens over gezondheid mag lezen, ziet dit."
        self.onthoud_begin()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("antwoord") == "niet_nodig" and not (data.get("toelichting") or "").strip():
            self.add_error("toelichting", "Schrijf kort waarom dit niet nodig is.")
        if GEEN_MAATREGEL in (data.get("keuzes") or []) and len(data["keuzes"]) > 1:
            self.add_error("keuzes", "Kies maatregelen, of kies dat er geen past. Niet allebei.")
        return data


class AfsluitForm(ContracteindeForm):
    """The end of a contract; after art.60 also when we speak the client again."""

    eerste_contact_op = forms.DateField(
        label="Eerste contact in de nazorg",
        required=False,
        widget=Datumkiezer,
        help_text="Dit wordt een actiepunt met een datum. Laat leeg als er geen nazorg komt.",
    )
    field_order = ["laatste_dag", "eindreden", "met_onderbreking", "eerste_contact_op"]

    def __init__(
        self, *args: Any, met_nazorg: bool, voorstel: date | None, ritme: int | None = None, **kwargs: Any
    ) -> None:
        """`ritme`: the proposal is so many days after the last day, and follows it; None when a day was agreed."""
        super().__init__(*args, **kwargs)
        self.extra |= {"met_nazorg": met_nazorg, "voorstel": voorstel, "ritme": ritme}
        self.ritme = ritme
        if not met_nazorg:
            del self.fields["eerste_contact_op"]
        else:
            self.initial["eerste_contact_op"] = voorstel
        self.onthoud_begin()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self._volg_de_laatste_dag(data)
        contact, laatste = data.get("eerste_contact_op"), data.get("laatste_dag")
        if contact and laatste and contact <= laatste:
            self.add_error("eerste_contact_op", "Het eerste contact in de nazorg komt na de laatste werkdag.")
        elif contact and contact > plus_maanden(max(laatste or self.op, self.op), MAX_MAANDEN_VOORUIT):
            self.add_error("eerste_contact_op", "Kijk het jaar na: dit is meer dan een jaar na het einde.")
        return data

    def _volg_de_laatste_dag(self, data: dict[str, Any]) -> None:
        """A proposal that nobody changed belongs to the last day that was proposed: with another one it moves along."""
        laatste = data.get("laatste_dag")
        eigen = self.zelf_gewijzigd()
        if self.ritme is None or not laatste or "laatste_dag" not in eigen or "eerste_contact_op" in eigen:
            return
        data["eerste_contact_op"] = laatste + timedelta(days=self.ritme)
        gepost = QueryDict(mutable=True)
        gepost.update(self.data)  # the page that asks to confirm shows it
        gepost[self.add_prefix("eerste_contact_op")] = f"{data['eerste_contact_op']:%d/%m/%Y}"
        self.data = gepost
