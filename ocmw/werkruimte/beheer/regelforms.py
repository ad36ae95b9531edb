"""The form of a rule follows from its shape: one field per leaf, in a table where the value is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from ocmw.regels.actions import weigering_voor_dag
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.regels.vormen import Blad, Code, Getal, Getallenrij, JaNee, Kaart, Keuze, Tabel, Tekstenrij, Trappen, Velden
from ocmw.regels.vormen.blad import LEEG, Pad
from ocmw.ui.datumveld import Datumkiezer
from ocmw.ui.versie import Versie, VersieForm

SMALLE_TABEL = 4
_TITELS = ("vraag", "label", "naam", "code")


class GetallenrijField(forms.CharField):
    """90, 60, 30"""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        delen = [deel.strip() for deel in str(value or "").replace(";", ",").split(",") if deel.strip()]
        if not all(deel.isdecimal() and len(deel) < 7 for deel in delen):
            raise forms.ValidationError("Vul hele getallen in, met een komma ertussen: 90, 60, 30.")
        return [int(deel) for deel in delen]

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value


class TekstenrijField(forms.CharField):
    """One text per line."""

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, list) else [r.strip() for r in str(value or "").splitlines() if r.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value


def veldnaam(pad: Pad) -> str:
    return "__".join(("waarde", *pad))


def veld_voor(blad: Blad, *, verplicht: bool) -> forms.Field:
    vorm, kader = blad.vorm, {"class": "form-control"}
    extra: dict[str, Any] = {"label": blad.label, "required": False}
    if isinstance(vorm, JaNee):
        return forms.BooleanField(widget=forms.CheckboxInput({"class": "form-check-input"}), **extra)
    extra["required"] = verplicht and not getattr(vorm, "mag_leeg", False)
    if isinstance(vorm, Getal):
        grenzen: dict[str, Any] = {
            "min_value": vorm.minstens,
            "max_value": vorm.hoogstens,
            "help_text": vorm.veel,
            "error_messages": dict.fromkeys(("required", "invalid", "min_value", "max_value"), vorm.grenzen),
        }
        if vorm.centen:
            kader["inputmode"] = "decimal"
            return forms.DecimalField(
                widget=forms.TextInput(kader), decimal_places=2, localize=True, **grenzen, **extra
            )
        return forms.IntegerField(widget=forms.NumberInput(kader), **grenzen, **extra)
    extra["error_messages"] = {"required": "Vul dit in."}
    if isinstance(vorm, Keuze):
        # An empty row of a table must be able to stay empty: a browser always sends the first choice.
        keuzes = vorm.keuzes if verplicht else (("", "kies"), *vorm.keuzes)
        return forms.ChoiceField(widget=forms.Select({"class": "form-select"}), choices=keuzes, **extra)
    if isinstance(vorm, Code):
        return forms.CharField(widget=forms.TextInput(kader), max_length=100, **extra)
    if isinstance(vorm, Getallenrij):
        uitleg = f"{vorm.eenheid}, met een komma ertussen".strip(", ")
        return GetallenrijField(widget=forms.TextInput(kader), help_text=uitleg, **extra)
    if isinstance(vorm, Tekstenrij):
        return TekstenrijField(widget=forms.Textarea({**kader, "rows": 4}), help_text="één per regel", **extra)
    return forms.CharField(widget=forms.Textarea({**kader, "rows": 2}), max_length=500, **extra)


@dataclass(frozen=True)
class Veldrij:
    naam: str
    velden: Sequence[forms.BoundField]

    @property
    def titel(self) -> str:
        """What the row is about, in the words people know it by."""
        waarden = {veld.name.rsplit("__", 1)[-1]: veld.value() for veld in self.velden}
        return next((str(waarden[naam]) for naam in _TITELS if waarden.get(naam)), "")

    @property
    def fout(self) -> bool:
        return any(veld.errors for veld in self.velden)


class RegelconceptForm(VersieForm):
    geldig_van = forms.DateField(
        widget=Datumkiezer, label="Geldt vanaf", help_text="De versie die nu geldt, eindigt op deze dag."
    )

    class Meta:
        model = Regelconcept
        fields = ["geldig_van", "bron", "toelichting"]
        widgets = {"bron": forms.TextInput(), "toelichting": forms.Textarea({"rows": 2})}
        help_texts = {
            "bron": "Verplicht. Welke wet, omzendbrief of beslissing? Je mag een webadres toevoegen.",
            "toelichting": "In één zin: wat betekent deze regel?",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vorm = self.instance.beschrijving.vorm
        self.bladeren = {veldnaam(b.pad): b for b in self.vorm.bladeren(self.instance.waarde)}
        for naam, blad in self.bladeren.items():
            self.fields[naam] = veld_voor(blad, verplicht=not isinstance(self.vorm, Tabel))
        self.initial = {**self.initial, **self._plat(self.instance)}
        self.fields["bron"].required = True
        self.fields["bron"].error_messages["required"] = "Vul de bron in: waar staat deze regel?"
        self.onthoud_begin()

    def _plat(self, rij: Regelconcept) -> dict[str, Any]:
        return {veldnaam(pad): deel for pad, deel in self.vorm.plat(rij.waarde).items()}

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        waarden = super().huidige_waarden(actueel)
        if isinstance(actueel, Regelconcept) and hasattr(self, "bladeren"):
            waarden |= {naam: deel for naam, deel in self._plat(actueel).items() if naam in self.bladeren}
        return waarden

    def clean_geldig_van(self) -> Any:
        dag = self.cleaned_data["geldig_van"]
        if reden := weigering_voor_dag(self.instance.sleutel, dag):
            raise forms.ValidationError(reden)
        return dag

    def clean(self) -> dict[str, Any]:
        super().clean()
        # A field with an error has no value; its own sentence is enough.
        if not self.errors.keys() & self.bladeren.keys():
            self._zet_waarde()
        return self.cleaned_data

    def _zet_waarde(self) -> None:
        plat = {blad.pad: _kaal(self.cleaned_data.get(naam)) for naam, blad in self.bladeren.items()}
        if isinstance(self.vorm, Tabel):
            # A row left open is no row, not a row of mistakes.
            gevuld = {pad[:-1] for pad, deel in plat.items() if deel not in (*LEEG, False)}
            plat = {pad: deel for pad, deel in plat.items() if pad[:-1] in gevuld}
        codes: set[tuple[str, Any]] = set()
        for naam, blad in self.bladeren.items():
            if blad.pad not in plat:
                continue
            if reden := blad.vorm.weigering(plat[blad.pad]):
                self.add_error(naam, reden)
            elif isinstance(blad.vorm, Code):
                code = (blad.pad[-1], plat[blad.pad])
                if code in codes:
                    self.add_error(naam, "Deze code staat al in een andere rij. Kies een andere.")
                codes.add(code)
        if self.errors:
            return
        waarde = self.vorm.bouw(plat)
        if isinstance(self.vorm, Velden) and (reden := self.vorm.weigering_som(waarde)):
            self.add_error(veldnaam((self.vorm.som[0],)), reden)
        elif reden := self.vorm.weigering(waarde):
            self.add_error(None, reden)
        else:
            self.instance.waarde = waarde

    def te_bewaren(self) -> list[str]:
        """Fields of the row that hold something else than what was stored."""
        waarde = ["waarde"] if any(naam in self.bladeren for naam in self.gewijzigd()) else []
        return self.gewijzigde_velden() + waarde

    # --- for the template ----------------------------------------------------------------------
    @property
    def koppen(self) -> list[str]:
        """Heads when the value is a table; empty when it is not."""
        return [tekst for _, tekst, _ in self.vorm.kolommen.delen] if isinstance(self.vorm, Tabel | Kaart) else []

    @property
    def breed(self) -> bool:
        """Too many columns to fill in side by side."""
        return len(self.koppen) > SMALLE_TABEL

    @property
    def uitleg_tabel(self) -> str:
        if isinstance(self.vorm, Trappen):
            return "Van jong naar oud. Laat de leeftijd in de laatste rij leeg: die geldt voor alle andere leeftijden. Lege rijen vallen weg."
        return "Lege rijen vallen weg. Maak je een rij leeg, dan verdwijnt ze." if isinstance(self.vorm, Tabel) else ""

    @property
    def rijen(self) -> list[Veldrij]:
        rijen: dict[Pad, list[forms.BoundField]] = {}
        for naam, blad in self.bladeren.items():
            rijen.setdefault(blad.pad[:-1], []).append(self[naam])
        return [Veldrij(velden[0].label.split(":")[0], velden) for velden in rijen.values()]

    @property
    def waardevelden(self) -> list[forms.BoundField]:
        return [self[naam] for naam in self.bladeren]

    @property
    def vastevelden(self) -> list[forms.BoundField]:
        return [self[naam] for naam in ("geldig_van", "bron", "toelichting")]


def _kaal(waarde: Any) -> Any:
    """As JSON keeps it: whole amounts as a number, others as text that loses no cent."""
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == waarde.to_integral_value() else f"{waarde:.2f}"
    return waarde


class RegelBronForm(VersieForm):
    class Meta:
        model = Regelset
        fields = ["bron", "toelichting"]
        widgets = {"bron": forms.TextInput(), "toelichting": forms.Textarea({"rows": 3})}
        help_texts = {"bron": "Verbeter alleen een schrijffout of vul een webadres aan."}


class AanbiedForm(forms.Form):
    versie = forms.IntegerField(widget=forms.HiddenInput)


class PubliceerForm(AanbiedForm):
    terugwerkend = forms.BooleanField(
        required=False,
        label="Ik weet dat deze regel ook voor voorbije dagen geldt: berekeningen over die dagen veranderen.",
    )

    def __init__(self, *args: Any, in_het_verleden: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not in_het_verleden:
            del self.fields["terugwerkend"]
