import re
import sys

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.http.request import RawPostDataException, UnreadablePostError
from django.template import loader

from ocmw.ui.schijf import is_vol

_GEHEIM = re.compile(r"csrf|pass|wachtwoord|code|sleutel", re.IGNORECASE)


def er_ging_iets_mis(request: HttpRequest) -> HttpResponse:
    """The page after a crash, with the code of its lines in the log; a full disk gets one of its own. No request context:
    nothing here may fail again."""
    if is_vol(sys.exc_info()[1]):
        return _schijf_vol(request)
    return HttpResponseServerError(loader.render_to_string("500.html", {"kenmerk": getattr(request, "kenmerk", "")}))


def _schijf_vol(request: HttpRequest) -> HttpResponse:
    context = {
        "geschreven": request.method not in {"GET", "HEAD"},
        "aanmelden": request.path.startswith("/account/"),
        "getypt": _getypt(request),
    }
    kop = {"Cache-Control": "no-store", "Retry-After": "60"}
    return HttpResponse(loader.render_to_string("schijf_vol.html", context), status=503, headers=kop)


def _getypt(request: HttpRequest) -> str:
    """What a person wrote, to copy: fields with words in them, not choices and dates, never a password."""
    if request.path.startswith("/account/"):
        return ""
    try:
        velden = [(naam, waarde) for naam in request.POST for waarde in request.POST.getlist(naam)]
    except (OSError, UnreadablePostError, RawPostDataException):
        return ""  # the form itself did not fit on the disk
    woorden = [
        f"{naam.replace('_', ' ').replace('-', ' ').capitalize()}:\n{waarde.strip()}"
        for naam, waarde in velden
        if re.search(r"\S\s+\S", waarde) and not _GEHEIM.search(naam)
    ]
    return "\n\n".join(woorden)
