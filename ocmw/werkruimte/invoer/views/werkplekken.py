"""Workplaces to a spreadsheet: the filtered list, in the columns the import knows."""

from django.http import HttpResponse
from django.urls import reverse

from ocmw.journaal.uitvoer import Lijstuitvoer
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.zoektekst import zoekvraag
from ocmw.werkruimte.invoer.plek.uitvoer import werkplekken_werkboek
from tewerkstelling.filters import Plaatsenfilter, WerkplekFilter
from tewerkstelling.models import Werkplek
from tewerkstelling.views.bordbeeld import STANDEN


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
    uitvoer = Lijstuitvoer("werkplekken", werkplekken_werkboek, "werkplekken")
    return uitvoer.geef(
        request,
        rijen.prefetch_related("mentoren").order_by("werkgever__naam", "naam", "pk"),
        terug=reverse("tewerkstelling:werkplek_list"),
    )
