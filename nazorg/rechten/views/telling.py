"""What was proven before, and how this contract is counted. Both move the day of the rights: shown first, saved after."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from clienten.models import Client
from nazorg.feiten import gevolgen_van_contract, gevolgen_van_positie
from nazorg.rechten.forms import RechtspositieForm, TellingForm
from nazorg.rechten.views.terug import naar_rechten
from nazorg.rechtenstand import kies_contract
from nazorg.views.bevestigen import Voorbeeld, is_gezien, voorbeeld
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.actions import bewaar_rechtspositie, wijzig_tewerkstelling
from tewerkstelling.models import Rechtspositie, Tewerkstelling


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def rechtspositie_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    positie = Rechtspositie.objects.filter(client=client).first() or Rechtspositie()
    positie.client = client
    form = RechtspositieForm(request.POST or None, instance=positie, op=vandaag())
    vooraf = Voorbeeld()
    if form.is_valid():
        contract = kies_contract(list(Tewerkstelling.objects.filter(client=client).select_related("client")), vandaag())
        vooraf = voorbeeld(gevolgen_van_positie(form.instance, contract, op=vandaag()))
        if is_gezien(request, vooraf):
            bewaard, botsing = sla_op(
                request,
                form,
                lambda: bewaar_rechtspositie(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
                "Wat al bewezen is",
            )
            if bewaard:
                messages.success(request, "Bewaard. De teller houdt er rekening mee.")
                return naar_rechten(client)
            if botsing:
                return botsing
    context = {"client": client, "tab": "werk", "form": form, "vooraf": vooraf}
    return render(request, "nazorg/rechten/rechtspositie_edit.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def telling_edit(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    rij = get_object_or_404(Tewerkstelling.objects.select_related("client"), client=client, pk=contract)
    form = TellingForm(request.POST or None, instance=rij, op=vandaag())
    vooraf = Voorbeeld()
    if form.is_valid():
        vooraf = voorbeeld(gevolgen_van_contract(form.instance, op=vandaag()))
        if is_gezien(request, vooraf):
            bewaard, botsing = sla_op(
                request,
                form,
                lambda: wijzig_tewerkstelling(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
                "Hoe we tellen",
            )
            if bewaard:
                messages.success(request, "Bewaard. De teller is aangepast.")
                return naar_rechten(client, rij)
            if botsing:
                return botsing
    context = {"client": client, "tab": "werk", "form": form, "vooraf": vooraf, "contract": rij}
    return render(request, "nazorg/rechten/telling_edit.html", context)
