"""What a page is compared with: the same middleware and session, one query for the same 25 rows, a bare template."""

from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from clienten.models import Stand
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht

KAAL = "<!doctype html><title>x</title><ul>{% for rij in rijen %}<li>{{ rij }}</li>{% endfor %}</ul>"


@vereist(Recht.DOSSIER_LEZEN)
def minimale_lijst(request: MedewerkerRequest) -> HttpResponse:
    rijen = Stand.objects.filter(ocmw=request.user.ocmw_id).select_related("client", "coach", "mw")[:25]
    return HttpResponse(engines["django"].from_string(KAAL).render({"rijen": list(rijen)}, request))


urlpatterns = [
    path("bench/lijst/", minimale_lijst),
    path("", include("ocmw.urls")),
]
