"""One tap: what the voices said goes into the profile, or becomes a goal."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from clienten.models import Client
from clienten.profiel.enums import Talent
from clienten.profiel.models import profiel_van
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.evaluaties.actions import maak_leerdoel, neem_talenten_over
from tewerkstelling.evaluaties.sterktes import na_overname, regels_van_client


def talentpaneel(client: Client) -> dict[str, object]:
    """For `evaluaties/_talenten.html`. Three queries."""
    regels = regels_van_client(client)
    profiel = profiel_van(client)
    nieuw = na_overname(profiel, regels) != (profiel.talenten, profiel.te_leren)
    return {"talenten": regels, "nieuw": nieuw}


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def talenten_overnemen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="evaluaties")
    try:
        neem_talenten_over(client, door=request.user, op=vandaag())
        messages.success(request, "Het profiel zegt nu waar de cliënt sterk in is en wat nog te leren is.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("evaluaties:evaluatie_list", pk)


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def leerdoel(request: MedewerkerRequest, pk: int, talent: str) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="evaluaties")
    if talent not in Talent.values:
        raise Http404("Dit talent staat niet op de lijst.")
    try:
        maak_leerdoel(client, Talent(talent), door=request.user, op=vandaag())
        messages.success(request, "Het doel staat bij het plan van het traject.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("evaluaties:evaluatie_list", pk)
