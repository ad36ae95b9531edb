"""Give the ticked clients of the caseload to one colleague: each of them wholly or not at all, with the result per client."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from clienten.enums import Toewijzingsrol
from clienten.handeling import handeling
from clienten.models import Client, Toewijzing
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.bewaring import bewaar_apart, is_botsing, leest_eerst
from ocmw.ui.rijnummer import rijnummer
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.clientenlijst.forms import BulkToewijzenForm
from ocmw.werkruimte.dossier.actions import draag_over

GROEP = 20
BEZET = "Een collega wijzigde dit dossier op hetzelfde moment. Probeer het opnieuw."


@dataclass(frozen=True)
class Toewijsuitslag:
    """What became of one client; `waarom_niet` is empty when the colleague follows it now."""

    client: Client
    volgde_al: bool = False
    waarom_niet: str = ""


@leest_eerst  # a group is a transaction of its own: two hundred in one would keep everybody else waiting
@require_POST
@vereist(Recht.TOEWIJZEN)
def client_toewijzen(request: MedewerkerRequest) -> HttpResponse:
    """Every client is in scope or is left alone. Sent twice, the second finds that the colleague follows them already."""
    terug = request.POST.get("terug", "")
    if not url_has_allowed_host_and_scheme(terug, allowed_hosts=None):
        terug = reverse("clientenlijst:client_list")
    form = BulkToewijzenForm(request.POST, medewerker=request.user)
    gekozen = _gekozen(request)
    clienten = list(Client.objects.zichtbaar_voor(request.user).open().filter(pk__in=gekozen))
    if not clienten:
        messages.error(request, "Vink eerst de cliënten aan die je wil toewijzen.")
        return redirect(terug)
    if not form.is_valid():
        messages.error(request, "Kies de trajectbegeleider aan wie je toewijst.")
        return redirect(terug)
    coach, op = form.cleaned_data["coach"], vandaag()
    uitslagen = [
        uitslag
        for begin in range(0, len(clienten), GROEP)
        for uitslag in wijs_groep_toe(clienten[begin : begin + GROEP], coach, door=request.user, op=op)
    ]
    context = {
        "coach": coach,
        "uitslagen": uitslagen,
        "gelukt": sum(not uitslag.waarom_niet for uitslag in uitslagen),
        "weg": len(gekozen) - len(clienten),
        "terug": terug,
    }
    return render(request, "clientenlijst/client_toewijzen.html", context)


def wijs_groep_toe(groep: list[Client], coach: Medewerker, *, door: Medewerker, op: date) -> list[Toewijsuitslag]:
    """What follows from who follows whom now is derived once for all of them."""

    def werk() -> list[Toewijsuitslag]:
        with handeling(op=op):
            return [wijs_een_toe(client, coach, door=door, op=op) for client in groep]

    try:
        return bewaar_apart(werk)
    except Exception as fout:
        if not is_botsing(fout):
            raise
        return [Toewijsuitslag(client, waarom_niet=BEZET) for client in groep]


def wijs_een_toe(client: Client, coach: Medewerker, *, door: Medewerker, op: date) -> Toewijsuitslag:
    """One row of the list: what goes wrong here leaves the others alone."""

    def werk() -> Toewijsuitslag:
        # Locked and read anew: a colleague may have closed or handed it over since the list was read.
        vers = Client.objects.select_for_update().get(pk=client.pk)
        rol = Toewijzingsrol.ATB
        if Toewijzing.objects.filter(client=vers, rol=rol, medewerker=coach, tot=None).exists():
            return Toewijsuitslag(vers, volgde_al=True)
        draag_over(vers, coach, rol=rol, door=door, op=op)
        return Toewijsuitslag(vers)

    try:
        return bewaar_apart(werk)
    except Geweigerd as weigering:
        return Toewijsuitslag(client, waarom_niet=weigering.reden)
    except Exception as fout:
        if not is_botsing(fout):
            raise
        return Toewijsuitslag(client, waarom_niet=BEZET)


def _gekozen(request: MedewerkerRequest) -> set[int]:
    return {pk for tekst in request.POST.getlist("client")[:500] if (pk := rijnummer(tekst))}
