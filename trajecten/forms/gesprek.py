"""The talk form: made to be filled in within 30 seconds, so almost everything has a sensible default."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms

from clienten.models import Client
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import VersieForm
from trajecten.actielijnen import MEESTE, RIJVELDEN, Actielijn, Rij, actielijnen, vul_aan
from trajecten.enums import Eigenaar
from trajecten.models import Actiepunt, Gesprek

PUNTRIJEN = 4
TERMIJN_ACTIEPUNT = timedelta(days=7)


class GesprekForm(VersieForm):
    class Meta:
        model = Gesprek
        fields = ["kanaal", "op", "aanwezigheid", "duur", "verslag", "afgeschermd"]
        widgets = {
            "op": Datumkiezer,
            "duur": forms.NumberInput(attrs={"min": 1, "max": 600, "inputmode": "numeric"}),
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
    """One action point below a talk: what, when, who. `lijn` is the line of the note it came from, or nothing."""

    lijn = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput, strip=False)

    class Meta:
        model = Actiepunt
        fields = ["omschrijving", "vervalt_op"]
        widgets = {"vervalt_op": Datumkiezer}

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
    """Rows for what was agreed, most of them left empty; no management form: it has as many rows as were sent."""

    def __init__(self, data: Any = None, *, wie: list[tuple[str, str]], vandaag: date) -> None:
        self.wie, self.vandaag = wie, vandaag
        standaard = {"vervalt_op": vandaag + TERMIJN_ACTIEPUNT, "wie": wie[0][0]}
        self.rijen = [
            ActiepuntrijForm(
                data,
                prefix=f"punt{nummer}",
                wie=wie,
                initial=standaard,
                empty_permitted=True,
                use_required_attribute=False,
            )
            for nummer in range(max(PUNTRIJEN, _gestuurd(data)))
        ]

    @classmethod
    def met_verslag(cls, data: Any, *, wie: list[tuple[str, str]], vandaag: date) -> "Puntrijen":
        """The rows that were sent, completed with the lines of the note that begin with a dash."""
        gestuurd = [
            {veld: str(data.get(f"punt{nummer}-{veld}", "")) for veld in RIJVELDEN} for nummer in range(_gestuurd(data))
        ]
        lijnen = actielijnen(str(data.get("verslag", "")), wie=wie, op=vandaag)[:MEESTE]
        oude = [een for rij in gestuurd if rij["lijn"] for een in _opnieuw(rij, wie, vandaag)]
        standaard = dict.fromkeys(RIJVELDEN, "") | {
            "wie": wie[0][0],
            "vervalt_op": (vandaag + TERMIJN_ACTIEPUNT).isoformat(),
        }
        rijen = vul_aan(gestuurd, lijnen, oude, standaard=standaard)
        rijen += [standaard] * (PUNTRIJEN - len(rijen))
        return cls(
            {f"punt{nummer}-{veld}": waarde for nummer, rij in enumerate(rijen) for veld, waarde in rij.items()},
            wie=wie,
            vandaag=vandaag,
        )

    def __iter__(self) -> Iterator[ActiepuntrijForm]:
        return iter(self.rijen)

    def is_valid(self) -> bool:
        uitkomsten = [rij.is_valid() for rij in self.rijen]  # all of them, so that every error shows at once
        return all(uitkomsten)

    def punten(self) -> list[Actiepunt]:
        return [rij.punt() for rij in self.rijen if rij.cleaned_data.get("omschrijving")]


def _gestuurd(data: Any) -> int:
    """How many rows were sent, at most MEESTE: they are numbered without a gap."""
    return next((nummer for nummer in range(MEESTE) if f"punt{nummer}-omschrijving" not in (data or {})), MEESTE)


def _opnieuw(rij: Rij, wie: list[tuple[str, str]], vandaag: date) -> list[Actielijn]:
    return actielijnen(f"- {rij['lijn']}", wie=wie, op=vandaag)
