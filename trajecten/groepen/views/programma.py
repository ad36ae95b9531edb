"""Programmes: the list, one with its series, and the form."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import euro
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer, sorteer
from ocmw.ui.zoektekst import zoekvraag
from trajecten.groepen.actions import bewaar_programma
from trajecten.groepen.filters import PROGRAMMA_SORTERINGEN, ProgrammaFilter
from trajecten.groepen.forms.programma import ProgrammaForm
from trajecten.groepen.models import Programma
from trajecten.groepen.toelating import TOELATINGEN

KOLOMMEN = (("naam", "Programma"), ("partner", "Partner"), ("soort", "Soort"), ("reeksen", "Reeksen"))


@vereist(Recht.GROEP_LEZEN)
def programma_list(request: MedewerkerRequest) -> HttpResponse:
    rijen = Programma.objects.zichtbaar_voor(request.user).select_related("ocmw")
    filter_ = ProgrammaFilter(zoekvraag(request), queryset=rijen.annotate(aantal_reeksen=Count("reeksen")))
    gesorteerd, sortering = sorteer(filter_.qs, request.GET.get("sorteer"), PROGRAMMA_SORTERINGEN)
    context = {
        "filter": filter_,
        "pagina": blader(gesorteerd, bladnummer(request)),
        "sortering": sortering,
        "kolommen": KOLOMMEN,
        "op": vandaag(),
    }
    return render(request, "groepen/programma_list.html", context)


@vereist(Recht.GROEP_LEZEN)
def programma_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    programma = get_object_or_404(Programma.objects.zichtbaar_voor(request.user).select_related("ocmw"), pk=pk)
    toelating = TOELATINGEN.get(programma.toelating)
    reeksen = programma.reeksen.annotate(aantal_sessies=Count("sessies")).select_related("lesgever")
    context = {
        "programma": programma,
        "budget": euro(programma.budget),
        "besteed": euro(programma.besteed),
        "toelating": toelating.label if toelating else "",
        "deelt_met": programma.deelt_met.all(),
        "pagina": blader(reeksen, bladnummer(request)),
        "beheert": _beheert(request, programma),
        "op": vandaag(),
    }
    return render(request, "groepen/programma_detail.html", context)


@vereist(Recht.GROEP_BEHEREN)
def programma_create(request: MedewerkerRequest) -> HttpResponse:
    form = ProgrammaForm(request.POST or None, instance=Programma(ocmw=request.user.ocmw), initial={"van": vandaag()})
    bewaard, _ = sla_op(request, form, lambda: _bewaar(form, request))
    if bewaard:
        messages.success(request, f"{form.instance.naam} is toegevoegd. Maak nu een reeks.")
        return redirect(form.instance)
    return render(request, "groepen/programma_create.html", {"form": form}, status=422 if form.is_bound else 200)


@vereist(Recht.GROEP_BEHEREN)
def programma_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    programma = get_object_or_404(Programma.objects.van_huis(request.user).select_related("ocmw"), pk=pk)
    form = ProgrammaForm(request.POST or None, instance=programma)
    bewaard, botsing = sla_op(request, form, lambda: _bewaar(form, request), "Programma")
    if bewaard:
        messages.success(request, f"{programma.naam} is bewaard.")
        return redirect(programma)
    context = {"form": form, "programma": programma}
    return botsing or render(request, "groepen/programma_edit.html", context, status=422 if form.is_bound else 200)


def _bewaar(form: ProgrammaForm, request: MedewerkerRequest) -> Programma:
    return bewaar_programma(
        form.instance, form.gewijzigde_velden(), deelt_met=form.gekozen_ocmws, door=request.user, op=vandaag()
    )


def _beheert(request: MedewerkerRequest, programma: Programma) -> bool:
    return request.user.mag(Recht.GROEP_BEHEREN) and programma.ocmw_id == request.user.ocmw_id
