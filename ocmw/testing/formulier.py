"""What a browser would post: every field of a form as the page shows it."""

from typing import Any

from django import forms


def velden_van(form: forms.BaseForm, **anders: Any) -> dict[str, Any]:
    """The values the page shows, with what the user changes laid over them (None leaves a field out)."""
    data: dict[str, Any] = {}
    for veld in form:
        waarde = veld.value()
        if callable(waarde):
            waarde = waarde()
        if isinstance(veld.field, forms.BooleanField):
            if waarde:
                data[veld.html_name] = "on"
        elif isinstance(waarde, list):
            data[veld.html_name] = waarde
        else:
            data[veld.html_name] = "" if waarde is None else str(waarde)
    data |= anders
    return {naam: waarde for naam, waarde in data.items() if waarde is not None}
