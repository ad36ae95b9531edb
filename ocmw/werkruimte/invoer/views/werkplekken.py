"""Workplaces to a spreadsheet: the filtered list, in the columns the import knows."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from ocmw.journaal.journaalcodes import LIJST_GEEXPORTEERD
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.zoektekst import zoekvraag
from ocmw.werkruimte.invoer.plek.uitvoer import werkplekken_werkboek
from tewerkstelling.filters import Plaatsenfilter, WerkplekFilter
from tewerkstelling.models import Werkplek
from tewerkstelling.views.bordbeeld import STANDEN

MAX_UITVOER = 5_000


@vereist(Recht.EXPORTEREN)
def werkplekken_uitvoer(request: MedewerkerRequest) -> HttpResponse:
    """What the list or the board shows with these filters; one row in the journaal, and no client in the file."""
    dag = vandaag()
    dagen = regel("werkplek.vrij_dagen", op=dag).waarde
    rijen = Werkplek.objects.zichtbaar_voor(request.user).met_verloop(dag, dagen).select_related("werkgever")
    vraag = zoekvraag(request)
    rijen = Plaatsenfilter(vraag, queryset=WerkplekFilter(vraag, queryset=rijen).qs).qs
    if request.GET.get("stand") in STANDEN:
        rijen = rijen.in_stand(request.GET["stand"])
    plekken = list(rijen.prefetch_related("mentoren").order_by("werkgever__naam", "naam", "pk")[: MAX_UITVOER + 1])
    if len(plekken) > MAX_UITVOER:
        messages.error(request, f"Dat zijn meer dan {MAX_UITVOER} werkplekken. Filter eerst, en voer dan uit.")
        return redirect("tewerkstelling:werkplek_list")
    noteer(LIJST_GEEXPORTEERD, None, door=request.user, lijst="werkplekken", aantal=len(plekken))
    antwoord = HttpResponse(
        werkplekken_werkboek(plekken),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )
    antwoord["Content-Disposition"] = f'attachment; filename="werkplekken-{dag:%Y-%m-%d}.xlsx"'
    return antwoord
