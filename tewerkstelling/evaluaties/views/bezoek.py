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
from tewerkstelling.evaluaties.views.rooster import contract_van, wie_er_is
from trajecten.forms.gesprek import Puntrijen, wie_keuzes
from trajecten.lezers import team_van


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkbezoek_create(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="werkbezoek")
    rij, dag = contract_van(client, contract), vandaag()
    plaats = str(rij.werkplek) if rij.werkplek else ""
    form = WerkbezoekForm(
        request.POST or None,
        instance=Werkbezoek(client=client, contract=rij),
        initial={"op": dag, "plaats": plaats[:120], "aanwezig": wie_er_is(client, rij.mentor)},
        vandaag=dag,
    )
    return _bewaar(request, form)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkbezoek_edit(request: MedewerkerRequest, pk: int, bezoek: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="werkbezoek")
    rij = get_object_or_404(
        Werkbezoek.objects.select_related("contract__werkplek__werkgever"), client=client, pk=bezoek
    )
    rij.client = client
    weiger_als(client.weigering_als_gesloten())
    return _bewaar(request, WerkbezoekForm(request.POST or None, instance=rij, vandaag=vandaag()))


def _bewaar(request: MedewerkerRequest, form: WerkbezoekForm) -> HttpResponse:
    """The visit and what was agreed there: both or neither."""
    bezoek, dag = form.instance, vandaag()
    client, nieuw = bezoek.client, bezoek.pk is None
    punten = Puntrijen(request.POST or None, wie=wie_keuzes(client, request.user, team_van(client)), vandaag=dag)
    if not form.is_bound or punten.is_valid():
        bewaard, botsing = sla_op(
            request,
            form,
            lambda: noteer_werkbezoek(
                bezoek, [] if nieuw else form.gewijzigde_velden(), punten.punten(), door=request.user, op=dag
            ),
            "Bezoek aan de werkplek",
        )
        if bewaard:
            messages.success(request, "Het bezoek is genoteerd." if nieuw else "Het bezoek is bewaard.")
            return redirect("evaluaties:evaluatierooster", client.pk, bezoek.contract_id)
        if botsing:
            return botsing
    context = {
        "client": client,
        "tab": "werk",
        "contract": bezoek.contract,
        "bezoek": None if nieuw else bezoek,
        "form": form,
        "punten": punten,
        "afspraken": [] if nieuw else bezoek.afspraken.zichtbaar_voor(request.user).select_related("medewerker"),
    }
    return render(request, "evaluaties/werkbezoek.html", context, status=422 if form.is_bound else 200)
