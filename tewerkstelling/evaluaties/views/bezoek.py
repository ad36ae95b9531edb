"""Visits to the work floor: note one, or correct it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import weiger_als
from tewerkstelling.evaluaties.actions import noteer_werkbezoek
from tewerkstelling.evaluaties.forms import WerkbezoekForm
from tewerkstelling.evaluaties.models import Werkbezoek
from tewerkstelling.evaluaties.views.rooster import contract_van


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkbezoek_create(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="werkbezoek")
    rij, dag = contract_van(client, contract), vandaag()
    plaats = str(rij.werkplek) if rij.werkplek else ""
    form = WerkbezoekForm(
        request.POST or None,
        instance=Werkbezoek(client=client, contract=rij),
        initial={"op": dag, "plaats": plaats[:120]},
        vandaag=dag,
    )
    bewaard, _ = sla_op(request, form, lambda: noteer_werkbezoek(form.instance, door=request.user, op=dag))
    if bewaard:
        messages.success(request, "Het bezoek is genoteerd.")
        return redirect("evaluaties:evaluatierooster", pk, contract)
    context = {"client": client, "tab": "werk", "contract": rij, "form": form}
    return render(request, "evaluaties/werkbezoek.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkbezoek_edit(request: MedewerkerRequest, pk: int, bezoek: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="werkbezoek")
    rij = get_object_or_404(
        Werkbezoek.objects.select_related("contract__werkplek__werkgever"), client=client, pk=bezoek
    )
    rij.client, dag = client, vandaag()
    weiger_als("Dit dossier is gesloten. Heropen het eerst." if client.gesloten_op else "")
    form = WerkbezoekForm(request.POST or None, instance=rij, vandaag=dag)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: noteer_werkbezoek(form.instance, form.gewijzigde_velden(), door=request.user, op=dag),
        "Bezoek aan de werkplek",
    )
    if bewaard:
        messages.success(request, "Het bezoek is bewaard.")
        return redirect("evaluaties:evaluatierooster", pk, rij.contract_id)
    context = {"client": client, "tab": "werk", "contract": rij.contract, "bezoek": rij, "form": form}
    return botsing or render(request, "evaluaties/werkbezoek.html", context)
