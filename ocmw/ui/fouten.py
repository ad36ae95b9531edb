import sys
from contextlib import suppress
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader

from ocmw.ui.getypt import Getypt, getypt
from ocmw.ui.schijf import is_vol


def er_ging_iets_mis(request: HttpRequest) -> HttpResponse:
    """The page after a crash, with the code of its lines in the log; a full disk and a database that does
    not answer get one of their own. No request context:
    nothing here may fail again."""
    fout = sys.exc_info()[1]
    if is_vol(fout):
        return _onbereikbaar(request, "schijf_vol.html")
    if isinstance(fout, OperationalError | InterfaceError):
        # Away, restarting, or slower than a page may wait for (settings, OCMW_WEB).
        return _onbereikbaar(request, "geen_databank.html")
    context = {"kenmerk": getattr(request, "kenmerk", ""), **_wat(request)}
    return HttpResponseServerError(loader.render_to_string("500.html", context), headers={"Cache-Control": "no-store"})


def _wat(request: HttpRequest) -> dict[str, Any]:
    """Was something to be written, and what had been filled in. Pages of the account hold passwords and codes: nothing."""
    aan_account = request.path.startswith("/account/")
    velden: list[Getypt] = []
    with suppress(SuspiciousOperation):  # a request that is wrong from its first line on
        velden = [] if aan_account else getypt(request)
    return {"geschreven": request.method not in {"GET", "HEAD"}, "aanmelden": aan_account, "velden": velden}


def _onbereikbaar(request: HttpRequest, template: str) -> HttpResponse:
    kop = {"Cache-Control": "no-store", "Retry-After": "60"}
    return HttpResponse(loader.render_to_string(template, _wat(request)), status=503, headers=kop)


def te_groot(request: HttpRequest) -> HttpResponse:
    """More than we take: said without reading it, so what was typed cannot come back here. It still stands in the form."""
    pagina = loader.render_to_string("te_groot.html", {"aangemeld": request.user.is_authenticated})
    return HttpResponse(pagina, status=413, headers={"Cache-Control": "no-store"})


def onleesbaar(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler400: a text or a number of fields that passes every limit has its own sentence."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return te_groot(request)
    return HttpResponse(loader.render_to_string("400.html"), status=400, headers={"Cache-Control": "no-store"})
