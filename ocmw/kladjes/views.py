"""What static/js/kladje.js asks: keep this, throw that away, and a fresh token after logging in again.

Reading a draft back is not here: that goes through the page of the form itself (ocmw/kladjes/middleware.py).
"""

from dataclasses import dataclass
from urllib.parse import unquote

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST, require_safe

from ocmw.kladjes.actions import MAX_TEKENS, bewaar_kladje, gooi_kladje_weg
from ocmw.kladjes.models import MAX_ADRES, MAX_FORMULIER
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht

ANDERE_PERSOON = 409


@dataclass(frozen=True)
class Plaats:
    adres: str
    formulier: str
    nummer: int


def _plaats(request: MedewerkerRequest) -> Plaats:
    """Which form of which address; 404 for an address that is none of ours, 403 for one this role never posts to."""
    adres, formulier = unquote(request.POST.get("adres", "")), request.POST.get("formulier", "")
    nummer = request.POST.get("nummer", "0")
    if not (nummer.isdecimal() and len(nummer) < 3) or "\x00" in adres + formulier:
        raise BadRequest("Dit kladje heeft geen plaats.")
    if len(adres) > MAX_ADRES or len(formulier) > MAX_FORMULIER:
        raise BadRequest("Dit kladje heeft geen plaats.")
    try:
        recht = getattr(resolve(adres).func, "recht", None)
    except Resolver404 as geen:
        raise Http404("Dit formulier bestaat niet.") from geen
    if recht is None:  # public pages and those of the account: passwords and codes are never kept
        raise Http404("Van dit formulier houden we geen kladje bij.")
    if not request.user.mag(recht):
        raise PermissionDenied("Dit formulier is niet voor jou.")
    return Plaats(adres, formulier, int(nummer))


def _van_een_ander(request: MedewerkerRequest) -> bool:
    """On a shared computer somebody else may have logged in beside a page that was left open."""
    return request.POST.get("van") != str(request.user.pk)


@require_POST
@vereist(Recht.AANGEMELD)
def kladje_bewaren(request: MedewerkerRequest) -> HttpResponse:
    """204 only when it is kept. 413: too long, and the earlier draft stays. 409: the page is of another colleague."""
    if _van_een_ander(request):
        return HttpResponse(status=ANDERE_PERSOON)
    plaats, inhoud = _plaats(request), request.POST.get("inhoud", "")
    if len(inhoud) > MAX_TEKENS:
        return HttpResponse(status=413)
    bewaar_kladje(
        adres=plaats.adres, formulier=plaats.formulier, nummer=plaats.nummer, inhoud=inhoud, door=request.user
    )
    return HttpResponse(status=204)


@require_POST
@vereist(Recht.AANGEMELD)
def kladje_weggooien(request: MedewerkerRequest) -> HttpResponse:
    if _van_een_ander(request):
        return HttpResponse(status=ANDERE_PERSOON)
    plaats = _plaats(request)
    gooi_kladje_weg(adres=plaats.adres, formulier=plaats.formulier, nummer=plaats.nummer, door=request.user)
    return HttpResponse(status=204)


@require_safe
@vereist(Recht.AANGEMELD)
def kladje_token(request: MedewerkerRequest) -> HttpResponse:
    """Logging in again in another tab renews the token; `van` tells the page whether it is still the same colleague."""
    return JsonResponse({"token": get_token(request), "van": str(request.user.pk)})
