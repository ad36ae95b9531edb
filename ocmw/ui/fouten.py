import sys
from contextlib import suppress
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader

from ocmw.ui.getypt import Getypt, getypt
from ocmw.ui.schijf import is_vol


def er_ging_iets_mis(request: HttpRequest) -> HttpResponse:
    """The page after a crash, with the code of its lines in the log; a full disk gets one of its own. No request context:
    nothing here may fail again."""
    if is_vol(sys.exc_info()[1]):
        return _schijf_vol(request)
    context = {"kenmerk": getattr(request, "kenmerk", ""), **_wat(request)}
    return HttpResponseServerError(loader.render_to_string("500.html", context), headers={"Cache-Control": "no-store"})


def _wat(request: HttpRequest) -> dict[str, Any]:
    """Was something to be written, and what had been filled in. Pages of the account hold passwords and codes: nothing."""
    aan_account = request.path.startswith("/account/")
    velden: list[Getypt] = []
    with suppress(SuspiciousOperation):  # a request that is wrong from its first line on
        velden = [] if aan_account else getypt(request)
    return {"geschreven": request.method not in {"GET", "HEAD"}, "aanmelden": aan_account, "velden": velden}


def _schijf_vol(request: HttpRequest) -> HttpResponse:
    kop = {"Cache-Control": "no-store", "Retry-After": "60"}
    return HttpResponse(loader.render_to_string("schijf_vol.html", _wat(request)), status=503, headers=kop)
