from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from ocmw.toegang.niet_bewaard import niet_bewaard


class AanmeldenMiddleware(LoginRequiredMiddleware):
    """Who is not logged in goes to the login, but a form that arrives is not thrown away on the road there."""

    def handle_no_permission(  # type: ignore[override]  # Django only ever redirects
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        if request.headers.get("HX-Request") or request.headers.get("Accept") == "application/json":
            # A script asks: it keeps the page, with all that is typed, and says so (static/js/kladje.js).
            return HttpResponse(status=401)
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        return niet_bewaard(request, reden="afgemeld", status=401)


class EigenWachtwoordMiddleware:
    """Who got a password from a beheerder chooses an own one before seeing anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request.user, "kiest_wachtwoord", False) and not request.path.startswith("/account/"):
            return redirect(reverse("account_change_password"))
        return self.get_response(request)
