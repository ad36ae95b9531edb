"""Applications over the own caseload, and as a workbook."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ocmw.journaal.journaalcodes import LIJST_GEEXPORTEERD
from ocmw.journaal.models import Journaalregel, journaalregel, noteer
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import blader
from ocmw.ui.zoektekst import zoekvraag
from tewerkstelling.filters import sorteer
from tewerkstelling.regulier.filters import SORTERINGEN, SollicitatieFilter
from tewerkstelling.regulier.models import Sollicitatie
from tewerkstelling.regulier.uitvoer import MIME, sollicitaties_werkboek

MAX_UITVOER = 5000
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
    context = {
        "filter": filter_,
        "pagina": blader(rijen, request.GET.get("pagina")),
        "sortering": sortering,
        "kolommen": KOLOMMEN,
        "op": vandaag(),
    }
    return render(request, "regulier/sollicitatie_list.html", context)


@vereist(Recht.EXPORTEREN)
def sollicitatie_uitvoer(request: MedewerkerRequest) -> HttpResponse:
    """The filtered list; who asks "who saw my data?" finds this export per dossier."""
    _, gekozen, _ = _gekozen(request)
    rijen = list(gekozen[: MAX_UITVOER + 1])
    if len(rijen) > MAX_UITVOER:
        messages.error(request, f"Dat zijn meer dan {MAX_UITVOER} sollicitaties. Filter eerst, en voer dan uit.")
        return redirect(f"{reverse('regulier:sollicitatie_list')}?{request.GET.urlencode()}")
    noteer(LIJST_GEEXPORTEERD, None, door=request.user, lijst="sollicitaties", aantal=len(rijen))
    clienten = {rij.client_id: rij.client for rij in rijen}.values()
    regels = (
        journaalregel(LIJST_GEEXPORTEERD, client, door=request.user, client=client, lijst="sollicitaties")
        for client in clienten
    )
    Journaalregel.objects.bulk_create(regels, batch_size=500)
    antwoord = HttpResponse(sollicitaties_werkboek(rijen), content_type=MIME)
    antwoord["Content-Disposition"] = f'attachment; filename="sollicitaties-{vandaag():%Y-%m-%d}.xlsx"'
    return antwoord
