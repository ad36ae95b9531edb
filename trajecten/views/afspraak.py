"""Appointments of one client: make, move, cancel, kept, missed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from trajecten.actions import botsing, handel_afspraak_af, maak_afspraak, verzet_afspraak
from trajecten.enums import Afspraakstatus
from trajecten.forms.afspraak import AfspraakForm
from trajecten.models import Afspraak
from trajecten.sjablonen import DATUMCHIPS

MELDING: dict[str, str] = {
    Afspraakstatus.GEWEEST: "Genoteerd: de afspraak is doorgegaan.",
    Afspraakstatus.NIET_GEKOMEN: "Genoteerd: de cliënt is niet gekomen.",
    Afspraakstatus.AFGEZEGD: "De afspraak is afgezegd.",
    Afspraakstatus.GEPLAND: "De afspraak staat weer op gepland.",
}


@vereist(Recht.GESPREK_NOTEREN)
def afspraak_nieuw(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="afspraak")
    afspraak = Afspraak(client=client, medewerker=request.user)
    form = AfspraakForm(request.POST or None, instance=afspraak, vandaag=vandaag())
    if form.is_valid() and _zonder_botsing(form):
        bewaard, _ = sla_op(
            request,
            form,
            lambda: maak_afspraak(form.instance, door=request.user, op=vandaag(), toch=form.cleaned_data["toch"]),
        )
        if bewaard:
            messages.success(request, "De afspraak is gemaakt.")
            return redirect("trajecten:gesprek_list", pk)
    context = {"client": client, "tab": "tijdlijn", "form": form, "datumchips": DATUMCHIPS}
    return render(request, "trajecten/afspraak_nieuw.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.GESPREK_NOTEREN)
def afspraak_wijzigen(request: MedewerkerRequest, pk: int, afspraak_pk: int) -> HttpResponse:
    alle = Afspraak.objects.filter(client=pk).select_related("client__ocmw", "medewerker")
    afspraak = open_dossier(alle, request, afspraak_pk, onderdeel="afspraak")
    form = AfspraakForm(request.POST or None, instance=afspraak, vandaag=vandaag())
    if form.is_valid() and _zonder_botsing(form):
        velden = form.gewijzigde_velden()
        bewaard, samen = sla_op(
            request,
            form,
            lambda: verzet_afspraak(
                form.instance, velden, door=request.user, op=vandaag(), toch=form.cleaned_data["toch"]
            ),
            f"Afspraak met {afspraak.client.naam}",
        )
        if bewaard:
            verzet = "verzet" if "begint_op" in velden else "gewijzigd"
            messages.success(request, f"De afspraak is {verzet}.")
            return redirect("trajecten:gesprek_list", pk)
        if samen:
            return samen
    context = {
        "client": afspraak.client,
        "tab": "tijdlijn",
        "form": form,
        "afspraak": afspraak,
        "datumchips": DATUMCHIPS,
        "weigering": afspraak.weigering_voor_wijzigen(),
    }
    return render(request, "trajecten/afspraak_wijzigen.html", context, status=422 if form.is_bound else 200)


@require_POST
@vereist(Recht.GESPREK_NOTEREN)
def afspraak_status(request: MedewerkerRequest, pk: int, afspraak_pk: int) -> HttpResponse:
    """Came, did not come, cancelled; or undo. Idempotent: a double click says it once."""
    afspraak = open_dossier(Afspraak.objects.filter(client=pk).select_related("client"), request, afspraak_pk)
    status = request.POST.get("status", "")
    if status not in Afspraakstatus.values:
        messages.error(request, "Kies wat er met de afspraak gebeurde.")
    elif status != afspraak.status:
        terug = status == Afspraakstatus.GEPLAND
        handel_afspraak_af(afspraak, status, door=request.user, op=vandaag(), terug=terug)
        messages.success(request, MELDING[status])
    return redirect("trajecten:gesprek_list", pk)


def _zonder_botsing(form: AfspraakForm) -> bool:
    reden = "" if form.cleaned_data["toch"] else botsing(form.instance)
    if reden:
        form.add_error("toch", f"{reden} Vink aan als je toch wil plannen.")
    return not reden
