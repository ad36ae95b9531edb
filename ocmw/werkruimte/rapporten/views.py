"""Sturing and reports: choose, follow, fetch. Every door looks at the rights again: a request gives no right."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.ui.chips import adres_met
from ocmw.ui.paging import blader, bladnummer
from ocmw.werkruimte.rapporten.actions import (
    rapporteerbare_ocmws,
    verwijder_rapport,
    vraag_caseloadrapport,
    vraag_dossierverslag,
)
from ocmw.werkruimte.rapporten.cijfers import Bereik
from ocmw.werkruimte.rapporten.enums import MIME, Formaat, Rapportsoort
from ocmw.werkruimte.rapporten.filters import RapportFilter
from ocmw.werkruimte.rapporten.forms import CaseloadrapportForm, DossierverslagForm
from ocmw.werkruimte.rapporten.journaalcodes import RAPPORT_GEMAAKT, RAPPORT_GEOPEND
from ocmw.werkruimte.rapporten.maken import caseload_voor, ligt_buiten_bereik, weigering_voor, wie_en_rol
from ocmw.werkruimte.rapporten.models import Rapportbestand
from ocmw.werkruimte.rapporten.stuurcijfers import gekozen as gekozen_ocmws
from ocmw.werkruimte.rapporten.stuurcijfers import periodes, tegels

EEN_DAG = timedelta(days=1)


@require_safe
@vereist(Recht.RAPPORT_CASELOAD)
def sturing(request: MedewerkerRequest) -> HttpResponse:
    """How the work stands now, with nothing to fill in; a period and an OCMW stand in the address."""
    op = vandaag()
    ocmws = rapporteerbare_ocmws(request.user, op=op)
    keuzes = periodes(op)
    periode = next((keuze for keuze in keuzes if keuze.code == request.GET.get("periode")), keuzes[0])
    gekozen = gekozen_ocmws(ocmws, request.GET.get("ocmw", ""))
    context = {
        "tegels": tegels(request.user, gekozen, periode, op=op),
        "periode": periode,
        "periodechips": [
            {"label": k.label, "url": adres_met(request, periode=k.code), "aan": k == periode, "aantal": ""}
            for k in keuzes
        ],
        "ocmwchips": _ocmwchips(request, ocmws, gekozen),
        "gedeeltelijk": [ocmw.naam for ocmw in gekozen if ocmw.pk != request.user.ocmw_id],
    }
    return render(request, "rapporten/sturing.html", context)


def _ocmwchips(request: MedewerkerRequest, ocmws: list[Ocmw], gekozen: tuple[Ocmw, ...]) -> list[dict[str, Any]]:
    """All of them together, or one; without a choice there is nothing to show."""
    if len(ocmws) < 2:
        return []
    samen = {"label": "Alle OCMW's", "url": adres_met(request, ocmw=None), "aan": len(gekozen) > 1, "aantal": ""}
    return [samen] + [
        {"label": ocmw.naam, "url": adres_met(request, ocmw=ocmw.pk), "aan": gekozen == (ocmw,), "aantal": ""}
        for ocmw in ocmws
    ]


@vereist(Recht.RAPPORT_CASELOAD)
def caseload_kiezen(request: MedewerkerRequest) -> HttpResponse:
    """Choose a period; look at it on the page, under an address that can be kept, or have a file made."""
    ocmws = rapporteerbare_ocmws(request.user, op=vandaag())
    form = CaseloadrapportForm(request.POST or None, ocmws=ocmws, vandaag=vandaag())
    if form.is_valid() and "tonen" in request.POST:
        keuze = request.POST.copy()
        for naam in set(keuze) - set(form.fields) | {"formaat"}:
            keuze.pop(naam, None)
        return redirect(f"{reverse('rapporten:caseload_bekijken')}?{keuze.urlencode()}")
    if form.is_valid():
        rapport = vraag_caseloadrapport(
            form.cleaned_data["ocmws"],
            van=form.cleaned_data["van"],
            tot=form.cleaned_data["tot_en_met"] + EEN_DAG,
            buiten_team=form.cleaned_data["buiten_team"],
            formaat=form.cleaned_data["formaat"],
            door=request.user,
            op=vandaag(),
        )
        return _volg(rapport)
    recent = Rapportbestand.objects.zichtbaar_voor(request.user).select_related(
        "opdracht", "client", "reeks__programma"
    )[:5]
    return render(request, "rapporten/caseload_kiezen.html", {"form": form, "ocmws": ocmws, "recent": recent})


@require_safe
@vereist(Recht.RAPPORT_CASELOAD)
def caseload_bekijken(request: MedewerkerRequest) -> HttpResponse:
    """The report on the page, made on the spot; without a valid period back to the form with its errors."""
    ocmws = rapporteerbare_ocmws(request.user, op=vandaag())
    data = request.GET.copy()
    data.setdefault("formaat", Formaat.PDF)
    form = CaseloadrapportForm(data, ocmws=ocmws, vandaag=vandaag())
    if not form.is_valid():
        return render(request, "rapporten/caseload_kiezen.html", {"form": form, "ocmws": ocmws, "recent": []})
    keuze = form.cleaned_data
    bereik = Bereik(tuple(keuze["ocmws"]), keuze["van"], keuze["tot_en_met"], vandaag(), voor=request.user)
    rapport = caseload_voor(bereik, buiten_team=keuze["buiten_team"], opgemaakt_door=wie_en_rol(request.user))
    noteer(
        RAPPORT_GEMAAKT,
        None,
        door=request.user,
        soort=Rapportsoort.CASELOAD,
        formaat="pagina",
        van=bereik.van,
        tot=bereik.tot_en_met + EEN_DAG,
        buiten_team=keuze["buiten_team"],
        ocmws=[ocmw.pk for ocmw in bereik.ocmws],
    )
    return render(request, "rapporten/caseload_bekijken.html", {"rapport": rapport, "keuze": keuze})


@vereist(Recht.RAPPORT_DOSSIER)
def dossierverslag(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="verslag")
    form = DossierverslagForm(request.POST or None, medewerker=request.user)
    if form.is_valid():
        rapport = vraag_dossierverslag(
            client,
            delen=form.cleaned_data["delen"],
            afgeschermd=form.cleaned_data.get("afgeschermd", False),
            door=request.user,
            op=vandaag(),
        )
        return _volg(rapport)
    return render(request, "rapporten/dossierverslag.html", {"client": client, "tab": "gegevens", "form": form})


def _volg(rapport: Rapportbestand) -> HttpResponse:
    return redirect("opdrachten:opdracht_detail", pk=rapport.opdracht_id)


@require_safe
@vereist(Recht.DOSSIER_LEZEN)
def rapport_list(request: MedewerkerRequest) -> HttpResponse:
    mijne = Rapportbestand.objects.zichtbaar_voor(request.user).select_related("opdracht", "client", "reeks__programma")
    filter_ = RapportFilter(request.GET, queryset=mijne)
    pagina = blader(filter_.qs, bladnummer(request))
    actief = any(request.GET.get(naam) for naam in filter_.filters)
    return render(request, "rapporten/rapport_list.html", {"filter": filter_, "pagina": pagina, "actief": actief})


@require_safe
@vereist(Recht.DOSSIER_LEZEN)
def rapport_detail(request: MedewerkerRequest, pk: Any) -> HttpResponse:
    rapport = _mijn_rapport(request, pk)
    if rapport.gemaakt_op is None and rapport.opdracht_id:
        return _volg(rapport)
    return render(request, "rapporten/rapport_detail.html", {"rapport": rapport})


@never_cache
@require_safe
@vereist(Recht.DOSSIER_LEZEN)
def rapport_download(request: MedewerkerRequest, pk: Any) -> HttpResponseBase:
    """Hand over the file; each time is a row in the journaal."""
    rapport = _mijn_rapport(request, pk)
    if rapport.gemaakt_op is None:
        raise Http404("Dit rapport is nog niet klaar.")
    if rapport.client_id is not None:
        open_dossier(Client.objects.all(), request, rapport.client_id, onderdeel="verslag", wat=RAPPORT_GEOPEND)
    else:
        noteer(RAPPORT_GEOPEND, rapport, door=request.user, soort=rapport.soort, formaat=rapport.formaat)
    antwoord = FileResponse(
        rapport.bestand.open("rb"),
        as_attachment=True,
        filename=rapport.bestandsnaam,
        content_type=MIME[Formaat(rapport.formaat)],
    )
    antwoord["X-Content-Type-Options"] = "nosniff"
    return antwoord


@require_POST
@vereist(Recht.DOSSIER_LEZEN)
def rapport_verwijderen(request: MedewerkerRequest, pk: Any) -> HttpResponse:
    rapport = get_object_or_404(Rapportbestand.objects.zichtbaar_voor(request.user), pk=pk)
    verwijder_rapport(rapport)
    messages.success(request, "Het rapport is verwijderd.")
    return redirect(reverse("rapporten:rapport_list"))


def _mijn_rapport(request: MedewerkerRequest, pk: Any) -> Rapportbestand:
    """404 when it is not yours or its subject no longer exists for you; 403 when you lost the right."""
    rapporten = Rapportbestand.objects.zichtbaar_voor(request.user).select_related(
        "client", "opdracht", "reeks__programma"
    )
    rapport = get_object_or_404(rapporten, pk=pk)
    if ligt_buiten_bereik(rapport, request.user):
        raise Http404("Dit rapport bestaat niet.")
    reden = weigering_voor(rapport, request.user)
    if reden:
        raise PermissionDenied(reden)
    return rapport
