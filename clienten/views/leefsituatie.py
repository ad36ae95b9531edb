"""The lists of small rows (clienten.rijlijsten) and the randvoorwaarden on the Gegevens tab."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.actions import bewaar_leefsituatie, bewaar_randvoorwaarde, verwijder_leefsituatie
from clienten.enums import AFGESCHERMDE_RANDVOORWAARDEN, Randvoorwaardesoort
from clienten.forms import RandvoorwaardeForm
from clienten.models import Client, Randvoorwaarde
from clienten.rijlijsten import RIJLIJSTEN, Rijlijst
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op


@vereist(Recht.CLIENT_BEHEREN)
def leefsituatie_edit(request: MedewerkerRequest, pk: int, lijst: str, rij: int | None = None) -> HttpResponse:
    """Add (no `rij`) or edit one row of one of the RIJLIJSTEN."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="gegevens")
    soort = _lijst(lijst)
    instance = get_object_or_404(soort.model, client=client, pk=rij) if rij else soort.model(client=client)
    form = soort.form(request.POST or None, instance=instance)
    kop = soort.wijzig if rij else soort.nieuw
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_leefsituatie(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        kop,
    )
    if bewaard:
        messages.success(request, "Bewaard.")
        return redirect("clienten:client_gegevens", pk)
    context = {"client": client, "tab": "gegevens", "form": form, "kop": kop, "lijst": lijst, "rij": rij}
    return botsing or render(request, "clienten/client_edit.html", context)


@require_POST
@vereist(Recht.CLIENT_BEHEREN)
def leefsituatie_verwijderen(request: MedewerkerRequest, pk: int, lijst: str, rij: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk)
    instance = get_object_or_404(_lijst(lijst).model, client=client, pk=rij)
    verwijder_leefsituatie(instance, door=request.user, op=vandaag())
    messages.success(request, "Verwijderd.")
    return redirect("clienten:client_gegevens", pk)


@vereist(Recht.CLIENT_BEHEREN)
def randvoorwaarde_edit(request: MedewerkerRequest, pk: int, soort: str) -> HttpResponse:
    if soort not in Randvoorwaardesoort.values:
        raise Http404
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="randvoorwaarden")
    if soort in AFGESCHERMDE_RANDVOORWAARDEN and not request.user.mag(Recht.AFGESCHERMD_LEZEN):
        raise Http404("Dit deel is afgeschermd.")
    rij = Randvoorwaarde.objects.filter(client=client, soort=soort).first()
    form = RandvoorwaardeForm(request.POST or None, instance=rij or Randvoorwaarde(client=client, soort=soort))
    kop = f"Randvoorwaarde: {Randvoorwaardesoort(soort).label.lower()}"
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_randvoorwaarde(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        kop,
    )
    if bewaard:
        messages.success(request, "Bewaard.")
        return redirect("clienten:client_gegevens", pk)
    return botsing or render(
        request, "clienten/client_edit.html", {"client": client, "tab": "gegevens", "form": form, "kop": kop}
    )


def _lijst(naam: str) -> Rijlijst:
    if naam not in RIJLIJSTEN:
        raise Http404
    return RIJLIJSTEN[naam]
