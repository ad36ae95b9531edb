from django.http import HttpResponse
from django.shortcuts import render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.dossier.overzicht import met_venster, overzicht_van, wijzigingen_sinds


@vereist(Recht.DOSSIER_LEZEN)
def dossier_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(met_venster(Client.objects.met_kop()), request, pk, onderdeel="overzicht")
    dag = vandaag()
    context = {
        "client": client,
        "tab": "overzicht",
        "vandaag": dag,
        "noteert": request.user.mag(Recht.GESPREK_NOTEREN) and not client.gesloten_op,
        **overzicht_van(client, lezer=request.user, op=dag),
    }
    return render(request, "dossier/dossier_detail.html", context)


@vereist(Recht.DOSSIER_LEZEN)
def dossier_wijzigingen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """What colleagues changed since you last looked; a fragment in the overview, a page without script."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="wijzigingen")
    vorige, regels = wijzigingen_sinds(client, lezer=request.user)
    context = {"client": client, "tab": "overzicht", "vorige": vorige, "regels": regels}
    context["alles"] = request.user.mag(Recht.AFGESCHERMD_LEZEN)
    sjabloon = "dossier/_wijzigingen.html" if request.htmx else "dossier/dossier_wijzigingen.html"
    return render(request, sjabloon, context)
