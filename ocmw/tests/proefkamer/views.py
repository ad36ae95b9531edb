from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.tests.proefkamer.actions import houd_proef
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht


@vereist(Recht.DOSSIER_LEZEN)
def proef_list(request: HttpRequest) -> HttpResponse:
    return render(request, "proefkamer/proef_list.html", {"dagen": regel("proef.dagen", op=vandaag())})


@vereist(Recht.DOSSIER_LEZEN)
def proef_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="gegevens")
    if request.method == "POST":
        houd_proef(client, door=request.user, op=vandaag())
        return redirect("proefkamer:proef_list")
    return render(request, "proefkamer/proef_detail.html", {"client": client})
