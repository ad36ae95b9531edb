"""How a field of a form looks: its width by what it means, its unit, and whether it may stay empty (docs/adr/0050)."""

import re
from enum import StrEnum

from django import forms


class Veldmaat(StrEnum):
    """The four widths; the sizes stand in the style sheet."""

    KORT = "kort"  # 6rem: a number, a code of a few signs
    DATUM = "datum"  # 9rem, and the button of the calendar
    NAAM = "naam"  # 24rem: a name, a choice, one line
    TEKST = "tekst"  # 72 characters: something to read


KORTSTE_NAAM = 12  # a text of at most this many signs is a code, not a name
# A unit is the last word of a label, in brackets: "Budget (euro)". The screen shows it in the field.
EENHEID = re.compile(r"\s*\((euro|minuten|uren|dagen|maanden|kilometer|%)\)$")
KEUZES = (forms.CheckboxSelectMultiple, forms.RadioSelect)


def maat_van(veld: forms.Field) -> Veldmaat:
    if isinstance(veld.widget, (forms.Textarea, *KEUZES)):
        return Veldmaat.TEKST
    if isinstance(veld, (forms.DateField, forms.TimeField)):
        return Veldmaat.DATUM
    if isinstance(veld, forms.IntegerField) and not isinstance(veld.widget, forms.Select):
        return Veldmaat.KORT
    lengte = getattr(veld, "max_length", None)
    if lengte and lengte <= KORTSTE_NAAM and not isinstance(veld.widget, forms.Select):
        return Veldmaat.KORT
    return Veldmaat.NAAM


def zonder_eenheid(label: str) -> str:
    return EENHEID.sub("", label)


def eenheid_in(label: str) -> str:
    gevonden = EENHEID.search(label)
    return gevonden[1] if gevonden else ""


def mag_leeg(veld: forms.BoundField) -> bool:
    """Whether the label says so. Not for ticks and round choices, where none is an answer, and not in a form where everything may stay
    empty: there the page says it once."""
    if veld.field.required or isinstance(veld.field.widget, KEUZES):
        return False
    return any(ander.required for ander in veld.form.fields.values() if not ander.widget.is_hidden)
