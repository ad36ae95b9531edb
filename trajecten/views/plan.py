"""The traject plan on one page: theme, goal, action; and the same as a page for the client."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.journaal.journaalcodes import DOSSIER_AFGEDRUKT
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import bewaar_actiepunt, bewaar_doel, vink_af, volgende_afspraak
from trajecten.enums import Doelthema, Eigenaar
from trajecten.forms.gesprek import wie_keuzes
from trajecten.forms.plan import ActiepuntForm, DoelForm
from trajecten.lezers import team_van
from trajecten.models import Actiepunt, Doel
from trajecten.sjablonen import CATALOGUS, DATUMCHIPS

GEDAAN_TONEN = 50


def plan_adres(pk: int) -> str:
    return reverse("trajecten:plan_detail", args=[pk])


@vereist(Recht.DOSSIER_LEZEN)
def plan_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="plan")
    loopt = not client.gesloten_op
    context = {
        "client": client,
        "tab": "traject",
        **_plan(client, request),
        "vandaag": vandaag(),
        "stelt_doelen": loopt and request.user.mag(Recht.TRAJECT_BEHEREN),
        "noteert": loopt and request.user.mag(Recht.GESPREK_NOTEREN),
        "catalogus": CATALOGUS,
    }
    return render(request, "trajecten/plan_detail.html", context)


def _plan(client: Client, request: MedewerkerRequest) -> dict[str, Any]:
    """Goals with their actions per theme, and the actions without a goal; done ones last, and no endless list of them."""
    punten = client.actiepunten.zichtbaar_voor(request.user).select_related("medewerker")
    open_punten = list(punten.open().order_by("vervalt_op", "pk"))
    gedaan = list(punten.filter(gedaan_op__isnull=False).order_by("-gedaan_op", "-pk")[:GEDAAN_TONEN])
    per_doel: dict[int | None, list[Actiepunt]] = {}
    for punt in [*open_punten, *gedaan]:
        per_doel.setdefault(punt.doel_id, []).append(punt)
    doelen = list(client.doelen.zichtbaar_voor(request.user))
    zichtbaar = {doel.pk for doel in doelen}
    themas = [
        (thema.label, [(doel, per_doel.get(doel.pk, [])) for doel in doelen if doel.thema == thema])
        for thema in Doelthema
        if any(doel.thema == thema for doel in doelen)
    ]
    los = [punt for doel, rijen in per_doel.items() if doel not in zichtbaar for punt in rijen]
    return {"themas": themas, "los": los, "aantal_open": len(open_punten)}


@vereist(Recht.DOSSIER_LEZEN)
def plan_afspraken(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """One A4 in plain words for the client; printing is an event in the journaal."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="afspraken", wat=DOSSIER_AFGEDRUKT)
    punten = list(client.actiepunten.zichtbaar_voor(request.user).open().select_related("medewerker")[:20])
    context = {
        "client": client,
        "doelen": client.doelen.zichtbaar_voor(request.user).exclude(status__in=["gestopt", "bereikt"])[:6],
        "van_client": [punt for punt in punten if punt.eigenaar == Eigenaar.CLIENT],
        "van_ons": [punt for punt in punten if punt.eigenaar != Eigenaar.CLIENT],
        "afspraak": volgende_afspraak(client, op=vandaag()),
        "team": team_van(client),
        "vandaag": vandaag(),
    }
    return render(request, "trajecten/plan_afspraken.html", context)


@vereist(Recht.TRAJECT_BEHEREN)
def doel_nieuw(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="plan")
    form = DoelForm(request.POST or None, instance=Doel(client=client), medewerker=request.user)
    bewaard, _ = sla_op(request, form, lambda: bewaar_doel(form.instance, door=request.user, op=vandaag()))
    if bewaard:
        messages.success(request, "Het doel staat in het plan.")
        return redirect(f"{plan_adres(pk)}#doel-{form.instance.pk}")
    context = {"client": client, "tab": "traject", "form": form}
    return render(request, "trajecten/doel_nieuw.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.TRAJECT_BEHEREN)
def doel_wijzigen(request: MedewerkerRequest, pk: int, doel_pk: int) -> HttpResponse:
    doel = open_dossier(
        Doel.objects.filter(client=pk).select_related("client__ocmw"), request, doel_pk, onderdeel="plan"
    )
    form = DoelForm(request.POST or None, instance=doel, medewerker=request.user)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_doel(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Doel",
    )
    if bewaard:
        messages.success(request, "Het doel is bijgewerkt.")
        return redirect(f"{plan_adres(pk)}#doel-{doel.pk}")
    context = {"client": doel.client, "tab": "traject", "form": form, "doel": doel}
    return botsing or render(request, "trajecten/doel_wijzigen.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.GESPREK_NOTEREN)
def actiepunt_nieuw(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="plan")
    form = _puntform(request, client, Actiepunt(client=client, medewerker=request.user))
    bewaard, _ = sla_op(request, form, lambda: bewaar_actiepunt(form.instance, door=request.user, op=vandaag()))
    if bewaard:
        messages.success(request, "Het actiepunt is toegevoegd.")
        return redirect(plan_adres(pk))
    return _toon_punt(request, client, form, "trajecten/actiepunt_nieuw.html")


@vereist(Recht.GESPREK_NOTEREN)
def actiepunt_wijzigen(request: MedewerkerRequest, pk: int, punt_pk: int) -> HttpResponse:
    alle = Actiepunt.objects.filter(client=pk).select_related("client__ocmw", "medewerker", "gesprek", "doel")
    punt = open_dossier(alle, request, punt_pk, onderdeel="plan")
    form = _puntform(request, punt.client, punt)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_actiepunt(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Actiepunt",
    )
    if bewaard:
        messages.success(request, "Het actiepunt is bijgewerkt.")
        return redirect(plan_adres(pk))
    return botsing or _toon_punt(request, punt.client, form, "trajecten/actiepunt_wijzigen.html")


@require_POST
@vereist(Recht.GESPREK_NOTEREN)
def actiepunt_afvinken(request: MedewerkerRequest, pk: int, punt_pk: int) -> HttpResponse:
    """Tick off or put back; from every list, so it returns to where it was clicked."""
    alle = Actiepunt.objects.filter(client=pk).select_related("client", "medewerker")
    punt = open_dossier(alle, request, punt_pk)
    if request.POST.get("gedaan") not in {"0", "1"}:
        raise Geweigerd("Kies of het actiepunt gedaan is.")
    vink_af(punt, gedaan=request.POST["gedaan"] == "1", door=request.user, op=vandaag())
    if request.htmx:
        context = {"punt": punt, "client": punt.client, "noteert": True, "vandaag": vandaag()}
        return render(request, "trajecten/_actiepunt.html", context)
    return redirect(f"{plan_adres(pk)}#punt-{punt.pk}")


def _puntform(request: MedewerkerRequest, client: Client, punt: Actiepunt) -> ActiepuntForm:
    doel = request.GET.get("doel", "")
    return ActiepuntForm(
        request.POST or None,
        instance=punt,
        initial={"doel": doel} if doel.isdecimal() and not punt.pk else {},
        medewerker=request.user,
        client=client,
        wie=wie_keuzes(client, request.user, team_van(client)),
        vandaag=vandaag(),
    )


def _toon_punt(request: MedewerkerRequest, client: Client, form: ActiepuntForm, sjabloon: str) -> HttpResponse:
    context = {"client": client, "tab": "traject", "form": form, "catalogus": CATALOGUS, "datumchips": DATUMCHIPS}
    return render(request, sjabloon, context, status=422 if form.is_bound else 200)
