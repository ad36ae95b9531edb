"""The talk form: made to be filled in within 30 seconds, so almost everything has a sensible default."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms

from clienten.models import Client
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.versie import VersieForm
from trajecten.enums import Eigenaar
from trajecten.models import Actiepunt, Gesprek

PUNTRIJEN = 4
DATUM = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class GesprekForm(VersieForm):
    class Meta:
        model = Gesprek
        fields = ["kanaal", "op", "aanwezigheid", "duur", "verslag", "afgeschermd"]
        widgets = {
            "kanaal": forms.RadioSelect,
            "aanwezigheid": forms.RadioSelect,
            "op": DATUM,
            "duur": forms.NumberInput(attrs={"min": 1, "max": 600, "inputmode": "numeric"}),
            "verslag": forms.Textarea(attrs={"rows": 6}),
        }

    def __init__(self, *args: Any, medewerker: Medewerker, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag, self.extra = vandaag, {"medewerker": medewerker, "vandaag": vandaag}
        self.fields["op"].widget.attrs["max"] = vandaag.isoformat()
        if not medewerker.mag(Recht.AFGESCHERMD_LEZEN):
            del self.fields["afgeschermd"]

    def clean_op(self) -> date:
        op: date = self.cleaned_data["op"]
        if op > self.vandaag:
            raise forms.ValidationError("Een gesprek in de toekomst noteer je als afspraak.")
        return op


class ActiepuntrijForm(forms.ModelForm):
    """One action point below a talk: what, when, who."""

    class Meta:
        model = Actiepunt
        fields = ["omschrijving", "vervalt_op"]
        widgets = {"vervalt_op": DATUM}

    def __init__(self, *args: Any, wie: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wie"] = forms.ChoiceField(label="Wie doet het?", required=False, choices=wie)
        self.fields["omschrijving"].required = False
        self.fields["vervalt_op"].required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("omschrijving") and not data.get("vervalt_op") and "vervalt_op" not in self.errors:
            self.add_error("vervalt_op", "Kies tegen wanneer.")
        return data

    def punt(self) -> Actiepunt:
        zet_wie(self.instance, self.cleaned_data.get("wie") or "")
        return self.instance


def wie_keuzes(client: Client, medewerker: Medewerker, team: list[Any]) -> list[tuple[str, str]]:
    """The client, me, and who else follows the file. A value is "client" or the pk of a colleague."""
    keuzes = [(str(medewerker.pk), "ik"), (Eigenaar.CLIENT.value, client.voornaam)]
    anderen = {t.medewerker_id: t.medewerker.naam for t in team if t.medewerker_id != medewerker.pk}
    return keuzes + [(str(pk), naam) for pk, naam in anderen.items()]


def zet_wie(punt: Actiepunt, wie: str) -> None:
    """When the client does it, a colleague still checks that it happened: the action picks who follows the file."""
    if wie == Eigenaar.CLIENT:
        punt.eigenaar = Eigenaar.CLIENT
    elif wie:
        punt.eigenaar, punt.medewerker_id = Eigenaar.MEDEWERKER, int(wie)


def zet_om_naar_wie(punt: Actiepunt) -> str:
    return Eigenaar.CLIENT.value if punt.eigenaar == Eigenaar.CLIENT else str(punt.medewerker_id or "")


class Puntrijen:
    """A fixed number of rows, most of them left empty; no management form."""

    def __init__(self, data: Any = None, *, wie: list[tuple[str, str]], vandaag: date) -> None:
        standaard = {"vervalt_op": vandaag + timedelta(days=7), "wie": wie[0][0]}
        self.rijen = [
            ActiepuntrijForm(
                data,
                prefix=f"punt{nummer}",
                wie=wie,
                initial=standaard,
                empty_permitted=True,
                use_required_attribute=False,
            )
            for nummer in range(PUNTRIJEN)
        ]

    def __iter__(self) -> Iterator[ActiepuntrijForm]:
        return iter(self.rijen)

    def is_valid(self) -> bool:
        uitkomsten = [rij.is_valid() for rij in self.rijen]  # all of them, so that every error shows at once
        return all(uitkomsten)

    def punten(self) -> list[Actiepunt]:
        return [rij.punt() for rij in self.rijen if rij.cleaned_data.get("omschrijving")]
