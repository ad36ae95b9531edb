"""Does the installation run? A page for the beheerder, and an address for a monitor."""

from dataclasses import asdict

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ocmw.journaal.uitslag import laatste_uitslag
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.opdrachten.werking import KLOK, WORKER, laatste_teken, leeft, mail_vertrekt, schijf_ruim, stand_van_de_rij
from ocmw.opdrachten.werking import gezondheid as meet_gezondheid
from ocmw.toegang.http import MedewerkerRequest, openbaar, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.mail import mail_blijft_hier
from ocmw.ui.schijf import vrij


@vereist(Recht.WERKING_VOLGEN)
def werking(request: MedewerkerRequest) -> HttpResponse:
    wachtend = Opdracht.objects.filter(status=Opdrachtstatus.WACHT).order_by("aangevraagd_op")
    context = {
        "processen": [(naam, leeft(wie), laatste_teken(wie)) for naam, wie in (("Worker", WORKER), ("Klok", KLOK))],
        "mail": mail_vertrekt(),
        "mail_blijft_hier": mail_blijft_hier(),
        "journaal": laatste_uitslag(),
        "vrij": vrij(),
        "ruim": schijf_ruim(),
        "minstens": settings.SCHIJF_MINSTENS_MB,
        "rij": stand_van_de_rij(),
        "opdrachten": wachtend.count(),
        "oudste_opdracht": wachtend.values_list("aangevraagd_op", flat=True).first(),
    }
    return render(request, "beheer/werking.html", context)


@openbaar
@require_safe
@never_cache
def gezondheid(request: HttpRequest) -> HttpResponse:
    """200 when all is well, 503 when not; codes only. For an alarm: the website itself may work fine on a 503."""
    staat = meet_gezondheid()
    return JsonResponse(asdict(staat), status=200 if staat.goed else 503)
