"""Who looked in one dossier: for the coordinator, and on paper for the client who asks."""

from django.http import HttpResponse
from django.shortcuts import render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import DOSSIER_AFGEDRUKT
from ocmw.journaal.models import Journaalregel
from ocmw.journaal.nummers import nummers_van
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import blader, bladnummer
from ocmw.werkruimte.beheer.weergave import regels_van

AFDRUK_PLAFOND = 2000


@vereist(Recht.JOURNAAL_LEZEN)
def dossier_inzage(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="inzage")
    rijen = Journaalregel.objects.over(nummers_van(client.pk))
    if request.GET.get("soort") in Journaalsoort.values:
        rijen = rijen.filter(soort=request.GET["soort"])
    pagina = blader(rijen.order_by("-op", "-pk"), bladnummer(request))
    context = {"client": client, "tab": "inzage", "pagina": pagina, "regels": regels_van(pagina.rijen, request.user)}
    return render(request, "beheer/dossier_inzage.html", context | {"soorten": Journaalsoort.choices})


@vereist(Recht.JOURNAAL_LEZEN)
def dossier_inzage_afdruk(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The extract for the client: who opened or printed the file, when and why. No content of the file itself."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="inzageverslag", wat=DOSSIER_AFGEDRUKT)
    rijen = Journaalregel.objects.over(nummers_van(client.pk)).filter(
        soort__in=[Journaalsoort.INZAGE, Journaalsoort.UITVOER]
    )
    regels = regels_van(rijen.order_by("-op", "-pk")[: AFDRUK_PLAFOND + 1], request.user)
    context = {
        "client": client,
        "tab": "inzage",
        "regels": regels[:AFDRUK_PLAFOND],
        "meer": len(regels) > AFDRUK_PLAFOND,
        "plafond": AFDRUK_PLAFOND,
        "op": vandaag(),
        "jaren": regel("log.bewaring_jaren", op=vandaag()).waarde,
    }
    return render(request, "beheer/dossier_inzage_afdruk.html", context)
