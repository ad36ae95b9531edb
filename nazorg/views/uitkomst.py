"""What the client does on a check day after the exit."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from clienten.models import Client
from nazorg.actions import noteer_uitkomst, weigering_voor_uitkomst
from nazorg.forms.uitkomst import UitkomstForm
from nazorg.models import Uitkomst
from nazorg.opvolging import opvolging_van
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd, weiger_als


@vereist(Recht.NAZORG_BEHEREN)
def uitkomst_noteren(request: MedewerkerRequest, pk: int, moment: str) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="nazorg")
    opvolging = opvolging_van(client, op=vandaag())
    if opvolging is None:
        raise Geweigerd("Er is nog geen art.60-contract afgelopen. De momenten tellen vanaf de uitstroom.")
    meting = next((m for m in opvolging.metingen if m.moment.code == moment), None)
    if meting is None:
        raise Http404("Dit moment bestaat niet.")
    weiger_als(weigering_voor_uitkomst(meting.moment.dag, op=vandaag()))
    rij = meting.uitkomst or Uitkomst(client=client, contract=opvolging.contract, moment=moment)
    if meting.uitkomst and request.method == "POST" and request.POST.get("versie", "") in {"", "0"}:
        rij.versie = 0  # nobody had answered when this page was opened
    rij.peildag = meting.moment.dag
    form = UitkomstForm(request.POST or None, instance=rij)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: noteer_uitkomst(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        meting.moment.naam,
    )
    if bewaard:
        messages.success(request, "De uitkomst is genoteerd.")
        return redirect("nazorg:nazorg_detail", pk)
    context = {"client": client, "tab": "werk", "form": form, "moment": meting.moment, "opvolging": opvolging}
    return botsing or render(request, "nazorg/uitkomst_noteren.html", context, status=422 if form.is_bound else 200)
