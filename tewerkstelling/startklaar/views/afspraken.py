"""The right and the decision before art.60, and what the client gets."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.startklaar.actions import noteer_beslissing, noteer_loon, weigering_voor_afspraak
from tewerkstelling.startklaar.forms import LoonafspraakForm, StartbeslissingForm
from tewerkstelling.startklaar.startfeiten import beslissing_van, loon_van
from tewerkstelling.startklaar.views.openen import basis, open_plaatsing


@vereist(Recht.NAZORG_BEHEREN)
def plaatsing_beslissing(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    """Also for the maatschappelijk werker: it is her decision, and she knows the right to leefloon."""
    client, rij = open_plaatsing(request, pk, plaatsing)
    form = StartbeslissingForm(
        request.POST or None, instance=beslissing_van(rij), medewerker=request.user, op=vandaag()
    )
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: noteer_beslissing(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Recht en beslissing",
    )
    if bewaard:
        messages.success(request, "Het recht en de beslissing zijn bewaard.")
        return redirect(rij)
    context = basis(client, form=form, plaatsing=rij, weigering=weigering_voor_afspraak(rij))
    return botsing or render(request, "startklaar/plaatsing_beslissing.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_loon(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = open_plaatsing(request, pk, plaatsing)
    form = LoonafspraakForm(request.POST or None, instance=loon_van(rij))
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: noteer_loon(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Wat krijgt de cliënt",
    )
    if bewaard:
        messages.success(request, "Wat de cliënt krijgt, is bewaard. Druk het blad ‘Wat krijg ik?’ af en geef het mee.")
        return redirect(rij)
    context = basis(client, form=form, plaatsing=rij, weigering=weigering_voor_afspraak(rij))
    return botsing or render(request, "startklaar/plaatsing_loon.html", context)
