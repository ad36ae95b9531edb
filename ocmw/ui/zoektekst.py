"""What somebody types in a search box never stands in an address: there the history, the log of the webserver, the
Referer and a copied link would keep an INSZ or a name.

A search form posts to its own page; each typed field is called `zoek-<naam>`. What was typed goes to the session, which lives
in the database, and the browser is sent to the same page with the coded filters and `?z=<code>`. So paging, sorting, an export,
the back button and "vernieuw" work as with any address, and a code says nothing in another session.

    {% zoekveld "q" %}                          the attributes of the <input>
    SomeFilter(zoekvraag(request), ...)         the coded filters of the address, with what was typed
"""

import secrets
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect

VOORVOEGSEL = "zoek-"
CODE = "z"
SESSIE = "zoekteksten"
# What the typed fields are called once read; in an address they are dropped, so that an old bookmark leaks no further.
VELDEN = ("q", "taal")
MEESTE_TEKSTEN, MEESTE_TEKENS = 30, 200
_NIET_IN_ADRES = ("csrfmiddlewaretoken", "pagina", CODE, *VELDEN)


class ZoektekstMiddleware:
    """Takes the posts of search forms, on whatever page they stand, and takes typed text out of old addresses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method == "GET" and any(naam in request.GET for naam in VELDEN):
            vraag = request.GET.copy()
            for naam in VELDEN:
                vraag.pop(naam, None)
            return redirect(_adres(request, vraag))
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """After the check of the form token and of the login."""
        if request.method != "POST" or not any(naam.startswith(VOORVOEGSEL) for naam in request.POST):
            return None
        vraag, teksten = QueryDict(mutable=True), {}
        for naam, waarden in request.POST.lists():
            if naam.startswith(VOORVOEGSEL):
                teksten[naam.removeprefix(VOORVOEGSEL)] = waarden[-1].replace("\x00", "").strip()[:MEESTE_TEKENS]
            elif naam not in _NIET_IN_ADRES:
                vraag.setlist(naam, waarden)
        if any(teksten.values()):
            vraag[CODE] = _bewaar(request, teksten)
        return redirect(_adres(request, vraag))


def _adres(request: HttpRequest, vraag: QueryDict) -> str:
    return f"{request.path}?{vraag.urlencode()}" if vraag else request.path


def _bewaar(request: HttpRequest, teksten: dict[str, str]) -> str:
    """The code under which the session keeps these texts; the same texts keep their code, the oldest make room."""
    bewaard: dict[str, dict[str, str]] = request.session.get(SESSIE, {})
    code = next((code for code, eerder in bewaard.items() if eerder == teksten), None) or secrets.token_urlsafe(6)
    recent = {**{eerder: tekst for eerder, tekst in bewaard.items() if eerder != code}, code: teksten}
    request.session[SESSIE] = dict(list(recent.items())[-MEESTE_TEKSTEN:])
    return code


def zoekteksten(request: HttpRequest) -> dict[str, str]:
    """What was typed for this page, by field; nothing for a code of another session or of before the last login."""
    code = request.GET.get(CODE)
    gevonden: dict[str, str] = request.session.get(SESSIE, {}).get(code, {}) if code else {}
    return gevonden


def zoekvraag(request: HttpRequest) -> QueryDict:
    """The coded filters of the address together with what was typed: what a filter reads."""
    vraag = request.GET.copy()
    for naam, tekst in zoekteksten(request).items():
        vraag[naam] = tekst
    return vraag


def is_vergeten(request: HttpRequest) -> bool:
    """The address says that something was typed, but this session does not know it (any more)."""
    return CODE in request.GET and not zoekteksten(request)
