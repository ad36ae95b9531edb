"""Start a placement, or stop it before it starts."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from ocmw.kalender.klok import nu, vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.startklaar.actions import start_plaatsing, zet_plaatsing_stop
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.forms import PlaatsingstartForm, PlaatsingstopForm
from tewerkstelling.startklaar.kaart import kaarten
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import met_overlap, stand_van, weigering_voor
from tewerkstelling.startklaar.views.openen import basis, open_plaatsing


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_start(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = open_plaatsing(request, pk, plaatsing)
    stand = stand_van(rij, op=vandaag())
    form = PlaatsingstartForm(request.POST or None, toch=not stand.lijst.volledig, initial={"versie": rij.versie})
    bewaard, _ = sla_op(request, form, lambda: _start(rij, form, request))
    if bewaard:
        messages.success(request, f"De plaatsing is gestart. Het contract loopt vanaf {rij.van:%d/%m/%Y}.")
        return redirect(rij)
    stand = met_overlap(stand, rij)
    context = basis(
        client,
        form=form,
        kaart=kaarten([rij], nu=nu())[0],
        stand=stand,
        weigering=weigering_voor(replace(stand, motivatie="ja"), Plaatsingstatus.GESTART, request.user),
    )
    return render(request, "startklaar/plaatsing_start.html", context)


def _start(rij: Plaatsing, form: PlaatsingstartForm, request: MedewerkerRequest) -> None:
    rij.versie = form.cleaned_data["versie"]
    start_plaatsing(rij, motivatie=form.cleaned_data.get("motivatie", ""), door=request.user, op=vandaag())


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_stop(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = open_plaatsing(request, pk, plaatsing)
    weigering = weigering_voor(stand_van(rij, op=vandaag()), Plaatsingstatus.STOPGEZET, request.user)
    form = PlaatsingstopForm(request.POST or None)
    bewaard, _ = sla_op(
        request,
        form,
        lambda: zet_plaatsing_stop(rij, reden=form.cleaned_data["stopreden"], door=request.user, op=vandaag()),
    )
    if bewaard:
        messages.success(request, "De plaatsing is stopgezet.")
        return redirect(rij)
    context = basis(client, form=form, plaatsing=rij, weigering=weigering)
    return render(request, "startklaar/plaatsing_stop.html", context)
