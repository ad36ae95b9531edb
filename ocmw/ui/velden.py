"""Fields that forms of every room share: numbers as people write them, choices kept as a list, rows to tick, a last day."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from django import forms

from ocmw.ui.versie import Versie, VersieForm

V = TypeVar("V", bound=forms.Field)


def veld_van(form: forms.BaseForm, naam: str, soort: type[V]) -> V:
    """The field `naam` as the kind of field it is, where `form.fields[naam]` says only that it is one: to give it its choices
    or rows. Raises TypeError when the form has another kind there."""
    veld = form.fields[naam]
    if not isinstance(veld, soort):
        raise TypeError(f"{naam} van {type(form).__name__} is een {type(veld).__name__}, geen {soort.__name__}")
    return veld


class Getalveld(forms.DecimalField):
    """Shows 38 and 28,5 as people write them, not 38,00."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
        return value


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
    """Some fields of a form under one heading, for the template that draws them in parts."""

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
