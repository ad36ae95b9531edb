"""Days and hours as people type them: a text field that reads the same in every browser, whatever its language.

The native fields follow the language of the browser, so a PC in English shows 01/23/2027 beside "23/01/2027" and 04:00 PM
beside "16:00". `static/js/datum.js` adds the calendar, and says the day in words while somebody types.
"""

from datetime import date
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import afstand, dag_in_woorden

VORM = "%d/%m/%Y"


class Datumkiezer(forms.DateInput):
    """`dd/mm/jjjj` with a calendar button, and the day in words behind it: vr 14 mei 2027 (over 12 dagen).

    `min` and `max` among its attrs are ISO days, both inclusive; they bound the calendar, the form itself says no.
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format=VORM)

    def format_value(self, value: Any) -> str | None:
        """A day that came as ISO text (an address, an old draft) reads as any other; what is no day stays as typed."""
        return super().format_value(_als_dag(value) or value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        eigen = context["widget"]["attrs"]
        for grens in ("min", "max"):
            if grens in eigen:
                eigen[f"data-{grens}"] = eigen.pop(grens)
        eigen |= {"data-datum": True, "placeholder": "dd/mm/jjjj", "autocomplete": "off", "inputmode": "numeric"}
        return context

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        dag = _als_dag(value)
        return format_html(
            '<div class="datumkiezer">{}<button type="button" class="btn btn-outline-secondary" data-kalender hidden'
            ' aria-label="Kies een dag in de kalender"><i class="bi bi-calendar3" aria-hidden="true"></i></button>'
            '<span class="echo" data-echo aria-live="polite">{}</span></div>',
            super().render(name, value, attrs, renderer),
            echo(dag) if dag else "",
        )


class Uurkiezer(forms.TimeInput):
    """`uu:mm`; 9u30 and 930 become 09:30 when the field is left."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        eigen = {"data-uur": True, "placeholder": "uu:mm", "autocomplete": "off", "inputmode": "numeric"}
        super().__init__(attrs=eigen | (attrs or {}), format="%H:%M")


class Momentkiezer(forms.SplitDateTimeWidget):
    """A day and an hour beside each other, for a SplitDateTimeField."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        forms.MultiWidget.__init__(self, (Datumkiezer(), Uurkiezer()), attrs)


def echo(dag: date) -> str:
    """What stands behind the field; static/js/datum.js says the same, a browser test compares the two."""
    return f"{dag_in_woorden(dag)} ({afstand(dag, vandaag())})"


def _als_dag(waarde: Any) -> date | None:
    if isinstance(waarde, date):
        return waarde
    try:
        return forms.DateField().to_python(waarde) if isinstance(waarde, str) else None
    except forms.ValidationError:
        return None
