"""The right and the decision, and what the client gets."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from clienten.models import wie_kan_volgen
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import Getalveld, veld_van
from ocmw.ui.versie import VersieForm
from tewerkstelling.startklaar.enums import Chequekeuze, Inkomensrecht, Reisvergoeding
from tewerkstelling.startklaar.models import Loonafspraak, Startbeslissing

DAGEN = ("recht_op", "mw_op", "client_op")


class StartbeslissingForm(VersieForm):
    class Meta:
        model = Startbeslissing
        fields: ClassVar = ["recht", "recht_op", "mw", "mw_op", "client_op", "waarom"]
        widgets: ClassVar = {
            **dict.fromkeys(DAGEN, Datumkiezer),
            "recht": forms.RadioSelect,
            "waarom": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts: ClassVar = {
            "recht_op": "De dag waarop jij dit nakeek in het dossier van de sociale dienst.",
            "waarom": "In gewone woorden, zoals jullie het samen bespraken. Niets over gezondheid.",
        }

    def __init__(self, *args: Any, medewerker: Medewerker, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"medewerker": medewerker, "op": op}
        self.op = op
        veld_van(self, "recht", forms.ChoiceField).choices = Inkomensrecht.choices
        keuze = veld_van(self, "mw", forms.ModelChoiceField)
        wie = wie_kan_volgen(self.instance.client, Rol.MW, op=op)
        keuze.queryset = wie | Medewerker.objects.filter(pk=self.instance.mw_id) if self.instance.mw_id else wie
        keuze.empty_label = "nog niet gekozen"
        if self.instance.pk is None:
            volger = self.instance.client.toewijzingen.filter(rol="mw", tot=None).values_list("medewerker", flat=True)
            self.initial["mw"] = volger.first()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for veld in DAGEN:
            if (dag := data.get(veld)) and dag > self.op:
                self.add_error(veld, "Kies vandaag of een dag in het verleden.")
        if data.get("recht") and not data.get("recht_op") and "recht_op" not in self.errors:
            self.add_error("recht_op", "Vul de dag in waarop je dit nakeek.")
        if data.get("recht_op") and not data.get("recht") and "recht" not in self.errors:
            self.add_error("recht", "Kies wat je vond.")
        if data.get("mw_op") and not data.get("mw") and "mw" not in self.errors:
            self.add_error("mw", "Kies welke maatschappelijk werker mee besliste.")
        return data


class LoonafspraakForm(VersieForm):
    """An amount belongs to the choice above it; one that does not is said at its own field."""

    class Meta:
        model = Loonafspraak
        fields: ClassVar = ["brutoloon", "cheques", "cheque_waarde", "reis", "fiets_per_km", "abonnement_procent"]
        localized_fields: ClassVar = ["brutoloon", "cheque_waarde", "fiets_per_km"]
        field_classes: ClassVar = dict.fromkeys(localized_fields, Getalveld)
        widgets: ClassVar = {"cheques": forms.RadioSelect, "reis": forms.RadioSelect}
        help_texts: ClassVar = {
            "brutoloon": "Voor de uren van deze plaatsing. Vraag het aan de personeelsdienst.",
            "cheque_waarde": "Alleen als er maaltijdcheques zijn.",
            "fiets_per_km": "Alleen bij een fietsvergoeding.",
            "abonnement_procent": "Alleen bij een abonnement. 100 is het hele abonnement.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld_van(self, "cheques", forms.ChoiceField).choices = Chequekeuze.choices
        veld_van(self, "reis", forms.ChoiceField).choices = Reisvergoeding.choices

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for keuze, past, veld in (
            ("cheques", Chequekeuze.JA, "cheque_waarde"),
            ("reis", Reisvergoeding.FIETS, "fiets_per_km"),
            ("reis", Reisvergoeding.OPENBAAR, "abonnement_procent"),
        ):
            if data.get(veld) is not None and data.get(keuze) != past:
                zin = f"Dit hoort bij de keuze ‘{past.label}’. Kies die, of maak dit veld leeg."
                self.add_error(veld, zin)
        return data
