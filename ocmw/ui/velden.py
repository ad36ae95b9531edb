"""A field of a form as the kind of field it is; `form.fields[naam]` says only that it is one."""

from typing import TypeVar

from django import forms

V = TypeVar("V", bound=forms.Field)


def veld_van(form: forms.BaseForm, naam: str, soort: type[V]) -> V:
    """The field `naam`, to give it its choices or rows. Raises TypeError when the form has another kind there."""
    veld = form.fields[naam]
    if not isinstance(veld, soort):
        raise TypeError(f"{naam} van {type(form).__name__} is een {type(veld).__name__}, geen {soort.__name__}")
    return veld
