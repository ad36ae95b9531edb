"""Signatures, council list and the points of the checklist."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.startklaar.actions import (
    noteer_handtekeningen,
    noteer_raad,
    ontvink_punt,
    vink_punt,
    weigering_voor_punt,
    wis_handtekeningen,
)
from tewerkstelling.startklaar.forms import CheckpuntForm, HandtekeningenForm, RaadForm
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import stand_van, weigering_voor_wijzigen
from tewerkstelling.startklaar.views.openen import basis, open_plaatsing


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_handtekeningen(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = open_plaatsing(request, pk, plaatsing)
    stand = stand_van(rij, op=vandaag())
    form = HandtekeningenForm(request.POST or None, instance=rij, op=vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: noteer_handtekeningen(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Handtekeningen",
    )
    if bewaard:
        messages.success(request, "De handtekeningen zijn bewaard.")
        return redirect(rij)
    context = basis(client, form=form, plaatsing=rij, stand=stand, weigering=weigering_voor_wijzigen(stand))
    return botsing or render(request, "startklaar/plaatsing_handtekeningen.html", context)


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_wissen(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    """Clear the signatures of a paper that changed outside the placement."""
    _, rij = open_plaatsing(request, pk, plaatsing)
    try:
        wis_handtekeningen(rij, door=request.user, op=vandaag())
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    else:
        messages.success(request, "De handtekeningen zijn gewist. Druk het papier opnieuw af en laat tekenen.")
    return redirect(rij)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_raad(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = open_plaatsing(request, pk, plaatsing)
    form = RaadForm(request.POST or None, instance=rij)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: noteer_raad(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Raadslijst",
    )
    if bewaard:
        messages.success(request, "De raadslijst is bewaard.")
        return redirect(rij)
    return botsing or render(request, "startklaar/plaatsing_raad.html", basis(client, form=form, plaatsing=rij))


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_punt(request: MedewerkerRequest, pk: int, plaatsing: int, code: str) -> HttpResponse:
    """Another day, not needed, or a note; and untick. The button "In orde" posts today."""
    client, rij = open_plaatsing(request, pk, plaatsing)
    stand = stand_van(rij, op=vandaag())
    punt = stand.lijst.punt(code)
    if punt is None:
        raise Http404("Dit punt staat niet op de lijst.")
    if request.method == "POST" and "open" in request.POST:
        return _doe(request, rij, lambda: ontvink_punt(rij, code, door=request.user, op=vandaag()))
    if request.method == "POST" and "vandaag" in request.POST:
        return _doe(request, rij, lambda: vink_punt(rij, code, door=request.user, op=vandaag()))
    form = CheckpuntForm(request.POST or None, punt=punt, dag=vandaag())
    bewaard, _ = sla_op(
        request,
        form,
        lambda: vink_punt(
            rij, code, door=request.user, op=vandaag(), dag=form.cleaned_data["op"],
            stand=form.cleaned_data["stand"], toelichting=form.cleaned_data.get("toelichting", ""),
        ),
    )  # fmt: skip
    if bewaard:
        return redirect(rij)
    context = basis(client, form=form, plaatsing=rij, punt=punt, weigering=weigering_voor_punt(stand, code))
    return render(request, "startklaar/plaatsing_punt.html", context)


def _doe(request: MedewerkerRequest, rij: Plaatsing, wat: Callable[[], object]) -> HttpResponse:
    try:
        wat()
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect(rij)
