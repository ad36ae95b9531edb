"""Save a form of this app: a conflict becomes the merge page, a refusal a sentence on the form."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse

from ocmw.toegang.http import MedewerkerRequest
from ocmw.ui.versie import IntussenGewijzigd, VersieForm, toon_samenvoegen
from ocmw.ui.weigering import Geweigerd


def sla_op(
    request: MedewerkerRequest, form: VersieForm, bewaar: Callable[[], Any], titel: str
) -> tuple[bool, HttpResponse | None]:
    """Whether it is saved; and the merge page when somebody else saved in between."""
    if not form.is_valid():
        return False, None
    try:
        bewaar()
    except IntussenGewijzigd as conflict:
        return False, toon_samenvoegen(request, form, conflict, titel)
    except Geweigerd as weigering:
        form.add_error(None, weigering.reden)
    except ValidationError as fout:
        form.add_error(None, fout.messages)
    return not form.errors, None
