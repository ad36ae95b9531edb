"""The draft of a form: written while typing, read back when the page is opened again."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import redirect

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.bewaring import NIET_GETYPT
from trajecten.actions import bewaar_kladje, vergeet_kladje
from trajecten.actions.kladje import GESPREK

MAX_TEKENS = 60_000
NIET_BEWAREN = NIET_GETYPT | {"versie", "begin"}


def inhoud_van(data: QueryDict) -> dict[str, str]:
    """The last value per field, without what belongs to one page view only."""
    velden = {naam: str(data[naam]) for naam in data if naam.rsplit("-", 1)[-1] not in NIET_BEWAREN}
    return velden if sum(map(len, velden.values())) <= MAX_TEKENS else {}


def deel_van(tekst: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """The fields of one form of the page, as its `initial`."""
    if not prefix:
        return {naam: waarde for naam, waarde in tekst.items() if "-" not in naam}
    return {naam.removeprefix(f"{prefix}-"): w for naam, w in tekst.items() if naam.startswith(f"{prefix}-")}


def antwoord_met_token(request: HttpRequest) -> JsonResponse:
    """After logging in again in another tab the page needs a fresh token to go on."""
    return JsonResponse({"token": get_token(request)})


@vereist(Recht.GESPREK_NOTEREN)
def gesprek_kladje(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="kladje")
    if request.method != "POST":
        return antwoord_met_token(request)
    if request.POST.get("weg"):
        vergeet_kladje(client, GESPREK, door=request.user)
        return redirect("trajecten:gesprek_nieuw", pk)
    bewaar_kladje(client, GESPREK, inhoud_van(request.POST), door=request.user)
    return HttpResponse(status=204)
