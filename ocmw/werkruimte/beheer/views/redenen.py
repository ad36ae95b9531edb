from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.models import Inzagegrond
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import blader, bladnummer
from ocmw.werkruimte.beheer.actions import kijk_inzage_na
from ocmw.werkruimte.beheer.redenen import na_te_kijken


@vereist(Recht.JOURNAAL_LEZEN)
def reden_list(request: MedewerkerRequest) -> HttpResponse:
    pagina = blader(na_te_kijken(request.user).select_related("medewerker__ocmw"), bladnummer(request))
    clienten = Client.objects.in_bulk([grond.client_id for grond in pagina.rijen])
    rijen = [{"grond": grond, "client": clienten[grond.client_id]} for grond in pagina.rijen]
    return render(request, "beheer/reden_list.html", {"pagina": pagina, "rijen": rijen})


@require_POST
@vereist(Recht.JOURNAAL_LEZEN)
def reden_nagekeken(request: MedewerkerRequest, pk: int) -> HttpResponse:
    eigen = Client.objects.filter(ocmw=request.user.ocmw_id)
    grond = get_object_or_404(Inzagegrond.objects.filter(client_id__in=eigen.values("pk")), pk=pk)
    kijk_inzage_na(grond, eigen.get(pk=grond.client_id), door=request.user)
    messages.success(request, "Nagekeken. De inzage blijft in het journaal staan.")
    return redirect("beheer:reden_list")
