"""A form that arrives when it cannot be saved: the session ended, or the token of the page is too old.

Answered with what was typed, so that nobody has to write it twice. Nothing of it is stored: at this door stands
somebody we do not know.
"""

from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from ocmw.ui.getypt import getypt


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
