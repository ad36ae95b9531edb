"""The registration at VDAB of one client: read by many pages, written here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clienten.models import Client
from clienten.profiel.models import profiel_van
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from trajecten.actions import bewaar_vdab
from trajecten.forms.vdab import VdabForm
from trajecten.vdab import vdab_van


@vereist(Recht.GESPREK_NOTEREN)
def vdab_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="vdab")
    form = VdabForm(request.POST or None, instance=profiel_van(client))
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_vdab(
            form.instance,
            form.gewijzigde_velden(),
            nummer=form.cleaned_data["vdab_nummer"],
            door=request.user,
            op=vandaag(),
        ),
        "Inschrijving bij VDAB",
    )
    if bewaard:
        messages.success(request, "De inschrijving bij VDAB is bijgewerkt.")
        return redirect("trajecten:vdab_edit", pk)
    context = {"client": client, "tab": "traject", "form": form, "vdab": vdab_van(client)}
    return botsing or render(request, "trajecten/vdab_edit.html", context, status=422 if form.errors else 200)
