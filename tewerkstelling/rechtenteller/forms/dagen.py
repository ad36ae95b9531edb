"""A mistyped year is the commonest wrong date: nobody plans or remembers a contract that far away."""

from datetime import date

from django import forms

from ocmw.kalender.maanden import plus_maanden

VROEGST = date(1960, 1, 1)
MAX_JAREN_VOORUIT = 10


def redelijk(dag: date | None, op: date) -> date | None:
    """The same day; raises ValidationError when the year cannot be meant."""
    if dag and not VROEGST <= dag <= plus_maanden(op, MAX_JAREN_VOORUIT * 12):
        raise forms.ValidationError("Kijk het jaar na: deze dag ligt heel ver weg.")
    return dag
