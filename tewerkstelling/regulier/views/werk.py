"""The regular job of one client: everything on the way there, the start, and following up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.maanden import plus_maanden
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from ocmw.ui.weigering import weiger_als
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.regulier.actions import (
    bewaar_opvolging,
    bewaar_werkgeverscontact,
    start_regulier_werk,
    weigering_voor_start,
)
from tewerkstelling.regulier.enums import LOPEND
from tewerkstelling.regulier.forms import OpvolgingForm, WerkgeverscontactForm, WerkstartForm
from tewerkstelling.regulier.models import Opvolging, Sollicitatie, Werkgeverscontact
from tewerkstelling.regulier.views.sollicitatie import haal


@vereist(Recht.DOSSIER_LEZEN)
def regulier_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="sollicitaties")
    rijen = Sollicitatie.objects.filter(client=client).select_related("werkgever")
    contracten = Tewerkstelling.objects.filter(client=client, soort=Contractsoort.REGULIER)
    context = {
        "client": client,
        "tab": "werk",
        "lopend": list(rijen.filter(status__in=LOPEND)),
        "pagina": blader(rijen.exclude(status__in=LOPEND), bladnummer(request)),
        "contacten": Werkgeverscontact.objects.filter(client=client).select_related("werkgever", "door")[:20],
        "contracten": contracten.select_related("werkplek__werkgever", "opvolging", "sollicitatie__werkgever"),
        "schrijft": request.user.mag(Recht.TEWERKSTELLING_BEHEREN) and not client.gesloten_op,
        "op": vandaag(),
        "opvolgen": regel("sollicitatie.opvolgen_dagen", op=vandaag()),
    }
    return render(request, "regulier/regulier_detail.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def regulier_start(request: MedewerkerRequest, pk: int, sollicitatie: int) -> HttpResponse:
    """Register the contract of the job the client got, and agree whether we follow up: both or neither."""
    client, rij = haal(request, pk, sollicitatie)
    weiger_als(weigering_voor_start(rij))
    contract = Tewerkstelling(
        client=client, soort=Contractsoort.REGULIER, functie=f"{rij.functie} ({rij.bij_wie})"[:120]
    )
    maanden = regel("werk.opvolgen_maanden", op=vandaag()).waarde
    form = WerkstartForm(request.POST or None, instance=contract, medewerker=request.user, op=vandaag())
    opvolging = OpvolgingForm(
        request.POST or None,
        instance=Opvolging(client=client),
        prefix="opvolging",
        voorstel=plus_maanden(vandaag(), maanden),
    )
    if form.is_valid() and opvolging.is_valid():
        bewaard, _ = sla_op(
            request,
            form,
            lambda: start_regulier_werk(rij, form.instance, opvolging.instance, door=request.user, op=vandaag()),
        )
        if bewaard:
            messages.success(request, "Het contract is geregistreerd. Proficiat aan de cliënt!")
            return redirect("regulier:regulier_detail", pk)
    context = {"client": client, "tab": "werk", "sollicitatie": rij, "form": form, "opvolging": opvolging}
    return render(request, "regulier/regulier_start.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def opvolging_edit(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="sollicitaties")
    werk = get_object_or_404(
        Tewerkstelling.objects.select_related("client"), client=client, pk=contract, soort=Contractsoort.REGULIER
    )
    rij = Opvolging.objects.filter(contract=werk).select_related("client", "contract").first()
    if rij and request.method == "POST" and request.POST.get("versie", "") in {"", "0"}:
        rij.versie = 0  # nobody had answered when this page was opened
    form = OpvolgingForm(request.POST or None, instance=rij or Opvolging(client=client, contract=werk))
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_opvolging(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Opvolging op het werk",
    )
    if bewaard:
        messages.success(request, "De afspraak over opvolging is bewaard.")
        return redirect("regulier:regulier_detail", pk)
    context = {"client": client, "tab": "werk", "form": form, "contract": werk}
    return botsing or render(request, "regulier/opvolging_edit.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def contact_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="sollicitaties")
    over = request.GET.get("sollicitatie", "")
    form = WerkgeverscontactForm(
        request.POST or None,
        instance=Werkgeverscontact(client=client),
        initial={"sollicitatie": over} if over.isdecimal() else {},
        medewerker=request.user,
        vandaag=vandaag(),
    )
    return _bewaar_contact(request, client, form)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def contact_edit(request: MedewerkerRequest, pk: int, contact: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="sollicitaties")
    rij = get_object_or_404(Werkgeverscontact.objects.select_related("client"), client=client, pk=contact)
    form = WerkgeverscontactForm(request.POST or None, instance=rij, medewerker=request.user, vandaag=vandaag())
    return _bewaar_contact(request, client, form)


def _bewaar_contact(request: MedewerkerRequest, client: Client, form: WerkgeverscontactForm) -> HttpResponse:
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_werkgeverscontact(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Contact met een werkgever",
    )
    if bewaard:
        messages.success(request, "Het contact met de werkgever is genoteerd.")
        return redirect("regulier:regulier_detail", client.pk)
    context = {"client": client, "tab": "werk", "form": form}
    return botsing or render(request, "regulier/contact_edit.html", context, status=422 if form.is_bound else 200)
