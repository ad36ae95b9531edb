"""Save a form, the one way: what moves is shown first when it moves something, a colleague who saved first becomes the merge
page, a refusal a sentence on the form with all that was typed."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse

from ocmw.ui.bewaring import begin_bewaren
from ocmw.ui.versie import IntussenGewijzigd, VersieForm, toon_samenvoegen
from ocmw.ui.weigering import Geweigerd

Opgeslagen = tuple[bool, HttpResponse | None]


class Verandering(Protocol):
    """One line of the before-and-after table; an empty text means: not there."""

    @property
    def wat(self) -> str: ...
    @property
    def voor(self) -> str: ...
    @property
    def na(self) -> str: ...


@dataclass(frozen=True)
class Voorbeeld:
    """What the page shows before saving. `code` comes back with the second POST and proves this was seen; `altijd` for what
    is shown also when nothing moves."""

    gevolgen: tuple[Verandering, ...] = ()
    redenen: tuple[str, ...] = ()
    code: str = ""
    altijd: bool = False

    @property
    def verschoven(self) -> list[Verandering]:
        return [gevolg for gevolg in self.gevolgen if gevolg.voor != gevolg.na]

    @property
    def gebleven(self) -> list[Verandering]:
        return [gevolg for gevolg in self.gevolgen if gevolg.voor == gevolg.na]

    @property
    def verschuift(self) -> bool:
        return bool(self.verschoven)


def voorbeeld(gevolgen: Sequence[Verandering], redenen: Sequence[str] = ()) -> Voorbeeld:
    tekst = "\n".join(f"{g.wat}|{g.voor}|{g.na}" for g in gevolgen)
    return Voorbeeld(tuple(gevolgen), tuple(redenen), hashlib.sha256(tekst.encode()).hexdigest()[:16])


def sla_op(
    request: HttpRequest,
    form: forms.BaseForm,
    bewaar: Callable[[], Any],
    titel: str = "",
    *,
    kijk: Callable[[], Voorbeeld] | None = None,
    botst: Callable[[IntussenGewijzigd], HttpResponse] | None = None,
    bij: str | None = None,
) -> Opgeslagen:
    """Whether it is saved; and the merge page, headed `titel`, when somebody else saved in between.

    `bewaar` runs only for a valid form, and only after what `kijk` says was seen: it stands on `form.vooraf` for the page,
    and a fact that changed since asks to look again. A form of a row that nobody else can have changed needs no `titel`;
    a page that answers a conflict in its own way gives `botst`. A refusal stands at field `bij`, or above the form.
    """
    if not form.is_valid():
        return False, None
    if kijk:
        vooraf = kijk()
        form.vooraf = vooraf  # type: ignore[attr-defined]  # for the template, beside the errors of this form
        if (vooraf.verschuift or vooraf.altijd) and request.POST.get("gezien") != vooraf.code:
            return False, None
    begin_bewaren(request)
    try:
        bewaar()
    except IntussenGewijzigd as conflict:
        if botst:
            return False, botst(conflict)
        if not isinstance(form, VersieForm):
            raise
        return False, toon_samenvoegen(request, form, conflict, titel)
    except Geweigerd as weigering:
        form.add_error(bij, weigering.reden)
    except ValidationError as fout:
        bekend = set(getattr(fout, "error_dict", {})) <= {*form.fields, NON_FIELD_ERRORS}
        form.add_error(None, fout if bekend else fout.messages)
    return not form.errors, None
