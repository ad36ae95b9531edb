"""The five steps of the doorverwijsbundel, and the answer to it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms

from clienten.enums import Antwoord, Statuut
from clienten.forms import CollegaVeld
from clienten.models import wie_kan_volgen
from clienten.profiel.forms import UitProfiel
from ocmw.kalender.klok import nu, vandaag
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht, Rol
from ocmw.ui.datumveld import Datumkiezer, Momentkiezer
from ocmw.ui.velden import veld_van
from ocmw.ui.versie import Versie, VersieForm
from trajecten.eenkeer import BUNDEL_IN_PROFIEL
from trajecten.enums import AFGESCHERMDE_VOORWAARDEN, Doorverwijsstatus, Voorwaarde
from trajecten.forms.vdab import keur_vdab, neem_vdab_uit_profiel
from trajecten.models import Doorverwijzing, Voorwaardeantwoord

GEEN_GEZONDHEID = "Schrijf hier niets over ziekte of verslaving. Dat hoort bij de gegevens, afgeschermd."


def _vak(rijen: int = 5) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rijen})


class StapForm(VersieForm):
    """A step of a draft: everything may stay empty until sending. `lezer` fills it in: what is shielded from them is not asked."""

    def __init__(self, *args: Any, lezer: Medewerker, **kwargs: Any) -> None:
        self.ziet_afgeschermd = lezer.mag(Recht.AFGESCHERMD_LEZEN)
        super().__init__(*args, **kwargs)
        self.extra = {"lezer": lezer}

    def voorwaarden(self) -> Sequence[Voorwaardeantwoord]:
        return ()


class SituatieForm(StapForm):
    class Meta:
        model = Doorverwijzing
        fields: ClassVar = ["situatie", "hulpverleningsplan"]
        widgets: ClassVar = {"situatie": _vak(), "hulpverleningsplan": _vak()}
        help_texts: ClassVar = {"situatie": GEEN_GEZONDHEID}


class VoorwaardenForm(StapForm):
    """Each condition: ja, nee or onbekend, a note and a date."""

    class Meta:
        model = Doorverwijzing
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gevraagd = [een for een in Voorwaarde if self.ziet_afgeschermd or een not in AFGESCHERMDE_VOORWAARDEN]
        for code, label in [(een.value, een.label) for een in self.gevraagd]:
            self.fields[f"{code}_antwoord"] = forms.ChoiceField(
                label=label, choices=Antwoord, widget=forms.RadioSelect, initial=self._voorstel(code)
            )
            self.fields[f"{code}_nota"] = forms.CharField(label="Nota", max_length=300, required=False)
            self.fields[f"{code}_op"] = forms.DateField(label="Nagekeken op", widget=Datumkiezer, initial=vandaag)
        if Voorwaarde.RANDVOORWAARDEN in self.gevraagd:
            self.fields[f"{Voorwaarde.RANDVOORWAARDEN}_nota"].help_text = GEEN_GEZONDHEID
        for naam, waarde in self.huidige_waarden(self.instance).items():
            self.initial[naam] = waarde
        self.onthoud_begin()

    def _voorstel(self, code: str) -> str:
        """What the file already knows; everything else starts as unknown."""
        met_steun = {Statuut.LEEFLOON, Statuut.EQUIVALENT, Statuut.ANDERE_HULP}
        if code == Voorwaarde.STEUN and self.instance.client.statuut in met_steun:
            return Antwoord.JA
        return Antwoord.ONBEKEND

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden: dict[str, Any] = {}
        for rij in Voorwaardeantwoord.objects.filter(doorverwijzing=actueel.pk):
            waarden |= {
                f"{rij.voorwaarde}_antwoord": rij.antwoord,
                f"{rij.voorwaarde}_nota": rij.nota,
                f"{rij.voorwaarde}_op": rij.op,
            }
        return {naam: waarde for naam, waarde in waarden.items() if naam in self.fields}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for code in self.gevraagd:
            if (op := data.get(f"{code}_op")) and op > vandaag():
                self.add_error(f"{code}_op", "Deze dag ligt in de toekomst.")
        return data

    def voorwaarden(self) -> list[Voorwaardeantwoord]:
        data = self.cleaned_data
        return [
            Voorwaardeantwoord(
                voorwaarde=code, antwoord=data[f"{code}_antwoord"], nota=data[f"{code}_nota"], op=data[f"{code}_op"]
            )
            for code in self.gevraagd
        ]

    def groepen(self) -> list[tuple[str, list[forms.BoundField]]]:
        """For the page: one box per condition."""
        return [
            (str(voorwaarde.label), [self[f"{voorwaarde}_{deel}"] for deel in ("antwoord", "nota", "op")])
            for voorwaarde in self.gevraagd
        ]


class ErvaringForm(UitProfiel, StapForm):
    profielkaart: ClassVar = BUNDEL_IN_PROFIEL

    class Meta:
        model = Doorverwijzing
        fields: ClassVar = [
            "opleiding", "werkervaring", "talen", "vdab_ingeschreven", "vdab_sinds", "vdab_hulp_nodig",
        ]  # fmt: skip
        widgets: ClassVar = {
            "opleiding": _vak(),
            "werkervaring": _vak(),
            "talen": _vak(4),
            "vdab_ingeschreven": forms.RadioSelect,
            "vdab_sinds": Datumkiezer,
        }
        help_texts: ClassVar = {
            "vdab_ingeschreven": "VDAB is de Vlaamse Dienst voor Arbeidsbemiddeling.",
            "vdab_hulp_nodig": "Als je de bundel verstuurt, komt er een actie met een datum in het plan.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        neem_vdab_uit_profiel(self, self._profiel)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        keur_vdab(self, data, vdab="vdab_ingeschreven", sinds="vdab_sinds", hulp="vdab_hulp_nodig")
        return data


class WensenForm(UitProfiel, StapForm):
    profielkaart: ClassVar = BUNDEL_IN_PROFIEL

    class Meta:
        model = Doorverwijzing
        fields: ClassVar = ["wensen", "beperkingen"]
        widgets: ClassVar = {"wensen": _vak(), "beperkingen": _vak()}
        help_texts: ClassVar = {"beperkingen": GEEN_GEZONDHEID}


class AkkoordForm(StapForm):
    aan = CollegaVeld(
        label="Aan wie stuur je de bundel?",
        queryset=Medewerker.objects.none(),
        required=False,
        help_text="Het team: elke trajectbegeleider van je OCMW ziet hem. Een collega van een ander OCMW kies je bij "
        "naam; zij kan het dossier openen zodra je verstuurt.",
    )

    class Meta:
        model = Doorverwijzing
        fields: ClassVar = ["mw_akkoord_op", "client_akkoord_op", "aan"]
        widgets: ClassVar = {"mw_akkoord_op": Datumkiezer, "client_akkoord_op": Datumkiezer}
        labels: ClassVar = {
            "mw_akkoord_op": "Ik heb de bundel nagelezen op",
            "client_akkoord_op": "De cliënt las de bundel met mij na en gaat akkoord op",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        client = self.instance.client
        veld = veld_van(self, "aan", CollegaVeld)
        veld.queryset = wie_kan_volgen(client, Rol.ATB, op=vandaag())
        veld.eigen_ocmw_id = client.ocmw_id
        veld.empty_label = f"Het team van {client.ocmw}"
        veld.widget.choices = veld.choices

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for naam in ("mw_akkoord_op", "client_akkoord_op"):
            if (dag := data.get(naam)) and dag > vandaag():
                self.add_error(naam, "Deze dag ligt in de toekomst.")
        return data


STAPPEN: tuple[tuple[str, type[StapForm]], ...] = (
    ("Situatie", SituatieForm),
    ("Voorwaarden", VoorwaardenForm),
    ("Ervaring, talen en VDAB", ErvaringForm),
    ("Wensen en grenzen", WensenForm),
    ("Akkoord", AkkoordForm),
)


_BESLUITEN = [
    (Doorverwijsstatus.AANVAARD, "Aanvaarden: ik begeleid deze cliënt"),
    (Doorverwijsstatus.AANVULLING, "Aanvulling vragen"),
    (Doorverwijsstatus.AFGEWEZEN, "Afwijzen"),
]


class BundelantwoordForm(forms.Form):
    besluit = forms.TypedChoiceField(
        label="Wat doe je met deze doorverwijzing?",
        choices=_BESLUITEN,
        coerce=Doorverwijsstatus,
        widget=forms.RadioSelect,
    )
    antwoord = forms.CharField(
        label="Bericht aan wie doorverwees",
        widget=_vak(4),
        required=False,
        help_text="Verplicht bij een aanvulling of afwijzing: wat heb je nog nodig, of waarom niet en wat wel?",
    )
    coach = CollegaVeld(
        label="Wie wordt trajectbegeleider?",
        queryset=Medewerker.objects.none(),
        required=False,
        empty_label="Kies een collega",
    )
    afspraak_op = forms.SplitDateTimeField(label="Eerste gesprek op", required=False, widget=Momentkiezer)
    afspraak_plaats = forms.CharField(label="Waar", max_length=120, required=False)

    def __init__(self, *args: Any, bundel: Doorverwijzing, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if medewerker.rol == Rol.ATB:
            del self.fields["coach"]
            return
        aanvaard = (Doorverwijsstatus.AANVAARD, "Aanvaarden voor een trajectbegeleider")
        veld_van(self, "besluit", forms.ChoiceField).choices = [aanvaard, *_BESLUITEN[1:]]
        veld = veld_van(self, "coach", CollegaVeld)
        veld.queryset = wie_kan_volgen(bundel.client, Rol.ATB, op=vandaag())
        veld.eigen_ocmw_id = bundel.client.ocmw_id
        veld.initial = bundel.aan_id

    def clean_afspraak_op(self) -> datetime | None:
        moment: datetime | None = self.cleaned_data["afspraak_op"]
        if moment and moment < nu():
            raise forms.ValidationError("Dit moment is al voorbij.")
        return moment

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        besluit = data.get("besluit")
        if besluit in {Doorverwijsstatus.AANVULLING, Doorverwijsstatus.AFGEWEZEN} and not data.get("antwoord"):
            zin = "Schrijf wat je nog nodig hebt." if besluit == Doorverwijsstatus.AANVULLING else "Schrijf waarom."
            self.add_error("antwoord", zin)
        if besluit == Doorverwijsstatus.AANVAARD and "coach" in self.fields and not data.get("coach"):
            self.add_error("coach", "Kies wie de cliënt als trajectbegeleider volgt.")
        return data


def volledigheid(bundel: Doorverwijzing) -> list[bool]:
    """Which of the five steps hold something."""
    return [
        bool(bundel.situatie or bundel.hulpverleningsplan),
        bundel.voorwaarden.exists(),
        bool(bundel.opleiding or bundel.werkervaring or bundel.talen) or bundel.vdab_ingeschreven != Antwoord.ONBEKEND,
        bool(bundel.wensen or bundel.beperkingen),
        _bevestigd(bundel.mw_akkoord_op, bundel.client_akkoord_op),
    ]


def _bevestigd(mw: date | None, client: date | None) -> bool:
    return mw is not None and client is not None
