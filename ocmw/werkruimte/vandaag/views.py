"""Vandaag: the page every role lands on, and the notifications behind the bell."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import nu, vandaag
from ocmw.termijnen.models import Melding
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import blader, bladnummer
from ocmw.werkruimte.vandaag.dagbeeld import agenda, bewogen_en_geopend, stapels, team
from tewerkstelling.geld.radar import samenvatting


@vereist(Recht.AANGEMELD)
def vandaag_pagina(request: MedewerkerRequest) -> HttpResponse:
    """Without the right to read dossiers (lesgever, beheer) the page holds no client data at all."""
    op = vandaag()
    if not request.user.mag(Recht.DOSSIER_LEZEN):
        return render(request, "vandaag/vandaag_zonder_dossiers.html", {"op": op})
    bewogen, geopend = bewogen_en_geopend(request.user, op)
    doen = stapels(request.user, op) if request.user.mag(Recht.TERMIJN_BEHEREN) else []
    context = {
        "op": op,
        "agenda": agenda(request.user, op, nu()),
        "stapels": doen,
        "iets_te_doen": any(stapel.aantal for stapel in doen),
        "team": team(request.user, op),
        "bewogen": bewogen,
        "geopend": geopend,
        "maandeinde": samenvatting(request.user, op=op) if request.user.mag(Recht.RAPPORT_CASELOAD) else None,
    }
    return render(request, "vandaag/vandaag.html", context)


@vereist(Recht.TERMIJN_BEHEREN)
def melding_list(request: MedewerkerRequest) -> HttpResponse:
    """What the nightly round told this colleague, newest first; done promises have left by themselves."""
    rijen = Melding.objects.voor(request.user).select_related("termijn__client")
    if "gelezen" not in request.GET:
        rijen = rijen.filter(gelezen_op=None)
    context = {"pagina": blader(rijen, bladnummer(request)), "ook_gelezen": "gelezen" in request.GET}
    return render(request, "vandaag/melding_list.html", context)


@require_POST
@vereist(Recht.TERMIJN_BEHEREN)
def melding_gelezen(request: MedewerkerRequest) -> HttpResponse:
    """Tick off one notification, or all of them; one that is not yours does not exist."""
    rijen = Melding.objects.ongelezen(request.user)
    pk = request.POST.get("melding", "")
    if pk != "alle":
        rijen = rijen.filter(pk=int(pk)) if pk.isascii() and pk.isdigit() and len(pk) < 18 else rijen.none()
    aantal = Melding.objects.filter(pk__in=list(rijen.values_list("pk", flat=True)[:5000])).update(gelezen_op=nu())
    if pk == "alle":
        zin = "1 melding staat op gelezen." if aantal == 1 else f"{aantal} meldingen staan op gelezen."
        messages.success(request, zin)
    return redirect("vandaag:melding_list")
