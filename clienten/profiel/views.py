"""Everything that was said for the profile: what, who, when, where. Nobody writes here."""

from django.http import HttpResponse
from django.shortcuts import render

from clienten.models import Client
from clienten.profiel.models import Profielantwoord
from ocmw.journaal.deur import open_dossier
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import blader, bladnummer


@vereist(Recht.DOSSIER_LEZEN)
def profielantwoord_list(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """By fact, the newest first: that one counts, the others are what was said before."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="profiel")
    rijen = Profielantwoord.objects.filter(client=client).select_related("door").order_by("feit", "-op", "-pk")
    context = {"client": client, "tab": "gegevens", "pagina": blader(rijen, bladnummer(request))}
    return render(request, "profiel/profielantwoord_list.html", context)
