"""What a page and a POST are compared with: the same middleware and session, one query or one row, a bare template."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path

from clienten.models import Stand
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from trajecten.models import Gesprek

KAAL = "<!doctype html><title>x</title><ul>{% for rij in rijen %}<li>{{ rij }}</li>{% endfor %}</ul>"


@vereist(Recht.DOSSIER_LEZEN)
def leeg(request: MedewerkerRequest) -> HttpResponse:
    """Nothing but the way in and out: what a tap costs before it does anything."""
    return HttpResponse(status=204)


@vereist(Recht.DOSSIER_LEZEN)
def minimale_lijst(request: MedewerkerRequest) -> HttpResponse:
    rijen = Stand.objects.filter(ocmw=request.user.ocmw_id).select_related("client", "coach", "mw")[:25]
    return HttpResponse(engines["django"].from_string(KAAL).render({"rijen": list(rijen)}, request))


@vereist(Recht.GESPREK_NOTEREN)
@transaction.atomic
def minimaal_bewaren(request: MedewerkerRequest) -> HttpResponse:
    """One row in one transaction, and to the next page: what the smallest form of any application costs."""
    Gesprek.objects.create(client_id=request.POST["client"], op=vandaag(), verslag="Kaal.", door=request.user)
    return redirect("/bench/lijst/")


urlpatterns = [
    path("bench/lijst/", minimale_lijst),
    path("bench/leeg/", leeg),
    path("bench/bewaren/", minimaal_bewaren),
    path("", include("ocmw.urls")),
]
