"""Opleiding en andere middelen: the list in the traject, one form to add and to change."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from trajecten.actions import bewaar_middel
from trajecten.enums import Middelsoort
from trajecten.forms.middel import MiddelForm
from trajecten.models import Middel


@vereist(Recht.DOSSIER_LEZEN)
def middel_list(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="middelen")
    context = {
        "client": client,
        "tab": "traject",
        "pagina": blader(Middel.objects.filter(client=client), bladnummer(request)),
        "noteert": request.user.mag(Recht.GESPREK_NOTEREN) and not client.gesloten_op,
        "op": vandaag(),
    }
    return render(request, "trajecten/middel_list.html", context)


@vereist(Recht.GESPREK_NOTEREN)
def middel_nieuw(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="middelen")
    soort = request.GET.get("soort", "")
    begin = {"soort": soort} if soort in Middelsoort.values else {}
    form = MiddelForm(request.POST or None, instance=Middel(client=client), initial={"van": vandaag(), **begin})
    bewaard, _ = sla_op(request, form, lambda: bewaar_middel(form.instance, door=request.user, op=vandaag()))
    if bewaard:
        messages.success(request, f"{form.instance.get_soort_display()} genoteerd.")
        return redirect("trajecten:middel_list", pk)
    context = {"client": client, "tab": "traject", "form": form}
    return render(request, "trajecten/middel_nieuw.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.GESPREK_NOTEREN)
def middel_wijzigen(request: MedewerkerRequest, pk: int, middel_pk: int) -> HttpResponse:
    alle = Middel.objects.filter(client=pk).select_related("client__ocmw")
    middel = open_dossier(alle, request, middel_pk, onderdeel="middelen")
    form = MiddelForm(request.POST or None, instance=middel)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_middel(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Middel",
    )
    if bewaard:
        messages.success(request, "Bijgewerkt.")
        return redirect("trajecten:middel_list", pk)
    context = {"client": middel.client, "tab": "traject", "form": form, "middel": middel}
    return botsing or render(request, "trajecten/middel_nieuw.html", context, status=422 if form.is_bound else 200)
