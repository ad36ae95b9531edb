import logging
from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string

from ocmw.journaal.deur import DossierVerhuisd, JournaalZwijgt, RedenNodig
from ocmw.ui.plaats import naar as naar_pagina

logger = logging.getLogger(__name__)


class DossierdeurMiddleware:
    """Sends the reader to the "waarom open je dit dossier?" page and back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, DossierVerhuisd):
            messages.info(
                request, "Dit dossier is samengebracht met een ander dossier van dezelfde persoon. Dat zie je hier."
            )
            return redirect(naar_pagina("dossier", exception.client_pk))
        if isinstance(exception, JournaalZwijgt):
            logger.error("inzage niet genoteerd", exc_info=exception)
            kop = {"Cache-Control": "no-store", "Retry-After": "60"}
            return HttpResponse(render_to_string("geen_journaal.html"), status=503, headers=kop)
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
