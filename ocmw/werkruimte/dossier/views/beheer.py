"""Pages for the dossier as a whole: hand over, close, reopen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.models import Client, Stand, Toewijzing
from nazorg.beloften import NAZORGCONTACT, UITKOMST
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import dag_in_woorden, opsomming
from ocmw.termijnen.models import Termijn
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.plaats import naar
from ocmw.werkruimte.dossier.actions import (
    draag_over,
    heropen_dossier,
    nog_te_meten,
    sluit_dossier,
    stop_toewijzing,
    wat_loopt,
)
from ocmw.werkruimte.dossier.beheerforms import HeropenForm, SluitenForm, ToewijzenForm


@vereist(Recht.TOEWIJZEN)
def dossier_toewijzen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="toewijzen")
    dag = vandaag()
    form = ToewijzenForm(request.POST or None, client=client, op=dag)
    keuze = form.cleaned_data if form.is_valid() else {}
    bewaard, _ = sla_op(
        request, form, lambda: draag_over(client, keuze["medewerker"], rol=keuze["rol"], door=request.user, op=dag)
    )
    if bewaard:
        messages.success(request, f"{keuze['medewerker'].naam} volgt dit dossier vanaf vandaag.")
        return redirect("clienten:client_gegevens", pk)
    lopend = client.toewijzingen.filter(tot=None).select_related("medewerker__ocmw")
    context = {"client": client, "tab": "gegevens", "form": form, "lopend": lopend}
    return render(request, "dossier/dossier_toewijzen.html", context)


@require_POST
@vereist(Recht.TOEWIJZEN)
def toewijzing_stoppen(request: MedewerkerRequest, pk: int, toewijzing: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk)
    rij = get_object_or_404(Toewijzing, client=client, pk=toewijzing)
    stop_toewijzing(rij, door=request.user, op=vandaag())
    messages.success(request, f"{rij.medewerker.naam} volgt dit dossier niet meer.")
    if client.ocmw_id == request.user.ocmw_id:
        return redirect("clienten:client_gegevens", pk)
    return redirect(naar("clientenlijst"))


@vereist(Recht.CLIENT_BEHEREN)
def client_sluiten(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Says first what still runs and what happens to it."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="sluiten")
    dag = vandaag()
    lopend = wat_loopt(client, op=dag)
    form = SluitenForm(request.POST or None, vandaag=dag, initial={"slotnota": _voorstel(client)})
    bewaard, _ = sla_op(request, form, lambda: sluit_dossier(client, **form.cleaned_data, door=request.user))
    if bewaard:
        messages.success(request, f"Het dossier van {client.naam} is gesloten.")
        return redirect("clienten:client_gegevens", pk)
    zin = "Dit dossier is al gesloten." if client.gesloten_op else lopend.weigering_voor_sluiten(dag)
    context = {"client": client, "tab": "gegevens", "form": form, "lopend": lopend, "weigering": zin}
    return render(request, "dossier/client_sluiten.html", context)


def _voorstel(client: Client) -> str:
    """The start of a short review, from what the dossier knows."""
    stand = Stand.objects.select_related("coach").get(client=client)
    coach = f", begeleid door {stand.coach.naam}" if stand.coach else ""
    sinds = f" sinds {stand.stap_sinds:%d/%m/%Y}" if stand.stap_sinds else ""
    return f"Laatste stap: {stand.get_stap_display()}{sinds}{coach}. "


@vereist(Recht.CLIENT_BEHEREN)
def client_heropenen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="heropenen")
    form = HeropenForm(request.POST or None)
    bewaard, _ = sla_op(
        request, form, lambda: heropen_dossier(client, **form.cleaned_data, door=request.user, op=vandaag())
    )
    if bewaard:
        messages.success(request, f"Het dossier van {client.naam} is weer open.{_nazorg_loopt_weer(client)}")
        return redirect("clienten:client_gegevens", pk)
    if not client.gesloten_op:
        return redirect(client)
    context = {"client": client, "tab": "gegevens", "form": form, "metingen": nog_te_meten(client, op=vandaag())}
    return render(request, "dossier/client_heropenen.html", context)


def _nazorg_loopt_weer(client: Client) -> str:
    """What closing had stopped, with its day: as it stands in the list now."""
    rijen = Termijn.objects.open().filter(client=client, soort__in=[NAZORGCONTACT, UITKOMST]).order_by("vervalt_op")
    dagen = [f"{str(rij).lower()} ({dag_in_woorden(rij.vervalt_op)})" for rij in rijen]
    return f" De nazorg loopt weer: {opsomming(dagen)}." if dagen else ""
