"""A placement as people speak of it: first and last day, hours, the work, and what was agreed with the employer."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.db.models import Q

from ocmw.kalender.maanden import plus_maanden
from ocmw.kalender.woorden import getal
from ocmw.toegang.models import Medewerker
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import Getalveld, Velddeel, veld_van
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.forms.contract import MAX_UREN, WerkplekVeld
from tewerkstelling.models import Mentor, Overeenkomst, Werkplek
from tewerkstelling.rechtenteller.models import RvaBerekening
from tewerkstelling.startklaar.models import Plaatsing

MAX_TERUG, MAX_VOORUIT = 12, 36  # months: nobody proposes a placement of two years ago, or of five years from now


def redelijk(dag: date, op: date) -> date:
    if not plus_maanden(op, -MAX_TERUG) <= dag <= plus_maanden(op, MAX_VOORUIT):
        raise forms.ValidationError("Kijk het jaar na: deze dag ligt heel ver weg.")
    return dag


_DELEN = (
    ("Het werk", ("werkplek", "functie", "taken")),
    ("Wanneer", ("van", "laatste_dag", "uren_per_week", "voltijds_uren", "dagen_per_week", "werkrooster")),
    ("Waarom zo lang", ("berekening", "duur_basis")),
    ("Afspraken met de werkgever", ("mentor", "overeenkomst", "begeleidingsplicht", "doorstroom")),
)


class WerkplekkeuzeForm(forms.Form):
    """First the place: mentors, agreement and tasks follow from it."""

    werkplek = WerkplekVeld(
        queryset=Werkplek.objects.none(),
        label="Werkplek",
        empty_label="Kies een werkplek",
        help_text="Staat ze er niet bij? Voeg ze eerst toe bij Werkplekken.",
    )

    def __init__(self, *args: Any, medewerker: Medewerker, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plekken = Werkplek.objects.zichtbaar_voor(medewerker).beschikbaar().met_bezetting(op)
        veld_van(self, "werkplek", forms.ModelChoiceField).queryset = plekken.select_related("werkgever")


class PlaatsingForm(VersieForm):
    """`laatste_dag` is what the screen asks; the row keeps `tot`, the day after."""

    laatste_dag = forms.DateField(label="Laatste dag", widget=Datumkiezer, help_text="Deze dag werkt de cliënt nog.")

    class Meta:
        model = Plaatsing
        fields: ClassVar = [
            "werkplek", "mentor", "functie", "taken", "van", "uren_per_week", "voltijds_uren", "dagen_per_week",
            "werkrooster", "berekening", "duur_basis", "overeenkomst", "begeleidingsplicht", "doorstroom",
        ]  # fmt: skip
        widgets: ClassVar = {
            "van": Datumkiezer,
            "taken": forms.Textarea(attrs={"rows": 3}),
            "werkrooster": forms.Textarea(attrs={"rows": 3}),
            "begeleidingsplicht": forms.Textarea(attrs={"rows": 3}),
            "doorstroom": forms.Textarea(attrs={"rows": 3}),
        }
        localized_fields: ClassVar = ["uren_per_week", "voltijds_uren"]  # people type 28,5
        field_classes: ClassVar = dict.fromkeys(localized_fields, Getalveld)
        help_texts: ClassVar = {
            "mentor": "Wie de cliënt op de werkvloer begeleidt.",
            "werkrooster": "Bijvoorbeeld: maandag tot donderdag, van 8 tot 16 uur.",
            "berekening": "Het antwoord van de RVA dat zegt hoeveel dagen nodig zijn.",
            "duur_basis": "Bijvoorbeeld: RVA-berekening 2026/1234, 312 dagen nodig. Dit staat op het papier, dus niets over gezondheid.",
            "overeenkomst": "Hieruit volgt wat de werkgever terugbetaalt.",
            "doorstroom": "Welke opleiding krijgt de cliënt, en wat als het goed gaat?",
        }

    field_order = [naam for _, velden in _DELEN for naam in velden]

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"op": op}
        self.op = op
        plek, client = self.instance.werkplek, self.instance.client
        werkgever = plek.werkgever_id
        # Another employer is another party on the paper: that is a new placement.
        self._kies("werkplek", Werkplek.objects.filter(werkgever=werkgever).filter(Q(actief=True) | Q(pk=plek.pk)))
        mentoren = Mentor.objects.filter(werkgever=werkgever)
        self._kies("mentor", mentoren.filter(Q(actief=True) | Q(pk=self.instance.mentor_id)))
        self._kies("overeenkomst", Overeenkomst.objects.filter(werkgever=werkgever))
        berekeningen = RvaBerekening.objects.filter(client=client).order_by("-pk")
        self._kies("berekening", berekeningen)
        if not berekeningen.exists():
            del self.fields["berekening"]  # a first placement: the RVA answers on a contract that does not exist yet
        if self.instance.pk:
            self.initial["laatste_dag"] = self.instance.laatste_dag
        self.onthoud_begin()

    def _kies(self, naam: str, rijen: Any) -> None:
        veld = veld_van(self, naam, forms.ModelChoiceField)
        veld.queryset = rijen
        if not veld.required:
            veld.empty_label = "nog niet gekozen"

    @property
    def delen(self) -> list[Velddeel]:
        return [Velddeel(titel, [self[naam] for naam in velden if naam in self.fields]) for titel, velden in _DELEN]

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        if isinstance(actueel, Plaatsing) and actueel.pk:
            waarden["laatste_dag"] = actueel.laatste_dag
        return waarden

    def gewijzigde_velden(self) -> list[str]:
        velden = [naam for naam in self.gewijzigd() if naam != "laatste_dag"]
        return [*velden, "tot"] if "laatste_dag" in self.gewijzigd() else velden

    def clean_van(self) -> date:
        return redelijk(self.cleaned_data["van"], self.op)

    def clean_laatste_dag(self) -> date:
        return redelijk(self.cleaned_data["laatste_dag"], self.op)

    def clean_dagen_per_week(self) -> int:
        dagen: int = self.cleaned_data["dagen_per_week"]
        if not 1 <= dagen <= 6:
            raise forms.ValidationError("Een werkweek telt 1 tot 6 dagen.")
        return dagen

    def clean_voltijds_uren(self) -> Decimal:
        uren: Decimal = self.cleaned_data["voltijds_uren"]
        if not 0 < uren <= MAX_UREN:
            raise forms.ValidationError(f"Vul een aantal uren in tussen 1 en {MAX_UREN}.")
        return uren

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        uren, voltijds = data.get("uren_per_week"), data.get("voltijds_uren")
        if uren is not None and uren <= 0:
            self.add_error("uren_per_week", "Vul een aantal uren in dat groter is dan nul.")
        elif uren is not None and voltijds and uren > voltijds:
            zin = (
                f"Dit is meer dan een voltijdse werkt in deze functie ({getal(voltijds)} uren). Verbeter een van beide."
            )
            self.add_error("uren_per_week", zin)
        van, laatste = data.get("van"), data.get("laatste_dag")
        if van and laatste and laatste < van:
            self.add_error("laatste_dag", "De laatste dag ligt voor de eerste werkdag.")
        elif laatste:
            self.instance.tot = laatste + timedelta(days=1)
        return data


class VerlengForm(forms.Form):
    """A renewal asks the new dates only; the rest is copied and can be changed afterwards."""

    van = forms.DateField(label="Eerste dag van de verlenging", widget=Datumkiezer)
    laatste_dag = forms.DateField(
        label="Laatste dag van de verlenging", widget=Datumkiezer, help_text="Deze dag werkt de cliënt nog."
    )

    def __init__(self, *args: Any, vorige: Plaatsing, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op
        self.einde = vorige.contract.tot if vorige.contract else vorige.tot
        self.initial["van"] = self.einde

    def clean_van(self) -> date:
        van = redelijk(self.cleaned_data["van"], self.op)
        if self.einde and van < self.einde:
            vorige = self.einde - timedelta(days=1)
            raise forms.ValidationError(f"De verlenging begint na de laatste dag van nu ({vorige:%d/%m/%Y}).")
        return van

    def clean_laatste_dag(self) -> date:
        dag = redelijk(self.cleaned_data["laatste_dag"], self.op)
        van = self.cleaned_data.get("van")
        if van and dag < van:
            raise forms.ValidationError("De laatste dag ligt voor de eerste dag.")
        return dag
