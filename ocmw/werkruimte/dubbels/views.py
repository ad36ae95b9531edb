"""From two dossiers to one: who looks alike, choose, and take it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.gelijken import Gezochte, zoek_gelijken
from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from ocmw.ui.weigering import weiger_als
from ocmw.werkruimte.dubbels.actions import (
    Terugkeer,
    maak_vereniging_ongedaan,
    noteer_andere_persoon,
    verenig_dossiers,
    weigering_voor_verenigen,
)
from ocmw.werkruimte.dubbels.forms import AnderDossierForm, VerenigForm
from ocmw.werkruimte.dubbels.gevonden import mogelijk_dubbel
from ocmw.werkruimte.dubbels.models import Vereniging
from ocmw.werkruimte.dubbels.toelichting import wat_bijkwam, wat_bleef_staan
from ocmw.werkruimte.dubbels.vergelijking import vergelijk


@vereist(Recht.TEAM_VOLGEN)
def dubbel_list(request: MedewerkerRequest) -> HttpResponse:
    pagina = blader(mogelijk_dubbel(request.user), bladnummer(request))
    return render(request, "dubbels/dubbel_list.html", {"pagina": pagina})


@vereist(Recht.CLIENT_BEHEREN)
def dossier_verenigen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Which other dossier is it? Those that look alike first, then by number; and what was joined before."""
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="verenigen")
    form = AnderDossierForm(request.POST or None)
    if form.is_valid():
        ander = Client.objects.zichtbaar_voor(request.user).filter(pk=form.cleaned_data["nummer"]).first()
        if ander is not None and ander.pk != client.pk:
            return redirect("dubbels:verenigen_met", client.pk, ander.pk)
        form.add_error("nummer", "We vinden geen ander dossier met dit nummer. Kijk het nummer na.")
    context = {
        "client": client,
        "tab": "gegevens",
        "form": form,
        "gelijken": [ander for ander in _gelijken(client, request) if ander.pk != client.pk],
        "verenigingen": _verenigingen(client),
    }
    return render(request, "dubbels/dossier_verenigen.html", context)


@vereist(Recht.CLIENT_BEHEREN)
def verenigen_met(request: MedewerkerRequest, pk: int, ander: int) -> HttpResponse:
    """Both through the door: who may not read one of them, cannot join them. `pk` is the dossier that stays."""
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="verenigen")
    weg = open_dossier(Client.objects.select_related("ocmw"), request, ander, onderdeel="verenigen")
    weigering = weigering_voor_verenigen(client, weg, door=request.user)
    context: dict[str, Any] = {"client": client, "weg": weg, "tab": "gegevens", "weigering": weigering}
    if weigering:
        if request.method == "POST":
            weiger_als(weigering)
        return render(request, "dubbels/verenigen_met.html", context)
    dag = vandaag()
    vergelijking = vergelijk(client, weg, lezer=request.user)
    gepost = request.POST if request.method == "POST" else None  # two dossiers may differ in nothing: then it is empty
    form = VerenigForm(gepost, vergelijking=vergelijking, blijft=client, weg=weg)
    bewaard, _ = sla_op(
        request, form, lambda: verenig_dossiers(client, weg, form.cleaned_data, door=request.user, op=dag)
    )
    if bewaard:
        messages.success(
            request, f"{weg.dossiernummer} zit nu in het dossier van {client.naam}. Ongedaan maken kan hieronder."
        )
        return redirect("dubbels:dossier_verenigen", client.pk)
    return render(request, "dubbels/verenigen_met.html", context | {"form": form, "vergelijking": vergelijking})


@vereist(Recht.CLIENT_BEHEREN)
def vereniging_ongedaan(request: MedewerkerRequest, pk: int, vereniging: int) -> HttpResponse:
    """Says first what stays here and what goes back."""
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="verenigen")
    rij = get_object_or_404(Vereniging.objects.select_related("client"), client=client, pk=vereniging)
    weigering = rij.weigering_voor_ongedaan(vandaag())
    if request.method == "POST":
        weiger_als(weigering)
        _meld(request, maak_vereniging_ongedaan(rij, door=request.user, op=vandaag()))
        return redirect("clienten:client_gegevens", client.pk)
    bij = [] if weigering else wat_bijkwam(rij, lezer=request.user)
    context = {"client": client, "tab": "gegevens", "vereniging": rij, "weigering": weigering, "bijgekomen": bij}
    return render(request, "dubbels/vereniging_ongedaan.html", context)


@require_POST
@vereist(Recht.CLIENT_BEHEREN)
def andere_persoon(request: MedewerkerRequest, pk: int, ander: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk)
    tweede = open_dossier(Client.objects.all(), request, ander)
    noteer_andere_persoon(client, tweede, door=request.user, op=vandaag())
    messages.success(request, f"{client.naam} en {tweede.naam} zijn twee mensen. We stellen ze niet meer samen voor.")
    return redirect("dubbels:dubbel_list" if request.user.mag(Recht.TEAM_VOLGEN) else client)


def _gelijken(client: Client, request: MedewerkerRequest) -> list[Client]:
    gezocht = Gezochte(client.insz, client.voornaam, client.achternaam, client.geboortedatum)
    return zoek_gelijken(gezocht, voor=request.user).gevonden


def _verenigingen(client: Client) -> list[tuple[Vereniging, str]]:
    rijen = Vereniging.objects.filter(client=client).select_related("door", "ongedaan_door")
    return [(rij, rij.weigering_voor_ongedaan(vandaag())) for rij in rijen]


def _meld(request: MedewerkerRequest, terugkeer: Terugkeer) -> None:
    messages.success(request, f"Het dossier {terugkeer.terug.dossiernummer} van {terugkeer.terug.naam} is terug.")
    if zin := wat_bleef_staan(terugkeer):
        messages.warning(request, zin)
