from django.http import HttpResponse
from django.shortcuts import render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht


@vereist(Recht.DOSSIER_LEZEN)
def dossier_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="overzicht")
    return render(request, "dossier/dossier_detail.html", {"client": client, "tab": "overzicht"})
