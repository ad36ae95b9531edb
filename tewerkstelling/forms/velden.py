"""Fields these forms share: numbers in any usual spelling, choices kept as a list, people and places to tick."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms

from ocmw.ui.versie import Versie, VersieForm


class NummerVeld(forms.CharField):
    """Reads with `lees`, shows with `toon`; equal numbers in another spelling are no change."""

    def __init__(self, *args: Any, lees: Any, toon: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=40, required=False, **kwargs)
        self.lees, self.toon = lees, toon
        self.widget.attrs |= {"autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        return self.toon(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        if not tekst:
            return ""
        gelezen = self.lees(tekst)
        if not gelezen.geldig:
            raise forms.ValidationError(gelezen.reden)
        return str(getattr(gelezen, "genormaliseerd", "") or getattr(gelezen, "e164", ""))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self._kaal(initial) != self._kaal(data)

    def _kaal(self, tekst: Any) -> str:
        try:
            return self.clean(tekst)
        except forms.ValidationError:
            return str(tekst or "").strip()


class Getalveld(forms.DecimalField):
    """Shows 38 and 28,5 as people write them, not 38,00."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
        return value


class Klokkiezer(forms.TimeInput):
    """The browser's own clock; it posts 07:30 whatever the language of the reader."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class Vinkjes(forms.MultipleChoiceField):
    """Codes of a fixed list, stored as a list in the order of that list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, required=False, widget=forms.CheckboxSelectMultiple, **kwargs)


class Rijvinkjes(forms.ModelMultipleChoiceField):
    """Rows to tick. The value is a list, so the merge page can put two of them side by side."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, required=False, widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value: Any) -> Any:
        return list(super().clean(value))


class Velddeel:
    """Some fields of a form under one heading, for `tewerkstelling/_formulier.html`."""

    def __init__(self, titel: str, velden: Sequence[forms.BoundField]) -> None:
        self.titel, self.velden = titel, velden


class TotEnMetForm(VersieForm):
    """The screen asks the last day (`laatste_dag`); the row keeps the day after it, in `tot_kolom`."""

    tot_kolom = "tot"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["laatste_dag"] = self._laatste_dag(self.instance)
        self.onthoud_begin()

    def _laatste_dag(self, rij: Versie) -> date | None:
        tot: date | None = getattr(rij, self.tot_kolom)
        return tot - timedelta(days=1) if tot else None

    def huidige_waarden(self, actueel: Versie) -> dict[str, Any]:
        return super().huidige_waarden(actueel) | {"laatste_dag": self._laatste_dag(actueel)}

    def gewijzigde_velden(self) -> list[str]:
        velden = super().gewijzigde_velden()
        return [*velden, self.tot_kolom] if "laatste_dag" in self.gewijzigd() else velden

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        laatste = data.get("laatste_dag")
        if "laatste_dag" not in self.errors:
            setattr(self.instance, self.tot_kolom, laatste + timedelta(days=1) if laatste else None)
        return data
