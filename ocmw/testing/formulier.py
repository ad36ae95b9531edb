"""What a browser would post: every field of a form as the page shows it."""

from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.test import Client as Browser

from ocmw.ui.zoektekst import VELDEN, VOORVOEGSEL


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


def zoek(browser: Browser, adres: str, vraag: dict[str, Any] | None = None) -> HttpResponse:
    """The page after somebody filled in its search form; `adres` may carry filters: /clienten/?stap=11&q=celik."""
    pad, _, staart = adres.partition("?")
    velden = {"q": "", **QueryDict(staart).dict(), **(vraag or {})}
    post = {f"{VOORVOEGSEL}{naam}" if naam in VELDEN else naam: waarde for naam, waarde in velden.items()}
    return browser.post(pad, post, follow=True)
