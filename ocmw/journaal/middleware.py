from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ocmw.journaal.deur import RedenNodig
from ocmw.ui.plaats import naar as naar_pagina


class DossierdeurMiddleware:
    """Sends the reader to the "waarom open je dit dossier?" page and back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, RedenNodig):
            return None
        htmx, geschreven = request.headers.get("HX-Request"), request.method == "POST"
        naar = f"/clienten/{exception.client_pk}/" if htmx and geschreven else request.get_full_path()
        doel = f"{naar_pagina('reden', exception.client_pk)}?{urlencode({'naar': naar})}"
        if htmx:
            return HttpResponse(status=204, headers={"HX-Redirect": doel})
        if geschreven:
            # 307 sends what was typed along to the question; it comes back with the answer.
            return HttpResponse(status=307, headers={"Location": doel})
        return redirect(doel)
