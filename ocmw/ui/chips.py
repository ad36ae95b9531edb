"""Quick filters above a list, and the addresses they lead to: the filters of this page with something changed."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

Chip = dict[str, Any]  # what components/filterchips.html prints


def adres_met(request: HttpRequest, pad: str = "", /, **wijzigingen: Any) -> str:
    """This page, or `pad`, with other query parameters; None or an empty text takes one out."""
    vraag = request.GET.copy()
    for naam, waarde in wijzigingen.items():
        vraag.pop(naam, None)
        if waarde is not None and waarde != "":
            vraag[naam] = str(waarde)
    return f"{pad or request.path}?{vraag.urlencode()}" if vraag else pad or request.path


def chips(
    request: HttpRequest,
    naam: str,
    keuzes: Iterable[tuple[str, str, int]],
    *,
    gekozen: str | None = None,
    wisselt: bool | str = False,
    zonder: tuple[str, ...] = (),
    plafond: int = 0,
) -> list[Chip]:
    """One per (code, label, count) of `keuzes`, each the list with `naam` on that code and from its first page.

    `gekozen` is the code in force, by default that of the address. `wisselt`: the chip that is on leads back to the list
    without it, or with this value where nothing at all means something else. `zonder`: other parameters that go. A count
    above `plafond` was not counted further.
    """
    nu = request.GET.get(naam, "") if gekozen is None else gekozen
    weg = wisselt if isinstance(wisselt, str) else None
    vervalt: dict[str, Any] = dict.fromkeys(("pagina", *zonder))
    return [
        {
            "naam": naam,
            "label": label,
            "aan": code == nu,
            "aantal": f"{plafond}+" if plafond and aantal > plafond else aantal,
            "url": adres_met(request, **{**vervalt, naam: weg if wisselt and code == nu else code}),
        }
        for code, label, aantal in keuzes
    ]
