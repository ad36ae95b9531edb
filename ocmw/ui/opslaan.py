"""Save a form: a colleague who saved first becomes the merge page, a refusal a sentence on the form with all that was typed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from ocmw.ui.bewaring import begin_bewaren
from ocmw.ui.versie import IntussenGewijzigd, VersieForm, toon_samenvoegen
from ocmw.ui.weigering import Geweigerd


def sla_op(
    request: HttpRequest, form: forms.BaseForm, bewaar: Callable[[], Any], titel: str = ""
) -> tuple[bool, HttpResponse | None]:
    """Whether it is saved; and the merge page, headed `titel`, when somebody else saved in between.

    `bewaar` runs only for a valid form. A form of a row that nobody else can have changed needs no `titel`.
    """
    if not form.is_valid():
        return False, None
    begin_bewaren(request)
    try:
        bewaar()
    except IntussenGewijzigd as conflict:
        if not isinstance(form, VersieForm):
            raise
        return False, toon_samenvoegen(request, form, conflict, titel)
    except Geweigerd as weigering:
        form.add_error(None, weigering.reden)
    except ValidationError as fout:
        form.add_error(None, fout.messages)
    return not form.errors, None
