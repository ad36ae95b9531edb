"""The money of the TWE months of one client: expected per month with the reason, and how it stands at VDAB."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import OnbekendeRegel, regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.geld.actions import bewaar_registratie
from tewerkstelling.geld.berekening import geldstand
from tewerkstelling.geld.forms import RegistratieForm
from tewerkstelling.geld.models import TweRegistratie
from trajecten.twe.models import Werkervaring


@vereist(Recht.DOSSIER_LEZEN)
def vergoeding_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The running window, or the last one; an earlier one by its number."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="vergoeding")
    alle = list(Werkervaring.objects.filter(client=client))
    gekozen = request.GET.get("werkervaring", "")
    lopend = next((rij for rij in alle if rij.gestopt_op is None), alle[0] if alle else None)
    werkervaring = next((rij for rij in alle if str(rij.pk) == gekozen), lopend)
    stand, fout = None, ""
    if werkervaring:
        try:
            stand = geldstand(client, werkervaring, op=vandaag())
        except OnbekendeRegel as onbekend:
            fout = str(onbekend)
    context = {
        "client": client,
        "tab": "werk",
        "op": vandaag(),
        "stand": stand,
        "fout": fout,
        "andere": [rij for rij in alle if rij != werkervaring],
        "correctie": regel("twe.correctie_maanden", op=vandaag()),
    }
    return render(request, "geld/vergoeding_detail.html", context)


@vereist(Recht.NAZORG_BEHEREN)
def registratie_edit(request: MedewerkerRequest, pk: int, werkervaring: int) -> HttpResponse:
    """`?terug=`: the list from which somebody notes one after the other."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="vergoeding")
    venster = get_object_or_404(Werkervaring, client=client, pk=werkervaring)
    gevraagd = request.GET.get("terug", "")
    terug = reverse("geld:vergoeding_detail", args=[pk])
    if url_has_allowed_host_and_scheme(gevraagd, allowed_hosts=None):
        terug = gevraagd
    rij = TweRegistratie.objects.filter(werkervaring=venster).select_related("client").first()
    form = RegistratieForm(
        request.POST or None,
        instance=rij or TweRegistratie(client=client, werkervaring=venster),
        op=vandaag(),
        mag_bevestigen=request.user.mag(Recht.RAPPORT_CASELOAD),
    )
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_registratie(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Registratie bij VDAB",
    )
    if bewaard:
        messages.success(request, f"De registratie van {client.naam} is bewaard.")
        return redirect(terug)
    context = {"client": client, "tab": "werk", "form": form, "venster": venster, "terug": terug}
    return botsing or render(request, "geld/registratie_edit.html", context)
