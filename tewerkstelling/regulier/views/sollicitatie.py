"""One application: follow the vacancy, note each step."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.regulier.actions import bewaar_sollicitatie, weigering_voor_start, zet_stap
from tewerkstelling.regulier.forms import SollicitatieForm, SollicitatiestapForm
from tewerkstelling.regulier.models import Sollicitatie


def haal(request: MedewerkerRequest, pk: int, sollicitatie: int) -> tuple[Client, Sollicitatie]:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="sollicitaties")
    rijen = Sollicitatie.objects.select_related("werkgever", "client", "contract")
    return client, get_object_or_404(rijen, client=client, pk=sollicitatie)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def sollicitatie_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="sollicitaties")
    form = SollicitatieForm(
        request.POST or None, instance=Sollicitatie(client=client, status_op=vandaag()), medewerker=request.user
    )
    bewaard, _ = sla_op(request, form, lambda: bewaar_sollicitatie(form.instance, [], door=request.user, op=vandaag()))
    if bewaard:
        messages.success(request, "De vacature staat op de lijst.")
        return redirect("regulier:sollicitatie_detail", pk, form.instance.pk)
    context = {"client": client, "tab": "werk", "form": form}
    return render(request, "regulier/sollicitatie_create.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def sollicitatie_edit(request: MedewerkerRequest, pk: int, sollicitatie: int) -> HttpResponse:
    client, rij = haal(request, pk, sollicitatie)
    form = SollicitatieForm(request.POST or None, instance=rij, medewerker=request.user)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_sollicitatie(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Sollicitatie",
    )
    if bewaard:
        messages.success(request, "De sollicitatie is bewaard.")
        return redirect("regulier:sollicitatie_detail", pk, rij.pk)
    context = {"client": client, "tab": "werk", "form": form, "sollicitatie": rij}
    return botsing or render(request, "regulier/sollicitatie_edit.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.DOSSIER_LEZEN)
def sollicitatie_detail(request: MedewerkerRequest, pk: int, sollicitatie: int) -> HttpResponse:
    """The vacancy, its steps, and the form for the next one; writing asks the right to manage work."""
    client, rij = haal(request, pk, sollicitatie)
    schrijft = request.user.mag(Recht.TEWERKSTELLING_BEHEREN) and not client.gesloten_op
    data = request.POST if schrijft and request.method == "POST" else None
    form = SollicitatiestapForm(data, sollicitatie=rij, vandaag=vandaag())
    bewaard, _ = sla_op(request, form, lambda: _zet_stap(rij, form, request))
    if bewaard:
        messages.success(request, f"Genoteerd: {rij.get_status_display().lower()}.")
        return redirect("regulier:sollicitatie_detail", pk, rij.pk)
    context = {
        "client": client,
        "tab": "werk",
        "sollicitatie": rij,
        "stappen": rij.stappen.select_related("door"),
        "contacten": rij.contacten.select_related("werkgever"),
        "form": form if schrijft and rij.volgende else None,
        "schrijft": schrijft,
        "kan_starten": schrijft and not weigering_voor_start(rij),
        "vandaag": vandaag(),
    }
    return render(request, "regulier/sollicitatie_detail.html", context, status=422 if form.is_bound else 200)


def _zet_stap(rij: Sollicitatie, form: SollicitatiestapForm, request: MedewerkerRequest) -> None:
    """A step is chosen from where the application stood: after another step there is nothing to merge."""
    keuze, rij.versie = form.cleaned_data, form.cleaned_data["versie"]
    try:
        zet_stap(rij, keuze["naar"], dag=keuze["op"], nota=keuze["nota"], door=request.user, op=vandaag())
    except IntussenGewijzigd:
        rij.refresh_from_db()
        raise Geweigerd("Een collega noteerde intussen een andere stap. Kijk hieronder na wat er nu staat.") from None
