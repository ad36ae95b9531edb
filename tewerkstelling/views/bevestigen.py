"""Two steps for whatever moves a date: first show what moves, then save exactly what was shown."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse

from ocmw.toegang.http import MedewerkerRequest
from ocmw.ui.opslaan import sla_op
from trajecten.twe.gevolgen import Gevolg


@dataclass(frozen=True)
class Voorbeeld:
    """What the page shows before saving. `code` comes back with the second POST and proves this was seen."""

    gevolgen: tuple[Gevolg, ...] = ()
    redenen: tuple[str, ...] = ()
    code: str = ""

    @property
    def verschoven(self) -> list[Gevolg]:
        return [gevolg for gevolg in self.gevolgen if gevolg.verandert]

    @property
    def gebleven(self) -> list[Gevolg]:
        return [gevolg for gevolg in self.gevolgen if not gevolg.verandert]

    @property
    def verschuift(self) -> bool:
        return bool(self.verschoven)


def voorbeeld(gevolgen: Sequence[Gevolg], redenen: Sequence[str] = ()) -> Voorbeeld:
    tekst = "\n".join(f"{g.wat}|{g.voor}|{g.na}" for g in gevolgen)
    return Voorbeeld(tuple(gevolgen), tuple(redenen), hashlib.sha256(tekst.encode()).hexdigest()[:16])


def is_gezien(request: MedewerkerRequest, wat: Voorbeeld) -> bool:
    """Nothing moves, or this very table stood on the page: a fact that changed since asks to look again."""
    return not wat.verschuift or request.POST.get("gezien") == wat.code


def sla_op_na_zien(
    request: MedewerkerRequest,
    form: forms.BaseForm,
    kijk: Callable[[], Voorbeeld],
    bewaar: Callable[[], Any],
    titel: str = "",
) -> tuple[Voorbeeld, bool, HttpResponse | None]:
    """What moves, and what sla_op() answers once that was seen: whether it is saved, and the merge page."""
    if not form.is_valid():
        return Voorbeeld(), False, None
    vooraf = kijk()
    if not is_gezien(request, vooraf):
        return vooraf, False, None
    return vooraf, *sla_op(request, form, bewaar, titel)
