"""The werkervaringsovereenkomst: register, correct, or stop early. The window and its reasons are shown before saving."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import Voorbeeld, sla_op, voorbeeld
from ocmw.ui.plaats import naar
from tewerkstelling.feiten import gevolgen_van_venster
from tewerkstelling.forms import StopForm, WerkervaringForm
from trajecten.twe.actions import registreer_werkervaring, wijzig_werkervaring
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import venster_vanaf


@vereist(Recht.NAZORG_BEHEREN)
def werkervaring_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="werk")
    form = WerkervaringForm(request.POST or None, instance=Werkervaring(client=client), op=vandaag())
    bewaard, _ = sla_op(
        request,
        form,
        lambda: registreer_werkervaring(form.instance, door=request.user, op=vandaag()),
        kijk=lambda: _vooraf(form.instance),
    )
    if bewaard:
        messages.success(request, "De werkervaringsovereenkomst is geregistreerd.")
        return redirect(naar("werk", pk))
    context = {"client": client, "tab": "werk", "form": form}
    return render(request, "tewerkstelling/werkervaring_create.html", context)


@vereist(Recht.NAZORG_BEHEREN)
def werkervaring_edit(request: MedewerkerRequest, pk: int, werkervaring: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="werk")
    rij = get_object_or_404(Werkervaring.objects.lopend().select_related("client"), client=client, pk=werkervaring)
    form = WerkervaringForm(request.POST or None, instance=rij, op=vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_werkervaring(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Werkervaringsovereenkomst",
        kijk=lambda: _vooraf(form.instance),
    )
    if bewaard:
        messages.success(request, "De werkervaringsovereenkomst is gewijzigd.")
        return redirect(naar("werk", pk))
    context = {"client": client, "tab": "werk", "form": form, "werkervaring": rij}
    return botsing or render(request, "tewerkstelling/werkervaring_edit.html", context)


@vereist(Recht.NAZORG_BEHEREN)
def werkervaring_stoppen(request: MedewerkerRequest, pk: int, werkervaring: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="werk")
    rij = get_object_or_404(Werkervaring.objects.lopend().select_related("client"), client=client, pk=werkervaring)
    form = StopForm(request.POST or None, instance=rij)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_werkervaring(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Werkervaringsovereenkomst",
        kijk=lambda: voorbeeld(gevolgen_van_venster(form.instance, op=vandaag())),
    )
    if bewaard:
        messages.success(request, "De werkervaring is gestopt.")
        return redirect(naar("werk", pk))
    context = {"client": client, "tab": "werk", "form": form, "werkervaring": rij}
    return botsing or render(request, "tewerkstelling/werkervaring_stoppen.html", context)


def _vooraf(werkervaring: Werkervaring) -> Voorbeeld:
    venster = venster_vanaf(werkervaring.start)
    return voorbeeld(gevolgen_van_venster(werkervaring, op=vandaag()), venster.redenen)
