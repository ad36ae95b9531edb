"""Reading a draft back and forgetting it go with the page of the form itself, so no page has to think of either."""

from collections.abc import Callable
from urllib.parse import unquote

from django.contrib.messages import constants
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from ocmw.kalender.klok import nu
from ocmw.kalender.woorden import korte_dag
from ocmw.kladjes.actions import vergeet_kladjes
from ocmw.kladjes.models import Kladje
from ocmw.toegang.models import Medewerker

KOP = "X-Kladje"
MAX_ADRESSEN = 60


class KladjeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and KOP in request.headers and isinstance(request.user, Medewerker):
            return self._lees(request, request.user)
        response = self.get_response(request)
        if request.method == "POST" and isinstance(request.user, Medewerker) and _is_bewaard(request, response):
            vergeet_kladjes(adres=request.path, door=request.user)
        return response

    def _lees(self, request: HttpRequest, medewerker: Medewerker) -> HttpResponse:
        """The drafts of the forms on this page. Without one the page is not even made (204).

        With one the page is made again, by its own view: what it refuses (a dossier you lost, a closed traject) or no
        longer shows, is not served. The header says which addresses the script saw; the page says which are true.
        """
        adressen = {unquote(adres): adres for adres in request.headers[KOP].split()[:MAX_ADRESSEN]}
        kladjes = list(Kladje.objects.van(medewerker).vers(nu()).filter(adres__in=adressen).order_by("bewaard_op"))
        if not kladjes:
            return _vers(HttpResponse(status=204))
        pagina = self.get_response(request)
        if pagina.status_code != 200 or pagina.streaming:
            return _vers(HttpResponse(status=204))
        bron = pagina.content.decode()
        getoond = {
            adres
            for adres, rauw in adressen.items()
            if adres == request.path or f'action="{rauw}"' in bron or f'action="{rauw}?' in bron
        }
        return _vers(JsonResponse({"kladjes": [_als_json(kladje) for kladje in kladjes if kladje.adres in getoond]}))


def _als_json(kladje: Kladje) -> dict[str, object]:
    hier = timezone.localtime(kladje.bewaard_op)
    return {
        "adres": kladje.adres,
        "formulier": kladje.formulier,
        "nummer": kladje.nummer,
        "inhoud": kladje.inhoud,
        "wanneer": f"{korte_dag(hier.date())} om {hier:%H:%M}",
    }


def _vers(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


def _is_bewaard(request: HttpRequest, response: HttpResponse) -> bool:
    """A form that was saved leads on. One that was refused on the way (a message of error) keeps its draft."""
    if response.status_code not in {302, 303}:
        return False
    # Reading messages the public way marks them as shown.
    gezegd = getattr(getattr(request, "_messages", None), "_queued_messages", [])
    return all(bericht.level < constants.WARNING for bericht in gezegd)
