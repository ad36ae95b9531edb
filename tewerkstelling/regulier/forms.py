"""Forms on the way to a regular job."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from clienten.profiel.forms import MetProfiel, profielveld
from ocmw.kalender.maanden import plus_maanden
from ocmw.toegang.models import Medewerker
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.velden import veld_van
from ocmw.ui.versie import VersieForm
from tewerkstelling.forms import ContractForm
from tewerkstelling.maatregelen import maatregelen_op
from tewerkstelling.models import Werkgever
from tewerkstelling.regulier.enums import Cvregelsoort, Opvolgen, Sollicitatiestatus
from tewerkstelling.regulier.models import Cv, Cvregel, Opvolging, Sollicitatie, Werkgeverscontact

VROEGSTE_JAAR = 1950
MAX_MAANDEN_VOORUIT = 12
_NIET_BIJ = "Kies een werkgever uit de lijst, of schrijf de naam."


class MetWerkgever(VersieForm):
    """An employer of our list, or any other by name."""

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"medewerker": medewerker}
        veld: Any = self.fields["werkgever"]
        eigen = Werkgever.objects.zichtbaar_voor(medewerker)
        veld.queryset = eigen.filter(actief=True) | eigen.filter(pk=self.instance.werkgever_id)
        veld.label, veld.empty_label = "Werkgever uit onze lijst", "Niet in onze lijst"
        self.fields["bij"].label = "Of de naam van een andere werkgever"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("werkgever") and not (data.get("bij") or "").strip():
            self.add_error("bij", _NIET_BIJ)
        return data


class SollicitatieForm(MetWerkgever):
    link = forms.URLField(
        label="Waar staat de vacature?",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Het adres van de webpagina, als er een is.",
    )

    class Meta:
        model = Sollicitatie
        fields: ClassVar = ["functie", "werkgever", "bij", "link", "deadline", "nota", "les"]
        widgets: ClassVar = {
            "deadline": Datumkiezer,
            "nota": forms.Textarea(attrs={"rows": 3}),
            "les": forms.Textarea(attrs={"rows": 3}),
        }
        labels: ClassVar = {"functie": "Welke job?"}
        help_texts: ClassVar = {
            "nota": "Wat vraagt de vacature? Wat bereiden we voor?",
            "les": "Wat ging goed, wat doen we de volgende keer anders?",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            del self.fields["les"]  # there is nothing to learn from what has not happened


class SollicitatiestapForm(forms.Form):
    naar = forms.ChoiceField(label="Wat is er gebeurd?", widget=forms.RadioSelect)
    op = forms.DateField(label="Datum", widget=Datumkiezer)
    nota = forms.CharField(label="Nota", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, sollicitatie: Sollicitatie, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(op=vandaag, versie=sollicitatie.versie)
        self.vandaag = vandaag
        veld_van(self, "naar", forms.ChoiceField).choices = [
            (stap.value, _ZINNEN[stap]) for stap in sollicitatie.volgende
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        dag, naar = data.get("op"), data.get("naar")
        if dag and naar and naar != Sollicitatiestatus.GESPREK and dag > self.vandaag:
            self.add_error("op", "Deze dag ligt in de toekomst. Alleen een gesprek kan je vooraf noteren.")
        elif dag and dag > plus_maanden(self.vandaag, MAX_MAANDEN_VOORUIT):
            self.add_error("op", "Kijk het jaar na: deze dag ligt heel ver weg.")
        return data


_ZINNEN = {
    Sollicitatiestatus.TE_VERSTUREN: "Toch opnieuw te versturen",
    Sollicitatiestatus.VERSTUURD: "De sollicitatie is verstuurd",
    Sollicitatiestatus.GESPREK: "Er is een gesprek (ook een tweede gesprek)",
    Sollicitatiestatus.AANGENOMEN: "Aangenomen",
    Sollicitatiestatus.AFGEWEZEN: "Afgewezen",
    Sollicitatiestatus.INGETROKKEN: "Ingetrokken: de cliënt gaat er niet mee verder",
}


class WerkgeverscontactForm(MetWerkgever):
    class Meta:
        model = Werkgeverscontact
        fields: ClassVar = [
            "op", "werkgever", "bij", "met", "sollicitatie", "maatregel_uitgelegd", "maatregel", "resultaat",
        ]  # fmt: skip
        widgets: ClassVar = {"op": Datumkiezer, "resultaat": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"sollicitatie": "Over welke sollicitatie?", "met": "Met wie sprak je?"}
        help_texts: ClassVar = {
            "maatregel": "Kies uit de lijst, of schrijf zelf.",
            "resultaat": "Vertel de werkgever niets over gezondheid of steun, en schrijf het hier niet op.",
        }

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra |= {"vandaag": vandaag}
        self.vandaag = vandaag
        namen, self.maatregelenregel = maatregelen_op(vandaag)
        self.maatregelen = list(namen.values())
        self.fields["maatregel"].widget.attrs["list"] = "maatregelen"
        veld: Any = self.fields["sollicitatie"]
        veld.queryset = Sollicitatie.objects.filter(client=self.instance.client).select_related("werkgever")
        veld.empty_label = "Niet over een bepaalde sollicitatie"
        if self.instance._state.adding:
            self.initial["op"] = vandaag

    def clean_op(self) -> date:
        dag: date = self.cleaned_data["op"]
        if dag > self.vandaag:
            raise forms.ValidationError("Deze dag ligt in de toekomst.")
        return dag

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("maatregel") and not data.get("maatregel_uitgelegd"):
            self.add_error("maatregel_uitgelegd", "Je schreef een maatregel. Legde je die ook uit? Vink het dan aan.")
        return data


class WerkstartForm(ContractForm):
    """The contract of a regular job, without the choice of a kind."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["soort"]
        self.fields["werkplek"].help_text = "Alleen als deze werkgever bij onze werkplekken staat."
        self.onthoud_begin()


class OpvolgingForm(VersieForm):
    opvolgen = forms.ChoiceField(label="Volgen we op na de start?", choices=Opvolgen, widget=forms.RadioSelect)

    class Meta:
        model = Opvolging
        fields: ClassVar = ["opvolgen", "reden", "volgende_op"]
        widgets: ClassVar = {"volgende_op": Datumkiezer}
        labels: ClassVar = {"volgende_op": "Volgend contact"}
        help_texts: ClassVar = {
            "reden": "Bijvoorbeeld: de werkgever wil het niet, of de cliënt vraagt het zelf.",
            "volgende_op": "Op deze dag vragen we hoe het gaat. Alleen als we opvolgen.",
        }

    def __init__(self, *args: Any, voorstel: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"voorstel": voorstel}
        if self.instance._state.adding and voorstel:
            self.initial["volgende_op"] = voorstel
        self.onthoud_begin()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("opvolgen") == Opvolgen.JA and not data.get("volgende_op") and "volgende_op" not in self.errors:
            self.add_error("volgende_op", "Kies de dag van het volgende contact.")
        return data


class CvForm(MetProfiel):
    profielvelden = ("jobdoelwit", "computer", "rijbewijs")
    jobdoelwit = profielveld(
        "jobdoelwit", label="Welk werk zoek je?", help_text="Dit komt onder je naam. Bijvoorbeeld: magazijnier."
    )
    rijbewijs = profielveld("rijbewijs")
    computer = profielveld("computer", widget=forms.Textarea(attrs={"rows": 2}))
    field_order = ["jobdoelwit", "profiel", "computer", "rijbewijs"]

    class Meta:
        model = Cv
        fields: ClassVar = [
            "profiel", "hobby",
            "toon_contact", "toon_adres", "toon_geboortedatum", "toon_hobby", "toon_sterktes", "noem_ocmw", "opmaak",
        ]  # fmt: skip
        widgets: ClassVar = {
            "profiel": forms.Textarea(attrs={"rows": 5}),
            "hobby": forms.Textarea(attrs={"rows": 2}),
            "opmaak": forms.RadioSelect,
        }
        labels: ClassVar = {
            "toon_contact": "Toon gsm en e-mail",
            "toon_adres": "Toon het adres",
            "toon_geboortedatum": "Toon de geboortedatum",
            "toon_hobby": "Toon de hobby's",
            "toon_sterktes": "Toon waar ik sterk in ben (uit het profiel)",
        }
        help_texts: ClassVar = {
            "profiel": "Twee of drie zinnen: wat kan je goed, wat zoek je?",
            "noem_ocmw": "Zonder dit vinkje komen woorden als OCMW, leefloon of art.60 niet op het cv.",
        }


class CvregelForm(VersieForm):
    """Labels fit the kind of row: a job, a training, a language."""

    class Meta:
        model = Cvregel
        fields: ClassVar = ["titel", "bij", "van_jaar", "tot_jaar", "nog_bezig", "tekst", "tonen"]
        widgets: ClassVar = {"tekst": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"vandaag": vandaag}
        self.jaar = vandaag.year
        soort = self.instance.soort
        if soort == Cvregelsoort.TAAL:
            for naam in ("bij", "van_jaar", "tot_jaar", "nog_bezig"):
                del self.fields[naam]
            self.fields["titel"].label, self.fields["tekst"].label = "Welke taal?", "Hoe goed?"
            self.fields["tekst"].widget = forms.TextInput()
        elif soort == Cvregelsoort.OPLEIDING:
            self.fields["titel"].label, self.fields["bij"].label = "Welke opleiding of welk diploma?", "School of land"
            self.fields["tekst"].label = "Wat leerde je?"
        else:
            self.fields["titel"].label, self.fields["bij"].label = "Welke functie?", "Bij welke werkgever?"
            self.fields["tekst"].label = "Welke taken deed je?"
            self.fields["tekst"].help_text = "Eén taak per regel leest het best."
        self.onthoud_begin()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for naam in ("van_jaar", "tot_jaar"):
            jaar = data.get(naam)
            if jaar is not None and not VROEGSTE_JAAR <= jaar <= self.jaar:
                self.add_error(naam, f"Vul een jaar in tussen {VROEGSTE_JAAR} en {self.jaar}.")
        van, tot = data.get("van_jaar"), data.get("tot_jaar")
        if van and tot and tot < van:
            self.add_error("tot_jaar", "Het einde ligt voor het begin.")
        if tot and data.get("nog_bezig"):
            self.add_error("nog_bezig", "Je vulde een einde in. Loopt dit nog? Maak dan het einde leeg.")
        return data
