"""The doorverwijsbundel for the sender: five steps, summary, print, send."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from clienten.enums import Antwoord
from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.journaal.journaalcodes import DOSSIER_AFGEDRUKT, DOSSIER_BEKEKEN, Journaalcode
from ocmw.kalender.klok import nu, vandaag
from ocmw.kladjes.actions import vergeet_kladjes
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.versie import IntussenGewijzigd, bewaar_ook_na_eigen
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import (
    begin_doorverwijzing,
    bewaar_bundelstap,
    lees_antwoord,
    trek_doorverwijzing_in,
    verstuur_doorverwijzing,
    weigering_voor_doorverwijzing,
)
from trajecten.enums import Doorverwijsstatus
from trajecten.forms.doorverwijzing import STAPPEN, BundelantwoordForm, StapForm, volledigheid
from trajecten.models import Doorverwijzing, Intake, Traject
from trajecten.tegenspraak import TIKKEN, dossierfeiten, met_tik, paren_bij, tegenspraken
from trajecten.vdab import vdab_van

MET_MENSEN = ("client__ocmw", "van", "aan", "behandeld_door")


@vereist(Recht.DOSSIER_LEZEN)
def aanmelding(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The tab: where the referral and the intake stand, and what comes next."""
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="aanmelding")
    bundels = list(Doorverwijzing.objects.filter(client=client).select_related(*MET_MENSEN))
    context = {
        "client": client,
        "tab": "traject",
        "bundels": bundels,
        "intake": Intake.objects.filter(client=client).first(),
        "traject": Traject.objects.lopend().filter(client=client).first(),
        "weigering_doorverwijzing": weigering_voor_doorverwijzing(client),
        "vdab": vdab_van(client),
    }
    return render(request, "trajecten/aanmelding.html", context)


@require_POST
@vereist(Recht.DOORVERWIJZEN)
def doorverwijzing_beginnen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk)
    bundel = begin_doorverwijzing(client, door=request.user, op=vandaag())
    return redirect("trajecten:doorverwijzing_stap", pk, bundel.pk, 1)


@vereist(Recht.DOORVERWIJZEN)
def doorverwijzing_stap(request: MedewerkerRequest, pk: int, bundel: int, stap: int) -> HttpResponse:
    """One of the five steps; the same address saves while somebody types (htmx) and when she goes on."""
    if not 1 <= stap <= len(STAPPEN):
        raise Http404
    rij = open_bundel(request, pk, bundel)
    if rij.weigering_voor_invullen():
        return redirect("trajecten:doorverwijzing_detail", pk, bundel)
    titel, formklasse = STAPPEN[stap - 1]
    form = formklasse(
        met_tik(request.POST, rij.client, door=request.user, op=vandaag()) or None, instance=rij, lezer=request.user
    )
    automatisch = request.method == "POST" and "automatisch" in request.POST
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_ook_na_eigen(form, lambda: _bewaar(form, request), request.user),
        f"Doorverwijsbundel, stap {stap}: {titel}",
        botst=meld_botsing(request) if automatisch else None,
    )
    if botsing:
        return botsing
    if bewaard:
        if automatisch:
            vergeet_kladjes(adres=request.path, door=request.user)
            vers = formklasse(
                instance=Doorverwijzing.objects.select_related(*MET_MENSEN).get(pk=rij.pk), lezer=request.user
            )
            context = {"form": vers, "om": nu(), "ververst": True} | _wat_botst(form, rij, request)
            return render(request, "trajecten/_bewaarstand.html", context)
        if TIKKEN & request.POST.keys():
            return redirect(request.path)
        return _volgende(request, pk, bundel, stap)
    if automatisch:
        return render(request, "trajecten/_bewaarstand.html", {"fout": True, "form": form})
    context = _context(rij) | {"form": form, "stap": stap, "stappen": _stappen(rij), "titel": titel}
    return render(request, "trajecten/doorverwijzing_stap.html", context | _wat_botst(form, rij, request))


def _wat_botst(form: StapForm, bundel: Doorverwijzing, request: MedewerkerRequest) -> dict[str, Any]:
    """Of what stands in the form now; asks nothing of the file when no field of it can contradict."""
    if not (paren := paren_bij(form.fields)):
        return {"tegenspraken": []}
    getypt = {paar.veld: str(form[paar.veld].value() or "") for paar in paren}
    gevonden = tegenspraken(getypt, dossierfeiten(bundel.client, request.user, paren))
    return {"tegenspraken": gevonden, "past_aan": request.user.mag(Recht.CLIENT_BEHEREN)}


def meld_botsing(request: MedewerkerRequest) -> Callable[[IntussenGewijzigd], HttpResponse]:
    """While somebody types, a conflict is a line beside the form; the merge page waits until she goes on."""
    return lambda botsing: render(request, "trajecten/_bewaarstand.html", {"conflict": botsing.actueel})


def _bewaar(form: StapForm, request: MedewerkerRequest) -> None:
    bewaar_bundelstap(form.instance, form.gewijzigde_velden(), form.voorwaarden(), door=request.user, op=vandaag())


def _volgende(request: MedewerkerRequest, pk: int, bundel: int, stap: int) -> HttpResponse:
    if "stop" in request.POST:
        messages.success(request, "De bundel is bewaard. Je kan later verder.")
        return redirect("trajecten:aanmelding", pk)
    naar = stap - 1 if "vorige" in request.POST else stap + 1
    if naar > len(STAPPEN):
        return redirect("trajecten:doorverwijzing_detail", pk, bundel)
    return redirect("trajecten:doorverwijzing_stap", pk, bundel, max(naar, 1))


@vereist(Recht.DOSSIER_LEZEN)
def doorverwijzing_detail(request: MedewerkerRequest, pk: int, bundel: int) -> HttpResponse:
    """The whole bundle to read: to check before sending, to answer after."""
    return toon_bundel(request, open_bundel(request, pk, bundel))


def toon_bundel(
    request: MedewerkerRequest, rij: Doorverwijzing, form: BundelantwoordForm | None = None, status: int = 200
) -> HttpResponse:
    ik = request.user
    mag_antwoorden = rij.status == Doorverwijsstatus.VERSTUURD and ik.mag(Recht.DOORVERWIJZING_BEHANDELEN)
    voorwaarden = rij.voorwaarden_voor(ziet_afgeschermd=ik.mag(Recht.AFGESCHERMD_LEZEN))
    context = _context(rij) | {
        "voorwaarden": voorwaarden,
        "in_te_vullen": not rij.weigering_voor_invullen() and ik.mag(Recht.DOORVERWIJZEN),
        "mag_intrekken": rij.status != Doorverwijsstatus.KLAD
        and not rij.weigering_voor(Doorverwijsstatus.KLAD)
        and ik.mag(Recht.DOORVERWIJZEN),
        "weigering_versturen": rij.weigering_voor(Doorverwijsstatus.VERSTUURD),
        "form": (form or BundelantwoordForm(bundel=rij, medewerker=ik)) if mag_antwoorden else None,
        "stappen": _stappen(rij),
        "nee": sum(een.antwoord == Antwoord.NEE for een in voorwaarden),
        "tegenspraken": tegenspraken(
            {f"{een.voorwaarde}_antwoord": een.antwoord for een in voorwaarden},
            dossierfeiten(rij.client, ik),
        ),
    }
    return render(request, "trajecten/doorverwijzing_detail.html", context, status=status)


@vereist(Recht.RAPPORT_DOSSIER)
def doorverwijzing_afdruk(request: MedewerkerRequest, pk: int, bundel: int) -> HttpResponse:
    """On paper, to read and sign with the client."""
    rij = open_bundel(request, pk, bundel, wat=DOSSIER_AFGEDRUKT)
    voorwaarden = rij.voorwaarden_voor(ziet_afgeschermd=request.user.mag(Recht.AFGESCHERMD_LEZEN))
    context = _context(rij) | {"voorwaarden": voorwaarden, "op": vandaag()}
    return render(request, "trajecten/doorverwijzing_afdruk.html", context)


@require_POST
@vereist(Recht.DOORVERWIJZEN)
def doorverwijzing_versturen(request: MedewerkerRequest, pk: int, bundel: int) -> HttpResponse:
    rij = open_bundel(request, pk, bundel)
    if request.POST.get("versie") != str(rij.versie):
        messages.warning(request, "Deze bundel is intussen gewijzigd. Lees hem opnieuw na voor je verstuurt.")
        return redirect("trajecten:doorverwijzing_detail", pk, bundel)
    try:
        verstuur_doorverwijzing(rij, door=request.user, op=vandaag())
    except Geweigerd as weigering:
        messages.error(request, weigering.reden)
        return redirect("trajecten:doorverwijzing_detail", pk, bundel)
    messages.success(request, f"De bundel is verstuurd aan {rij.aan.naam if rij.aan else 'het team'}.")
    return redirect("trajecten:aanmelding", pk)


@require_POST
@vereist(Recht.DOORVERWIJZEN)
def doorverwijzing_gelezen(request: MedewerkerRequest, pk: int, bundel: int) -> HttpResponse:
    lees_antwoord(open_bundel(request, pk, bundel), door=request.user, op=vandaag())
    return redirect("trajecten:aanmelding", pk)


@require_POST
@vereist(Recht.DOORVERWIJZEN)
def doorverwijzing_intrekken(request: MedewerkerRequest, pk: int, bundel: int) -> HttpResponse:
    rij = open_bundel(request, pk, bundel)
    try:
        trek_doorverwijzing_in(rij, door=request.user, op=vandaag())
    except Geweigerd as weigering:
        messages.error(request, weigering.reden)
    else:
        messages.success(request, "De doorverwijzing is ingetrokken. De bundel is weer een klad.")
    return redirect("trajecten:doorverwijzing_detail", pk, bundel)


def open_bundel(
    request: MedewerkerRequest, pk: int, bundel: int, *, wat: Journaalcode = DOSSIER_BEKEKEN
) -> Doorverwijzing:
    """Through the door; a bundle that waits for this colleague is a reason by itself."""
    bundels = Doorverwijzing.objects.filter(client=pk).select_related(*MET_MENSEN)
    gevraagd = bundels.filter(pk=bundel).first()
    grond = "doorverwijzing" if gevraagd and gevraagd.wacht_op(request.user) else ""
    return open_dossier(bundels, request, bundel, onderdeel="doorverwijzing", wat=wat, grond=grond)


def _context(rij: Doorverwijzing) -> dict[str, Any]:
    return {"client": rij.client, "tab": "traject", "bundel": rij}


def _stappen(rij: Doorverwijzing) -> list[tuple[int, str, bool]]:
    """(number, title, holds something) for the progress bar."""
    gevuld = volledigheid(rij)
    return [(nummer, titel, gevuld[nummer - 1]) for nummer, (titel, _) in enumerate(STAPPEN, start=1)]
