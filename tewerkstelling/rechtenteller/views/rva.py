"""Calculations in OCMW@RVA: what was asked, when it was sent, and the answer that binds."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.gevolgen import lees_stand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.actions import bewaar_rva_berekening, neem_basis_over
from tewerkstelling.rechtenteller.forms import RvaForm
from tewerkstelling.rechtenteller.models import RvaBerekening
from tewerkstelling.rechtenteller.ocmwrva import invultekst
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten
from tewerkstelling.rechtenteller.views.terug import naar_rechten


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def rva_create(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    van = get_object_or_404(Tewerkstelling.objects.art60().select_related("client"), client=client, pk=contract)
    berekening = RvaBerekening()
    neem_basis_over(berekening, van)
    return _formulier(request, client, berekening, "rechtenteller/rva_create.html")


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def rva_edit(request: MedewerkerRequest, pk: int, berekening: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    rijen = RvaBerekening.objects.select_related("contract__client")
    return _formulier(
        request, client, get_object_or_404(rijen, client=client, pk=berekening), "rechtenteller/rva_edit.html"
    )


def _formulier(request: MedewerkerRequest, client: Client, berekening: RvaBerekening, sjabloon: str) -> HttpResponse:
    form = RvaForm(request.POST or None, instance=berekening, op=vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_rva_berekening(form.instance, door=request.user, op=vandaag()),
        "Berekening van de RVA",
    )
    if bewaard:
        messages.success(request, f"Bewaard als: {form.instance.get_status_display().lower()}.")
        return naar_rechten(client, berekening.contract)
    tekst = invultekst(
        lees_rechten(lees_stand(client, op=vandaag())),
        berekening.contract,
        mag_alles=request.user.mag(Recht.AFGESCHERMD_LEZEN),
    )
    context = {"client": client, "tab": "werk", "form": form, "berekening": berekening, "invultekst": tekst}
    return botsing or render(request, sjabloon, context)
