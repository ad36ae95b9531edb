"""The tab of the traject: where it stands, what stands in the way of the next phase, and the step itself."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import fasefeiten, ga_naar_fase
from trajecten.fasen import Fase
from trajecten.forms.fase import FasewisselForm
from trajecten.lezers import leesbaar_voor, team_van
from trajecten.models import Traject
from trajecten.trajectblad import fasevakken, stappen, verblijven
from trajecten.werk import heeft_werk


@vereist(Recht.DOSSIER_LEZEN)
def traject_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="traject")
    return _toon(request, client, FasewisselForm())


@vereist(Recht.TRAJECT_BEHEREN)
def traject_poort(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """What stands in the way of the next phase, refreshed after an answer was saved."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="traject")
    traject = client.trajecten.lopend().first()
    if traject is None:
        raise Http404("Er loopt geen traject.")
    return render(request, "trajecten/_poortredenen.html", {"client": client, **_stappen(request, client, traject)})


@require_POST
@vereist(Recht.TRAJECT_BEHEREN)
def fase_wijzigen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk)
    traject = client.trajecten.lopend().first()
    if traject is None:
        raise Geweigerd("Er loopt geen traject. Start eerst een traject.")
    form = FasewisselForm(request.POST)
    bewaard, _ = sla_op(
        request,
        form,
        lambda: ga_naar_fase(
            traject,
            form.cleaned_data["naar"],
            door=request.user,
            op=vandaag(),
            motivatie=form.cleaned_data["motivatie"],
            heeft_werk=heeft_werk(client, op=vandaag()),
        ),
        bij=None if request.POST.get("motivatie", "").strip() else "motivatie",
    )
    if bewaard:
        naar: Fase = form.cleaned_data["naar"]
        messages.success(request, f"Het traject staat nu in fase {naar.value}, {naar.label}.")
        return redirect("trajecten:traject_detail", pk)
    return _toon(request, client, form)


def _toon(request: MedewerkerRequest, client: Client, form: FasewisselForm) -> HttpResponse:
    trajecten = list(client.trajecten.select_related("gestart_door").prefetch_related("faseperiodes__gestart_door"))
    # A running traject first; otherwise the last one, to read.
    traject = next((t for t in trajecten if not t.afgesloten_op), trajecten[0] if trajecten else None)
    context: dict[str, Any] = {
        "client": client,
        "tab": "traject",
        "deel": "fasen",
        "traject": traject,
        "eerdere": [t for t in trajecten if t is not traject],
        "form": form,
        "beheert": request.user.mag(Recht.TRAJECT_BEHEREN) and not client.gesloten_op,
        "randproblemen": client.randproblemen.zichtbaar_voor(request.user),
    }
    if traject:
        context |= {
            "fase": 0 if traject.afgesloten_op else traject.fase,
            "vakken": fasevakken(traject, lezer=request.user),
            "verblijven": verblijven(traject, op=traject.afgesloten_op or vandaag()),
            "schrijft": context["beheert"] and not traject.afgesloten_op,
        }
        if context["schrijft"]:
            context |= _stappen(request, client, traject)
            context["lezers_afgeschermd"] = leesbaar_voor(client, team_van(client), afgeschermd=True)
    return render(request, "trajecten/traject_detail.html", context, status=422 if form.is_bound else 200)


def _stappen(request: MedewerkerRequest, client: Client, traject: Traject) -> dict[str, Any]:
    vooruit, terug = stappen(fasefeiten(traject, lezer=request.user, heeft_werk=heeft_werk(client, op=vandaag())))
    return {"vooruit": vooruit, "terug": terug}
