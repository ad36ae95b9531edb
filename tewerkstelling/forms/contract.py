"""A contract as people speak of it: first and last day, hours, and the workplace."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.db.models import Q

from ocmw.kalender.maanden import plus_maanden
from ocmw.kalender.woorden import getal
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van
from ocmw.ui.versie import Versie, VersieForm
from tewerkstelling.actions import weigering_voor_mentor, weigering_voor_periode
from tewerkstelling.enums import Contractsoort, Eindreden
from tewerkstelling.models import Mentor, Onderbreking, Tewerkstelling, Werkplek

VROEGST = date(1990, 1, 1)
MAX_JAREN_VOORUIT = 10
MAX_UREN = Decimal(50)
# Asked on two pages in the same words: with the contract, and where the count is explained.
TOELATING_VRAGEN = {
    "maandloon": "Brutoloon per maand",
    "toelating": "Hoe vraagt de cliënt later de uitkering aan?",
}
TOELATING_UITLEG = {
    "maandloon": "Alleen nodig voor wie deeltijds werkt. Met minstens het referteloon laat de RVA toe als voltijdse.",
    "toelating": "Weet je het nog niet? Dan kijken we naar het loon. Zonder loon tellen we voltijds, en we zeggen dat het een "
    "aanname is.",
}


class WerkplekVeld(forms.ModelChoiceField):
    """Places grouped by employer, each with its town and how many seats are free."""

    def label_from_instance(self, obj: Any) -> str:
        plaats = f", {obj.gemeente}" if obj.gemeente else ""
        return f"{obj.werkgever.naam}: {obj.naam}{plaats} ({obj.bezet} van {obj.capaciteit} bezet)"


class MentorVeld(forms.ModelChoiceField):
    """Mentors by employer, each with how many clients they guide now."""

    grens = 0

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.werkgever.naam}: {obj.naam} (begeleidt {obj.begeleidt} van {obj.hoogstens(self.grens)})"


class ContractForm(VersieForm):
    """`laatste_dag` is what the screen asks; the row keeps `tot`, the day after."""

    werkplek = WerkplekVeld(
        queryset=Werkplek.objects.none(),
        required=False,
        label="Werkplek",
        help_text="Werkgever en plek. Staat ze er niet bij? Voeg ze eerst toe bij Werkplekken.",
        empty_label="Kies een werkplek",
    )
    laatste_dag = forms.DateField(
        label="Laatste dag van het contract",
        required=False,
        widget=Datumkiezer,
        help_text="Deze dag werkt de cliënt nog. Laat leeg als het einde nog niet afgesproken is.",
    )

    mentor = MentorVeld(
        queryset=Mentor.objects.none(),
        required=False,
        label="Mentor op de werkvloer",
        help_text="Iemand van de werkgever van deze werkplek. Mag later.",
        empty_label="Nog niet bekend",
    )

    class Meta:
        model = Tewerkstelling
        fields: ClassVar = [
            "soort", "werkplek", "mentor", "functie", "van", "laatste_dag", "uren_per_week", "voltijds_uren",
            "dagen_per_week", "maandloon", "toelating", "aanvraag_op",
        ]  # fmt: skip
        widgets: ClassVar = {"van": Datumkiezer, "aanvraag_op": Datumkiezer}
        localized_fields: ClassVar = ["uren_per_week", "voltijds_uren", "maandloon"]  # people type 28,5
        labels: ClassVar = {
            "maandloon": TOELATING_VRAGEN["maandloon"],
            "toelating": TOELATING_VRAGEN["toelating"],
            "aanvraag_op": "Uitkering aangevraagd op",
        }
        help_texts: ClassVar = {
            "voltijds_uren": "Wie voltijds werkt in deze functie, werkt zoveel uren per week. Vaak is dat 38.",
            "dagen_per_week": "Op hoeveel dagen van de week werkt de cliënt? Vaak is dat 5.",
            "maandloon": TOELATING_UITLEG["maandloon"],
            "toelating": TOELATING_UITLEG["toelating"],
            "aanvraag_op": "Laat leeg als het nog niet gebeurd is. Dan rekenen we met de dag na het contract.",
        }

    field_order = [
        "soort", "werkplek", "mentor", "functie", "van", "laatste_dag", "uren_per_week", "voltijds_uren",
        "dagen_per_week", "maandloon", "toelating", "aanvraag_op",
    ]  # fmt: skip
    MEER = ("dagen_per_week", "maandloon", "toelating", "aanvraag_op")  # rarely another value than the usual one

    def __init__(self, *args: Any, medewerker: Medewerker, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"medewerker": medewerker, "op": op}
        self.op = op
        zichtbaar = Q(werkgever__ocmw=medewerker.ocmw_id, actief=True, werkgever__actief=True)
        veld_van(self, "werkplek", forms.ModelChoiceField).queryset = (
            Werkplek.objects.filter(zichtbaar | Q(pk=self.instance.werkplek_id))
            .met_bezetting(op)
            .select_related("werkgever")
        )
        self._vul_mentoren(medewerker, op)
        for naam in ("dagen_per_week", "toelating"):
            self.fields[naam].required = False  # left out: what the row holds already
        self.initial["laatste_dag"] = self.instance.laatste_dag
        self.onthoud_begin()

    def _vul_mentoren(self, medewerker: Medewerker, op: date) -> None:
        veld = veld_van(self, "mentor", MentorVeld)
        veld.grens = regel("mentor.max_clienten", op=op).waarde
        zichtbaar = Q(werkgever__ocmw=medewerker.ocmw_id, actief=True, werkgever__actief=True)
        rijen = Mentor.objects.filter(zichtbaar | Q(pk=self.instance.mentor_id)).met_belasting(op)
        veld.queryset = rijen.select_related("werkgever").order_by("werkgever__naam", "naam", "pk")

    @property
    def hoofdvelden(self) -> list[forms.BoundField]:
        return [veld for veld in self.visible_fields() if veld.name not in self.MEER]

    @property
    def meer_velden(self) -> list[forms.BoundField]:
        return [self[naam] for naam in self.MEER]

    @property
    def meer_open(self) -> bool:
        """Shown at once when something in it is wrong or not the usual value."""
        fout = any(naam in self.errors for naam in self.MEER) if self.is_bound else False
        gewoon = Tewerkstelling()
        return fout or any(getattr(self.instance, naam) != getattr(gewoon, naam) for naam in self.MEER)

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        if "laatste_dag" in self.fields and isinstance(actueel, Tewerkstelling):
            waarden["laatste_dag"] = actueel.laatste_dag
        return waarden

    def gewijzigde_velden(self) -> list[str]:
        velden = [naam for naam in self.gewijzigd() if naam != "laatste_dag"]
        return [*velden, "tot"] if "laatste_dag" in self.gewijzigd() else velden

    def clean_van(self) -> date:
        return _redelijk(self.cleaned_data["van"], self.op)

    def clean_laatste_dag(self) -> date | None:
        dag = self.cleaned_data["laatste_dag"]
        return _redelijk(dag, self.op) if dag else None

    def clean_dagen_per_week(self) -> int:
        dagen = self.cleaned_data["dagen_per_week"]
        if dagen is None:
            return self.instance.dagen_per_week
        if not 1 <= dagen <= 6:
            raise forms.ValidationError("Een werkweek telt 1 tot 6 dagen.")
        return int(dagen)

    def clean_toelating(self) -> str:
        gevraagd = self.add_prefix("toelating") in self.data
        return self.cleaned_data["toelating"] if gevraagd else self.instance.toelating

    def clean_maandloon(self) -> Decimal | None:
        gevraagd = self.add_prefix("maandloon") in self.data
        return self.cleaned_data["maandloon"] if gevraagd else self.instance.maandloon

    def clean_aanvraag_op(self) -> date | None:
        dag = self.cleaned_data["aanvraag_op"]
        return _redelijk(dag, self.op) if dag else None

    def clean_voltijds_uren(self) -> Decimal:
        uren: Decimal = self.cleaned_data["voltijds_uren"]
        if not 0 < uren <= MAX_UREN:
            raise forms.ValidationError(f"Vul een aantal uren in tussen 1 en {MAX_UREN}.")
        return uren

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("soort") == Contractsoort.ART60:
            for naam, zin in (
                ("werkplek", "Kies de werkplek waar de cliënt werkt."),
                ("uren_per_week", "Vul in hoeveel uren per week de cliënt werkt."),
            ):
                if naam not in self.errors and data.get(naam) is None:
                    self.add_error(naam, zin)
        if data.get("mentor") and (zin := weigering_voor_mentor(data["mentor"], data.get("werkplek"))):
            self.add_error("mentor", zin)
        self._controleer_uren(data)
        self._controleer_periode(data)
        self._controleer_start(data)
        return data

    def _controleer_start(self, data: dict[str, Any]) -> None:
        """What still has to start goes through Startklaar. Import and demo take over what was agreed elsewhere."""
        nieuw = self.instance.pk is None and data.get("soort") == Contractsoort.ART60
        if nieuw and data.get("van") and data["van"] > self.op:
            self.add_error(
                "van",
                "Deze art.60 moet nog beginnen. Bereid ze voor bij Startklaar: de drie handtekeningen staan er voor de "
                "start. Hier noteer je wat al loopt.",
            )

    def _controleer_uren(self, data: dict[str, Any]) -> None:
        uren, voltijds = data.get("uren_per_week"), data.get("voltijds_uren")
        if uren is not None and uren <= 0:
            self.add_error("uren_per_week", "Vul een aantal uren in dat groter is dan nul.")
        elif uren is not None and voltijds and uren > voltijds:
            self.add_error(
                "uren_per_week",
                f"Dit is meer dan een voltijdse werkt in deze functie ({getal(voltijds)} uren). Verbeter een van beide.",
            )

    def _controleer_periode(self, data: dict[str, Any]) -> None:
        van, laatste = data.get("van"), data.get("laatste_dag")
        if van is None or "laatste_dag" in self.errors:
            return
        if laatste and laatste < van:
            self.add_error("laatste_dag", "De laatste dag ligt voor de eerste werkdag.")
            return
        self.instance.tot = laatste + timedelta(days=1) if laatste else None
        proef = Tewerkstelling(pk=self.instance.pk, client=self.instance.client, van=van, tot=self.instance.tot)
        if zin := weigering_voor_periode(proef):
            self.add_error("van", zin)


class ContracteindeForm(VersieForm):
    """End a contract: on which day, and why. An interruption that goes on can end with it."""

    laatste_dag = forms.DateField(
        label="Laatste dag van het contract", widget=Datumkiezer, help_text="Deze dag werkt de cliënt nog."
    )
    eindreden = forms.ChoiceField(
        label="Waarom eindigt het contract?", choices=[("", "Kies een reden"), *Eindreden.choices]
    )
    met_onderbreking = forms.BooleanField(
        label="Sluit ook de onderbreking af, op dezelfde dag",
        required=False,
        help_text="Komt de cliënt voor die dag nog terug? Zet dit dan uit.",
    )

    class Meta:
        model = Tewerkstelling
        fields: ClassVar = ["eindreden"]

    field_order = ["laatste_dag", "eindreden", "met_onderbreking"]

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"op": op}
        self.op = op
        self.initial["laatste_dag"] = self.instance.laatste_dag
        # From today on: the end of the contract can be chosen before the end of what is written down.
        nog = Onderbreking.objects.filter(Q(tot=None) | Q(tot__gt=op), contract=self.instance.pk).first()
        if nog is None:
            del self.fields["met_onderbreking"]
        else:
            self.fields["met_onderbreking"].label = f"Sluit ook de onderbreking {nog.wanneer} af, op dezelfde dag"
            self.initial["met_onderbreking"] = True
        self.onthoud_begin()

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        if isinstance(actueel, Tewerkstelling):
            waarden |= {"laatste_dag": actueel.laatste_dag, "met_onderbreking": True}
        return {naam: waarde for naam, waarde in waarden.items() if naam in self.fields}

    @property
    def sluit_onderbreking(self) -> bool:
        """As typed: the check of the last day comes before this field is cleaned."""
        return "met_onderbreking" in self.fields and bool(self["met_onderbreking"].value())

    def clean_laatste_dag(self) -> date:
        dag = _redelijk(self.cleaned_data["laatste_dag"], self.op)
        if dag < self.instance.van:
            raise forms.ValidationError(f"De laatste dag ligt voor de eerste werkdag ({self.instance.van:%d/%m/%Y}).")
        proef = Tewerkstelling(
            pk=self.instance.pk, client=self.instance.client, van=self.instance.van, tot=dag + timedelta(days=1),
            uren_per_week=self.instance.uren_per_week, voltijds_uren=self.instance.voltijds_uren,
            andere_uren=self.instance.andere_uren,
        )  # fmt: skip
        if zin := weigering_voor_periode(proef, met_onderbreking=self.sluit_onderbreking):
            raise forms.ValidationError(zin)
        return dag


def _redelijk(dag: date, op: date) -> date:
    """A mistyped year is the commonest wrong date; nobody signs for ten years ahead."""
    if not VROEGST <= dag <= plus_maanden(op, MAX_JAREN_VOORUIT * 12):
        raise forms.ValidationError("Kijk het jaar na: deze dag ligt heel ver weg.")
    return dag
