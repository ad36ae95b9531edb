from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ocmw.ui.wachten import wachtpagina
from ocmw.ui.weigering import EvenWachten, Geweigerd


class GeweigerdMiddleware:
    """A refusal that no form caught still becomes a page with the reason, never a 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            # The back button on a shared counter PC shows nothing of a dossier.
            response["Cache-Control"] = "no-store"
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Geweigerd):
            return render(request, "geweigerd.html", {"reden": exception.reden}, status=409)
        if isinstance(exception, EvenWachten):
            return wachtpagina(request, exception.tot)
        return None
