from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from ocmw.toegang.niet_bewaard import niet_bewaard
from ocmw.toegang.schermslot import OP_SLOT, is_stil, leeft
from ocmw.ui.fouten import te_groot

# The largest form a stranger may send is the evaluation of a mentor: twenty texts.
ANONIEM_HOOGSTENS = 512 * 1024


class SchermslotMiddleware:
    """A session nobody used for half an hour is over, whatever the page in the browser does (static/js/slot.js).

    Stands before AanmeldenMiddleware, which then does what it does for everybody who is not logged in: the login that leads
    back to the same page, or the text of a form that arrived.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "net_afgemeld", False):
            # On a shared computer nothing of the dossiers stays in the browser. Not the cookies: the known place is one.
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        if not request.user.is_authenticated:
            return
        if is_stil(request.session):
            logout(request)
            messages.info(request, OP_SLOT)
        elif "X-Achtergrond" not in request.headers:  # a page that asks by itself is no sign of somebody
            leeft(request.session)


class AanmeldenMiddleware(LoginRequiredMiddleware):
    """Who is not logged in goes to the login, but a form that arrives is not thrown away on the road there."""

    # The stubs promise a redirect to the login; Django itself sends on whatever comes out.
    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        if request.headers.get("HX-Request") or request.headers.get("Accept") == "application/json":
            # A script asks: it keeps the page, with all that is typed, and says so (static/js/kladje.js).
            return HttpResponse(status=401)
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        return niet_bewaard(request, reden="afgemeld", status=401)


class OmvangMiddleware:
    """Refuses what is too large by its announced size, before any of it is read: a stranger costs us no megabytes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        omvang = request.headers.get("Content-Length", "")
        bytes_ = int(omvang[:18]) if omvang.isdecimal() else 0
        # Who it is, costs a query: only asked of what is large.
        if bytes_ > ANONIEM_HOOGSTENS and (bytes_ > settings.VRAAG_HOOGSTENS or not request.user.is_authenticated):
            return te_groot(request)
        return self.get_response(request)


class EigenWachtwoordMiddleware:
    """Who got a password from a beheerder chooses an own one before seeing anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request.user, "kiest_wachtwoord", False) and not request.path.startswith("/account/"):
            return redirect(reverse("account_change_password"))
        return self.get_response(request)
