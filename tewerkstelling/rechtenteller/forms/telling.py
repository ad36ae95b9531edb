"""What the count needs besides the contract: what was proven before, how to count it, and what the RVA said."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import VersieForm
from tewerkstelling.forms.contract import TOELATING_UITLEG, TOELATING_VRAGEN
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.actions import weigering_voor_berekening
from tewerkstelling.rechtenteller.forms.dagen import redelijk
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening


class RechtspositieForm(VersieForm):
    class Meta:
        model = Rechtspositie
        fields: ClassVar = ["vorige_toelating_op", "al_bewezen"]
        widgets: ClassVar = {"vorige_toelating_op": Datumkiezer}
        localized_fields: ClassVar = ["al_bewezen"]
        labels: ClassVar = {
            "vorige_toelating_op": "Laatste keer toegelaten tot een werkloosheidsuitkering",
            "al_bewezen": "Dagen al bewezen bij een andere werkgever",
        }
        help_texts: ClassVar = {
            "vorige_toelating_op": "Dagen tot en met deze dag tellen niet opnieuw. Leeg: nog nooit toegelaten.",
            "al_bewezen": "In dagen van de zesdagenweek, zoals de RVA ze telt. Contracten in dit dossier tel je niet mee: "
            "dat doen wij.",
        }

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra, self.op = {"op": op}, op

    def clean_vorige_toelating_op(self) -> date | None:
        dag = redelijk(self.cleaned_data["vorige_toelating_op"], self.op)
        if dag and dag > self.op:
            raise forms.ValidationError("Een vroegere toelating ligt niet in de toekomst.")
        return dag


class TellingForm(VersieForm):
    """The facts of the contract that only the count uses."""

    class Meta:
        model = Tewerkstelling
        fields: ClassVar = ["dagen_per_week", "maandloon", "toelating", "aanvraag_op"]
        widgets: ClassVar = {"aanvraag_op": Datumkiezer, "toelating": forms.RadioSelect}
        localized_fields: ClassVar = ["maandloon"]
        labels: ClassVar = TOELATING_VRAGEN | {
            "dagen_per_week": "Hoeveel dagen per week werkt de cliënt?",
            "aanvraag_op": "Dag waarop de uitkering aangevraagd is of wordt",
        }
        help_texts: ClassVar = TOELATING_UITLEG | {
            "aanvraag_op": "Deze dag bepaalt welke regels gelden. Leeg: de dag na het einde van het contract.",
        }

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra, self.op = {"op": op}, op

    def clean_aanvraag_op(self) -> date | None:
        return redelijk(self.cleaned_data["aanvraag_op"], self.op)


class RvaForm(VersieForm):
    """One calculation: a draft, sent, or answered. What is filled in says which."""

    class Meta:
        model = RvaBerekening
        fields: ClassVar = ["verzonden_op", "kenmerk", "antwoord_op", "dagen", "einde_op"]
        widgets: ClassVar = dict.fromkeys(("verzonden_op", "antwoord_op", "einde_op"), Datumkiezer)
        labels: ClassVar = {
            "verzonden_op": "Verstuurd in OCMW@RVA op",
            "antwoord_op": "De RVA antwoordde op",
            "dagen": "Te bewijzen dagen volgens de RVA",
            "einde_op": "Laatste dag volgens de RVA",
        }
        help_texts: ClassVar = {
            "verzonden_op": "Leeg zolang het een kladversie is.",
            "kenmerk": "Het nummer van de aanvraag, als je er een kreeg.",
            "antwoord_op": "Leeg zolang je wacht. De RVA antwoordt binnen 7 dagen.",
            "einde_op": "De dag waarop alle dagen bewezen zijn.",
        }

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra, self.op = {"op": op}, op

    def clean_einde_op(self) -> date | None:
        return redelijk(self.cleaned_data["einde_op"], self.op)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        antwoord = data.get("antwoord_op")
        if antwoord:
            for naam in ("dagen", "einde_op"):
                if naam not in self.errors and not data.get(naam):
                    self.add_error(naam, "Vul in wat de RVA antwoordde.")
        verzonden = data.get("verzonden_op")
        if verzonden and antwoord and antwoord < verzonden:
            self.add_error("antwoord_op", "Het antwoord komt niet voor de aanvraag.")
        if not self.errors:
            proef = RvaBerekening(contract=self.instance.contract, **{naam: data.get(naam) for naam in DATUMS})
            if zin := weigering_voor_berekening(proef, op=self.op):
                self.add_error(None, zin)
        return data


DATUMS = ("verzonden_op", "antwoord_op", "dagen", "einde_op")
