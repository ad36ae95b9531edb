"""One tap in phase 4 of the traject: what must still be learned becomes an action."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import korte_dag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.actions import maak_leeractie
from tewerkstelling.evaluaties.planning import Gepland, Planning
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.werkstand import kies_contract
from trajecten.forms.gesprek import TERMIJN_ACTIEPUNT


@require_POST
@vereist(Recht.GESPREK_NOTEREN)
def leeractie(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="traject")
    op = vandaag()
    volgende = volgende_evaluatie(client, op=op)
    tegen = volgende.op if volgende else op + TERMIJN_ACTIEPUNT
    try:
        punt = maak_leeractie(client, request.POST.get("leerpunt", ""), tegen=tegen, door=request.user, op=op)
        waarom = f", de dag van de evaluatie van {volgende.naam.lower()}" if volgende else ""
        messages.success(
            request,
            f"“{punt.omschrijving}” staat bij de acties: {client.voornaam}, tegen {korte_dag(tegen)}{waarom}. "
            "Wie of wanneer wijzig je daar.",
        )
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect(f"{reverse('trajecten:traject_detail', args=[pk])}#fasedeel-4")


def volgende_evaluatie(client: Client, *, op: date) -> Gepland | None:
    """The first planned evaluation of art.60 that leaves time to learn (as long as an action gets by itself): by then we see what
    was learned. None when nothing is planned."""
    art60 = Tewerkstelling.objects.filter(client=client, soort=Contractsoort.ART60).select_related("werkplek")
    contract = kies_contract(art60, op)
    rijen = Planning([contract], op=op).evaluaties(contract) if contract else []
    return next((rij for rij in rijen if not rij.gehouden and rij.op >= op + TERMIJN_ACTIEPUNT), None)
