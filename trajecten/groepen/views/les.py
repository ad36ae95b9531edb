"""The page of the lesgever: own sessions, who was there, what the group did. Never a dossier."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from ocmw.journaal.models import noteer
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from ocmw.ui.qr import qr_als_svg
from ocmw.ui.rijnummer import rijnummer
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import bewaar_groepsnota, last_sessie_af, noteer_aanwezigheid
from trajecten.groepen.enums import Inschrijfstatus, Sessiestand, Sessiestatus
from trajecten.groepen.forms.les import GroepsnotaForm
from trajecten.groepen.forms.sessie import AfgelastForm
from trajecten.groepen.journaalcodes import AANWEZIGHEIDSLIJST
from trajecten.groepen.models import Inschrijving, Sessie, Sessieaanwezigheid
from trajecten.groepen.models.inschrijving import op_familienaam
from trajecten.groepen.sessiedelen import SESSIEDELEN

# Somebody who comes for the first time is written down by hand.
LEGE_LIJNEN = 3


def lessen_van(medewerker: Medewerker) -> Any:
    """The sessions this colleague stands before, whatever else this colleague may see."""
    eigen = Sessie.objects.all().voor_lesgever(medewerker)
    return Sessie.objects.filter(eigen).select_related("reeks__programma", "reeks__lesgever", "lesgever")


@vereist(Recht.AANWEZIGHEID_NOTEREN)
def les_list(request: MedewerkerRequest) -> HttpResponse:
    """Today first, then what comes; and what was, of which nothing is noted."""
    op = vandaag()
    alle = lessen_van(request.user)
    context = {
        "op": op,
        "vandaag": alle.filter(dag=op),
        "open": alle.filter(dag__lt=op, status=Sessiestatus.GEPLAND).order_by("-dag", "-pk")[:10],
        "pagina": blader(alle.filter(dag__gt=op), bladnummer(request)),
    }
    return render(request, "groepen/les_list.html", context)


def open_les(request: MedewerkerRequest, pk: int) -> Sessie:
    """A session of the own OCMW for who manages groups, of the own groups for a lesgever; or 404."""
    alle = Sessie.objects.zichtbaar_voor(request.user)
    if request.user.mag(Recht.GROEP_LEZEN):
        eigen = Q(pk__in=lessen_van(request.user).values("pk"))
        alle = alle.filter(Q(reeks__programma__ocmw=request.user.ocmw_id) | eigen)
    return get_object_or_404(alle.select_related("reeks__programma__ocmw", "reeks__lesgever", "lesgever"), pk=pk)


def deelnemers_op(request: MedewerkerRequest, sessie: Sessie) -> list[Inschrijving]:
    """Who held a seat on that day. Before an own group every name is seen; others see the names of their own OCMW."""
    rijen = Inschrijving.objects.filter(reeks=sessie.reeks_id)
    if sessie.wie != request.user:
        rijen = Inschrijving.objects.zichtbaar_voor(request.user).filter(reeks=sessie.reeks_id)
    was_er_nog = Q(status=Inschrijfstatus.GESTOPT, gestopt_op__gt=sessie.dag, aanwezigheden__sessie=sessie)
    rijen = rijen.filter(Q(status=Inschrijfstatus.INGESCHREVEN) | was_er_nog)
    return sorted(rijen.select_related("client", "deelnemer").distinct(), key=op_familienaam)


def standen_van(sessie: Sessie, deelnemers: list[Inschrijving]) -> dict[int, Sessieaanwezigheid]:
    rijen = Sessieaanwezigheid.objects.filter(sessie=sessie, inschrijving__in=[rij.pk for rij in deelnemers])
    return {rij.inschrijving_id: rij for rij in rijen.select_related("gewijzigd_door")}


@vereist(Recht.AANWEZIGHEID_NOTEREN)
def sessie_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Presence and the note of the group."""
    sessie = open_les(request, pk)
    form = GroepsnotaForm(request.POST or None, instance=sessie)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_groepsnota(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Sessie",
    )
    if bewaard:
        messages.success(request, "De nota is bewaard.")
        return redirect("groepen:sessie_detail", pk)
    deelnemers = deelnemers_op(request, sessie)
    standen = standen_van(sessie, deelnemers)
    context = {
        "sessie": sessie,
        "form": form,
        "deelnemers": [(rij, standen.get(rij.pk)) for rij in deelnemers],
        "keuzes": Sessiestand.choices,
        "delen": [html for deel in SESSIEDELEN if (html := deel(request, sessie, deelnemers))],
        "anderen": sessie.reeks.inschrijvingen.filter(status=Inschrijfstatus.INGESCHREVEN)
        .exclude(pk__in=[rij.pk for rij in deelnemers])
        .count(),
        "kan_noteren": not sessie.gaat_niet_door and sessie.dag <= vandaag(),
        "op": vandaag(),
    }
    return botsing or render(request, "groepen/sessie_detail.html", context, status=422 if form.is_bound else 200)


@require_safe
@vereist(Recht.AANWEZIGHEID_NOTEREN)
def sessie_lijst(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The list on paper to sign, with a code that leads a phone to the page of this session; opening that asks to log in."""
    sessie = open_les(request, pk)
    deelnemers = deelnemers_op(request, sessie)
    noteer(AANWEZIGHEIDSLIJST, sessie, door=request.user, aantal=len(deelnemers))
    context = {
        "sessie": sessie,
        "deelnemers": deelnemers,
        "leeg": range(LEGE_LIJNEN),
        "adres": settings.SITE_URL + sessie.get_absolute_url(),
        "code": qr_als_svg(settings.SITE_URL + sessie.get_absolute_url()),
    }
    return render(request, "groepen/sessie_lijst.html", context)


@require_safe
@vereist(Recht.AANWEZIGHEID_NOTEREN)
def sessie_standen(request: MedewerkerRequest, pk: int) -> JsonResponse:
    """What is noted now, so that the page shows the mark of a colleague: numbers and codes, no names of who takes part."""
    sessie = open_les(request, pk)
    return JsonResponse({"standen": _als_json(standen_van(sessie, deelnemers_op(request, sessie)))})


@require_POST
@vereist(Recht.AANWEZIGHEID_NOTEREN)
def sessie_aanwezig(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """One mark. Sent twice it counts once; a page without script posts here too, and comes back to the list."""
    sessie = open_les(request, pk)
    pks = {rij.pk: rij for rij in deelnemers_op(request, sessie)}
    rij = pks.get(rijnummer(request.POST.get("inschrijving", "")))
    wil_json = request.headers.get("Accept") == "application/json"
    try:
        if rij is None:
            raise Geweigerd("Deze persoon zit niet in deze groep.")
        noteer_aanwezigheid(
            sessie,
            rij,
            stand=request.POST.get("stand", ""),
            reden=request.POST.get("reden", "")[:160],
            nota=request.POST["nota"][:1000] if "nota" in request.POST else None,
            door=request.user,
            op=vandaag(),
        )
    except Geweigerd as weigering:
        if not wil_json:
            raise
        return JsonResponse({"reden": weigering.reden}, status=422)
    if wil_json:
        return JsonResponse({"standen": _als_json(standen_van(sessie, [rij]))})
    return redirect("groepen:sessie_detail", pk)


@vereist(Recht.AANWEZIGHEID_NOTEREN)
def sessie_afgelasten(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """It does not take place, or it did not: says why."""
    sessie = open_les(request, pk)
    form = AfgelastForm(request.POST or None)
    bewaard, _ = sla_op(
        request, form, lambda: last_sessie_af(sessie, **form.cleaned_data, door=request.user, op=vandaag())
    )
    if bewaard:
        messages.success(request, "De sessie gaat niet door. Ze blijft in de lijst staan, met de reden.")
        return redirect("groepen:sessie_detail", pk)
    context = {"form": form, "sessie": sessie}
    return render(request, "groepen/sessie_afgelasten.html", context, status=422 if form.is_bound else 200)


def _als_json(standen: dict[int, Sessieaanwezigheid]) -> dict[str, dict[str, str]]:
    return {
        str(pk): {
            "stand": rij.stand,
            "woord": rij.get_stand_display(),
            "reden": rij.reden,
            "door": str(rij.gewijzigd_door or ""),
        }
        for pk, rij in standen.items()
    }


def lessen_op(medewerker: Medewerker, op: date) -> list[Sessie]:
    """What this colleague stands before on that day."""
    return list(lessen_van(medewerker).filter(dag=op))
