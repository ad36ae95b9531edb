"""What colleagues left behind, and to whom it goes."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.enums import Toewijzingsrol
from clienten.handeling import handeling
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import aantal
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht, rollen_met
from ocmw.toegang.samen import kunnen_volgen
from ocmw.ui.rijnummer import rijnummer
from ocmw.ui.weigering import weiger_als
from ocmw.werkruimte.beheer.overdracht import (
    MEESTE_AFSPRAKEN,
    achtergelaten,
    afspraken_zonder_collega,
    kan_coach_zijn,
    vertrekt,
)
from ocmw.werkruimte.dossier.actions import draag_over
from trajecten.actions import verzet_afspraak


@vereist(Recht.TOEWIJZEN)
def overdracht(request: MedewerkerRequest) -> HttpResponse:
    op = vandaag()
    afspraken = afspraken_zonder_collega(request.user, op).select_related("client", "medewerker").order_by("begint_op")
    wie = kunnen_volgen(request.user.ocmw_id, op=op).filter(rol__in=rollen_met(Recht.GESPREK_NOTEREN))
    context = {
        "groepen": achtergelaten(request.user),
        "afspraken": list(afspraken[:MEESTE_AFSPRAKEN]),
        "vertrekt": vertrekt(request.user, op),
        "collegas": [(collega.pk, collega.naam) for collega in wie],
    }
    return render(request, "beheer/overdracht.html", context)


@require_POST
@vereist(Recht.TOEWIJZEN)
def afspraak_overdragen(request: MedewerkerRequest, pk: int, verweesd_pk: int) -> HttpResponse:
    """Only what is on the list; the appointments of a colleague who is here, are that colleague's own."""
    op = vandaag()
    mogelijk = afspraken_zonder_collega(request.user, op).filter(client=pk).select_related("client")
    afspraak = open_dossier(mogelijk, request, verweesd_pk)
    kiesbaar = kunnen_volgen(afspraak.client.ocmw_id, op=op).filter(rol__in=rollen_met(Recht.GESPREK_NOTEREN))
    collega = kiesbaar.filter(pk=rijnummer(request.POST.get("collega", ""))).first()
    weiger_als("" if collega else "Kies de collega die deze afspraak overneemt.")
    afspraak.medewerker = collega  # type: ignore[assignment]  # refused above when there is none
    verzet_afspraak(afspraak, ["medewerker"], door=request.user, op=op, toch="toch" in request.POST)
    messages.success(request, f"{afspraak.medewerker.naam} neemt de afspraak met {afspraak.client.naam} over.")
    return redirect("beheer:overdracht")


@require_POST
@vereist(Recht.TOEWIJZEN)
def overdracht_terug(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Somebody came back: what nobody took over meanwhile is followed again."""
    collega = get_object_or_404(Medewerker, pk=pk)
    groep = next((groep for groep in achtergelaten(request.user) if groep.medewerker == collega), None)
    if groep is None and collega.ocmw_id != request.user.ocmw_id:
        raise Http404
    weiger_als("" if groep and kan_coach_zijn(collega) else "Hier is niets om terug te geven.")
    dossiers = groep.dossiers if groep else []
    with handeling(op=vandaag()):
        for rij in dossiers:
            draag_over(rij.client, collega, rol=Toewijzingsrol.ATB, door=request.user, op=vandaag())
    messages.success(request, f"{collega.naam} volgt weer {aantal(len(dossiers), 'dossier', 'dossiers')}.")
    return redirect("beheer:overdracht")
