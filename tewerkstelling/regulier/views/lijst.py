"""Applications over the own caseload, and as a workbook."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ocmw.journaal.deur import noteer_lijst
from ocmw.journaal.uitvoer import Lijstuitvoer
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import blader, bladnummer, sorteer
from ocmw.ui.zoektekst import zoekvraag
from tewerkstelling.regulier.filters import SORTERINGEN, SollicitatieFilter
from tewerkstelling.regulier.models import Sollicitatie
from tewerkstelling.regulier.uitvoer import sollicitaties_werkboek

KOLOMMEN = (
    ("client", "Cliënt"),
    ("job", "Job"),
    ("status", "Stand"),
    ("stand", "Laatste stap"),
    ("deadline", "Solliciteren tot"),
)


def _gekozen(request: MedewerkerRequest) -> tuple[SollicitatieFilter, Any, str]:
    basis = Sollicitatie.objects.zichtbaar_voor(request.user).filter(client__gesloten_op=None)
    filter_ = SollicitatieFilter(
        zoekvraag(request), queryset=basis.select_related("client", "werkgever"), medewerker=request.user
    )
    rijen, sortering = sorteer(filter_.qs, request.GET.get("sorteer"), SORTERINGEN)
    return filter_, rijen, sortering


@vereist(Recht.DOSSIER_LEZEN)
def sollicitatie_list(request: MedewerkerRequest) -> HttpResponse:
    filter_, rijen, sortering = _gekozen(request)
    pagina = blader(rijen, bladnummer(request))
    noteer_lijst(request, [rij.client_id for rij in pagina.rijen], lijst="sollicitaties")
    context = {
        "filter": filter_,
        "pagina": pagina,
        "sortering": sortering,
        "kolommen": KOLOMMEN,
        "op": vandaag(),
    }
    return render(request, "regulier/sollicitatie_list.html", context)


@vereist(Recht.EXPORTEREN)
def sollicitatie_uitvoer(request: MedewerkerRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    uitvoer = Lijstuitvoer(
        "sollicitaties", sollicitaties_werkboek, "sollicitaties", lambda rijen: [rij.client for rij in rijen]
    )
    return uitvoer.geef(
        request, _gekozen(request)[1], terug=f"{reverse('regulier:sollicitatie_list')}?{request.GET.urlencode()}"
    )
