"""The contracts of one client. What moves a date is shown first and saved after."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op, voorbeeld
from ocmw.ui.plaats import naar
from tewerkstelling.actions import start_tewerkstelling, wijzig_tewerkstelling
from tewerkstelling.feiten import gevolgen_van_contract
from tewerkstelling.forms import ContractForm
from tewerkstelling.models import Tewerkstelling


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def contract_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.select_related("stand__coach"), request, pk, onderdeel="werk")
    form = ContractForm(
        request.POST or None, instance=Tewerkstelling(client=client), medewerker=request.user, op=vandaag()
    )
    bewaard, _ = sla_op(
        request,
        form,
        lambda: start_tewerkstelling(form.instance, door=request.user, op=vandaag()),
        kijk=lambda: voorbeeld(gevolgen_van_contract(form.instance, op=vandaag())),
    )
    if bewaard:
        messages.success(request, "Het contract is geregistreerd.")
        return redirect(naar("werk", pk))
    context = {"client": client, "tab": "werk", "form": form}
    return render(request, "tewerkstelling/contract_create.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def contract_edit(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.select_related("stand__coach"), request, pk, onderdeel="werk")
    rij = get_object_or_404(Tewerkstelling.objects.select_related("client"), client=client, pk=contract)
    form = ContractForm(request.POST or None, instance=rij, medewerker=request.user, op=vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_tewerkstelling(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Contract",
        kijk=lambda: voorbeeld(gevolgen_van_contract(form.instance, op=vandaag())),
    )
    if bewaard:
        messages.success(request, "Het contract is gewijzigd.")
        return redirect(naar("werk", pk))
    context = {"client": client, "tab": "werk", "form": form, "contract": rij}
    return botsing or render(request, "tewerkstelling/contract_edit.html", context)
