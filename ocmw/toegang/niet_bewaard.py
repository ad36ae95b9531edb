"""A form that arrives when it cannot be saved: the session ended, or the token of the page is too old.

Answered with what was typed, so that nobody has to write it twice. Nothing of it is stored: at this door stands
somebody we do not know.
"""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

# Bookkeeping of a form, by the last part of its name.
BOEKHOUDING = {"csrfmiddlewaretoken", "versie", "begin", "formuliersleutel", "automatisch"}
_GEHEIM = re.compile(r"password|passwd|wachtwoord|geheim|secret|token", re.IGNORECASE)
# A number, a date or the code of a choice: sent by the form, but nobody wrote it.
_KEUZE = re.compile(r"[\d\W]*|[a-z_]{1,20}")
MAX_RIJEN = 14


@dataclass(frozen=True)
class Getypt:
    naam: str
    tekst: str

    @property
    def is_keuze(self) -> bool:
        return _KEUZE.fullmatch(self.tekst) is not None

    @property
    def rijen(self) -> int:
        return min(MAX_RIJEN, sum(1 + len(regel) // 80 for regel in self.tekst.splitlines()) or 1)


def getypt(request: HttpRequest) -> list[Getypt]:
    """What the fields held, the written words first; nothing that is secret, and nothing another site sent along."""
    if request.method != "POST" or not _van_onze_pagina(request):
        return []
    velden = []
    for sleutel, waarden in request.POST.lists():
        if sleutel.rsplit("-", 1)[-1] in BOEKHOUDING or _GEHEIM.search(sleutel):
            continue
        naam = re.sub(r"[-_\s]+", " ", sleutel).strip().capitalize()
        velden += [Getypt(naam, waarde) for waarde in waarden if waarde.strip()]
    return sorted(velden, key=lambda veld: veld.is_keuze)


def _van_onze_pagina(request: HttpRequest) -> bool:
    """Another site must not be able to put its words on a page of ours."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    herkomst = request.headers.get("Origin", "null")
    return herkomst == "null" or urlsplit(herkomst).netloc == request.get_host()


def niet_bewaard(request: HttpRequest, *, reden: str, status: int) -> HttpResponse:
    """`reden`: "afgemeld" or "te_oud"."""
    # The pages of the account hold passwords and codes: nothing of them is shown.
    match = request.resolver_match
    velden = getypt(request) if match is not None and hasattr(match.func, "recht") else []
    context: dict[str, Any] = {"reden": reden, "velden": velden, "inloggen": _inlogadres(request)}
    response = render(request, "niet_bewaard.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _inlogadres(request: HttpRequest) -> str:
    """To the login, and from there back to the page the form stood on."""
    vorige = request.META.get("HTTP_REFERER", "")
    inloggen = reverse("account_login")
    if not url_has_allowed_host_and_scheme(vorige, {request.get_host()}, require_https=request.is_secure()):
        return inloggen
    deel = urlsplit(vorige)
    return f"{inloggen}?{urlencode({'next': f'{deel.path}?{deel.query}' if deel.query else deel.path})}"


def csrf_mislukt(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW. Logging in again renews the token, so this is also where an ended session arrives."""
    reden = "te_oud" if request.user.is_authenticated else "afgemeld"
    return niet_bewaard(request, reden=reden, status=403)
