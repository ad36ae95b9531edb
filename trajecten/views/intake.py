"""The intake talk of the Aalst page (S1)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import nu, vandaag
from ocmw.kladjes.actions import vergeet_kladjes
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.versie import bewaar_ook_na_eigen
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import bewaar_intake, rond_intake_af
from trajecten.forms.intake import IntakeForm
from trajecten.models import Intake
from trajecten.views.doorverwijzing import meld_botsing


@vereist(Recht.TRAJECT_BEHEREN)
def intake_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="intake")
    intake = Intake.objects.filter(client=client).first() or Intake(client=client)
    form = IntakeForm(request.POST or None, instance=intake)
    automatisch = request.method == "POST" and "automatisch" in request.POST
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_ook_na_eigen(form, lambda: _bewaar(form, request), request.user),
        "Intake",
        botst=meld_botsing(request) if automatisch else None,
    )
    if botsing:
        return botsing
    if bewaard:
        if automatisch:
            vergeet_kladjes(adres=request.path, door=request.user)
            vers = IntakeForm(instance=Intake.objects.get(client=client))
            return render(request, "trajecten/_bewaarstand.html", {"form": vers, "om": nu()})
        if "afronden" not in request.POST:
            messages.success(request, "De intake is bewaard.")
            return redirect("trajecten:aanmelding", pk)
        if reden := form.instance.weigering_voor_afronden():
            form.add_error(None, f"De intake is bewaard, maar nog niet afgerond. {reden}")
        else:
            return _rond_af(request, form.instance)
    if automatisch:
        return render(request, "trajecten/_bewaarstand.html", {"fout": True, "form": form})
    context = {"client": client, "tab": "traject", "form": form, "intake": intake}
    return render(request, "trajecten/intake_edit.html", context)


def _bewaar(form: IntakeForm, request: MedewerkerRequest) -> None:
    bewaar_intake(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag())


@require_POST
@vereist(Recht.TRAJECT_BEHEREN)
def intake_afronden(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk)
    return _rond_af(request, get_object_or_404(Intake, client=client))


def _rond_af(request: MedewerkerRequest, intake: Intake) -> HttpResponse:
    try:
        rond_intake_af(intake, door=request.user, op=vandaag())
    except Geweigerd as weigering:
        messages.error(request, weigering.reden)
        return redirect("trajecten:intake_edit", intake.client_id)
    messages.success(
        request,
        "De intake is afgerond en telt als gesprek. Wat de cliënt vroeg, staat in het plan. Je kan het traject nu starten.",
    )
    return redirect("trajecten:aanmelding", intake.client_id)
