"""The board of places: free, taken, coming free or not available, with who works there and who guides."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.chips import Chip, chips
from ocmw.ui.paging import blader, bladnummer, sorteer
from ocmw.ui.zoektekst import zoekvraag
from tewerkstelling.filters import BORD_SORTERINGEN, Plaatsenfilter
from tewerkstelling.models import Werkplek
from tewerkstelling.views.bordbeeld import STANDEN, bordplekken, met_mentoren, tel_standen

PER_PAGINA = 12


@vereist(Recht.DOSSIER_LEZEN)
def werkplek_bord(request: MedewerkerRequest) -> HttpResponse:
    dag = vandaag()
    dagen = regel("werkplek.vrij_dagen", op=dag)
    rijen = Werkplek.objects.zichtbaar_voor(request.user).met_verloop(dag, dagen.waarde).select_related("werkgever")
    filter_ = Plaatsenfilter(zoekvraag(request), queryset=rijen)
    stand = request.GET.get("stand", "")
    gekozen = filter_.qs.in_stand(stand) if stand in STANDEN else filter_.qs
    gesorteerd, sortering = sorteer(met_mentoren(gekozen, op=dag), request.GET.get("sorteer"), BORD_SORTERINGEN)
    pagina = blader(gesorteerd, bladnummer(request), per=PER_PAGINA)
    context = {
        "filter": filter_,
        "stand": stand if stand in STANDEN else "",
        "chips": _chips(request, filter_.qs, stand),
        "pagina": pagina,
        "plekken": bordplekken(pagina.rijen, medewerker=request.user, op=dag),
        "sortering": sortering,
        "sorteringen": [("naam", "naam"), ("vrij", "vrije plaatsen eerst"), ("-doorstroom", "meeste doorstroom")],
        "dagen": dagen,
        "kleine_cel": regel("statistiek.kleine_cel", op=dag),
        "weergave": "bord",
    }
    return render(request, "tewerkstelling/werkplek_bord.html", context)


def _chips(request: MedewerkerRequest, rijen: Any, stand: str) -> list[Chip]:
    """Each state with how many places are in it, within the other filters, in one query."""
    tellingen = tel_standen(rijen)
    keuzes = [(naam, label, tellingen[naam]) for naam, (_, label) in STANDEN.items()]
    return chips(request, "stand", keuzes, wisselt=True)
