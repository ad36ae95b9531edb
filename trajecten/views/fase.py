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
from trajecten.actions import fasefeiten, ga_naar_fase, neem_fasevoorstel
from trajecten.eenkeer import met_profiel
from trajecten.fasen import Fase
from trajecten.fasevoorstel import Werkfeit, soort_werk
from trajecten.forms.fase import FasewisselForm
from trajecten.lezers import leesbaar_voor, team_van
from trajecten.models import Fasebeantwoording, Traject
from trajecten.trajectblad import fasevakken, randblad, stappen, verblijven
from trajecten.werk import voorstel_voor, werkfeiten_van


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
    return render(
        request,
        "trajecten/_poortredenen.html",
        {"client": client, **_stappen(request, traject, werkfeiten_van(client))},
    )


@require_POST
@vereist(Recht.TRAJECT_BEHEREN)
def fase_wijzigen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk)
    traject = client.trajecten.lopend().first()
    if traject is None:
        raise Geweigerd("Er loopt geen traject. Start eerst een traject.")
    werk = werkfeiten_van(client)
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
            heeft_werk=any(feit.loopt(vandaag()) for feit in werk),
            soort_werk=soort_werk(werk, op=vandaag()),
        ),
        bij=None if request.POST.get("motivatie", "").strip() else "motivatie",
    )
    if bewaard:
        naar: Fase = form.cleaned_data["naar"]
        messages.success(request, f"Het traject staat nu in fase {naar.value}, {naar.label}.")
        return redirect("trajecten:traject_detail", pk)
    return _toon(request, client, form)


@require_POST
@vereist(Recht.TRAJECT_BEHEREN)
def fasevoorstel_nemen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """One tap: the step that the facts propose now. Another one than the page showed is said, not taken."""
    client = open_dossier(Client.objects.met_kop(), request, pk)
    traject = client.trajecten.lopend().first()
    voorstel = voorstel_voor(traject, werkfeiten_van(client), op=vandaag()) if traject else None
    if traject is None or voorstel is None or voorstel.sleutel != request.POST.get("voorstel"):
        raise Geweigerd(
            "Dit voorstel is er niet meer: de fase of het werk veranderde intussen. Bekijk het traject opnieuw."
        )
    neem_fasevoorstel(traject, voorstel, door=request.user, op=vandaag())
    messages.success(
        request,
        f"Het traject staat nu in {voorstel.in_woorden}. {voorstel.reden} "
        "Klopt dat niet, zet het dan terug bij “Terug naar een vorige fase”.",
    )
    return redirect("trajecten:traject_detail", pk)


def _toon(request: MedewerkerRequest, client: Client, form: FasewisselForm) -> HttpResponse:
    trajecten = list(client.trajecten.select_related("gestart_door").prefetch_related("faseperiodes__gestart_door"))
    # A running traject first; otherwise the last one, to read.
    traject = next((t for t in trajecten if not t.afgesloten_op), trajecten[0] if trajecten else None)
    context: dict[str, Any] = {
        "client": client,
        "tab": "traject",
        "traject": traject,
        "eerdere": [t for t in trajecten if t is not traject],
        "form": form,
        "beheert": request.user.mag(Recht.TRAJECT_BEHEREN) and not client.gesloten_op,
        **randblad(client, lezer=request.user),
    }
    if traject:
        gezegd = met_profiel(traject, traject.beantwoordingen.zichtbaar_voor(request.user))
        werk = werkfeiten_van(client)
        soort = soort_werk(werk, op=vandaag())
        context |= {
            "fase": 0 if traject.afgesloten_op else traject.fase,
            "vakken": fasevakken(traject, lezer=request.user, soort_werk=soort, op=vandaag(), gezegd=gezegd),
            "verblijven": verblijven(traject, op=traject.afgesloten_op or vandaag()),
            "schrijft": context["beheert"] and not traject.afgesloten_op,
        }
        if context["schrijft"]:
            context |= _stappen(request, traject, werk, gezegd)
            context["past_aan"] = request.user.mag(Recht.CLIENT_BEHEREN)
            context["lezers_afgeschermd"] = leesbaar_voor(client, team_van(client), afgeschermd=True)
    return render(request, "trajecten/traject_detail.html", context, status=422 if form.is_bound else 200)


def _stappen(
    request: MedewerkerRequest,
    traject: Traject,
    werk: list[Werkfeit],
    gezegd: dict[str, Fasebeantwoording] | None = None,
) -> dict[str, Any]:
    op = vandaag()
    feiten = fasefeiten(
        traject,
        lezer=request.user,
        heeft_werk=any(feit.loopt(op) for feit in werk),
        soort_werk=soort_werk(werk, op=op),
        gezegd=gezegd,
    )
    vooruit, terug = stappen(feiten)
    return {"vooruit": vooruit, "terug": terug, "voorstel": voorstel_voor(traject, werk, op=op)}
