"""Workplaces: the list with what is free, one place, and the form."""

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer, sorteer
from ocmw.ui.zoektekst import zoekvraag
from tewerkstelling.actions import bewaar_werkplek
from tewerkstelling.filters import WERKPLEK_SORTERINGEN, WerkplekFilter
from tewerkstelling.forms import WerkplekForm
from tewerkstelling.models import Tewerkstelling, Werkplek
from tewerkstelling.nummers import toon_vestiging
from tewerkstelling.views.bordbeeld import doorstroom_van, vrij_dagen
from tewerkstelling.views.mentorbeeld import mentorbeelden
from tewerkstelling.views.werkgever import open_werkgever

KOLOMMEN = (("plek", "Werkplek"), ("werkgever", "Werkgever"), ("gemeente", "Gemeente"), ("bezet", "Bezet"))


@vereist(Recht.DOSSIER_LEZEN)
def werkplek_list(request: MedewerkerRequest) -> HttpResponse:
    rijen = Werkplek.objects.zichtbaar_voor(request.user).met_bezetting(vandaag()).select_related("werkgever")
    filter_ = WerkplekFilter(zoekvraag(request), queryset=rijen)
    gesorteerd, sortering = sorteer(filter_.qs, request.GET.get("sorteer"), WERKPLEK_SORTERINGEN)
    context = {
        "filter": filter_,
        "pagina": blader(gesorteerd, bladnummer(request)),
        "sortering": sortering,
        "kolommen": KOLOMMEN,
        "weergave": "werkplekken",
    }
    return render(request, "tewerkstelling/werkplek_list.html", context)


@vereist(Recht.DOSSIER_LEZEN)
def werkplek_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    dag = vandaag()
    plekken = (
        Werkplek.objects.zichtbaar_voor(request.user).met_verloop(dag, vrij_dagen(dag)).select_related("werkgever")
    )
    werkplek = get_object_or_404(plekken, pk=pk)
    contracten = (
        Tewerkstelling.objects.zichtbaar_voor(request.user)
        .filter(werkplek=werkplek)
        .select_related("client")
        .order_by(F("tot").desc(nulls_first=True), "-van", "-pk")  # who works here now stands first
    )
    context = {
        "werkplek": werkplek,
        "vestiging": toon_vestiging(werkplek.vestigingsnummer),
        "mentoren": mentorbeelden(werkplek.mentoren.met_belasting(dag), op=dag),
        "doorstroom": doorstroom_van(werkplek, op=dag),
        "kleine_cel": regel("statistiek.kleine_cel", op=dag),
        "pagina": blader(contracten, bladnummer(request)),
        "vandaag": dag,
    }
    return render(request, "tewerkstelling/werkplek_detail.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkplek_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """A new workplace of employer `pk`."""
    werkgever = open_werkgever(request, pk)
    form = WerkplekForm(request.POST or None, instance=Werkplek(werkgever=werkgever))
    bewaard, _ = sla_op(request, form, lambda: _bewaar(form, request), "Werkplek")
    if bewaard:
        messages.success(request, f"De werkplek {form.instance.naam} is toegevoegd.")
        return redirect(werkgever)
    return render(request, "tewerkstelling/werkplek_create.html", {"form": form, "werkgever": werkgever})


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkplek_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    werkplek = get_object_or_404(Werkplek.objects.zichtbaar_voor(request.user).select_related("werkgever"), pk=pk)
    form = WerkplekForm(request.POST or None, instance=werkplek)
    bewaard, botsing = sla_op(request, form, lambda: _bewaar(form, request), "Werkplek")
    if bewaard:
        messages.success(request, f"De werkplek {werkplek.naam} is bewaard.")
        return redirect(werkplek)
    return botsing or render(request, "tewerkstelling/werkplek_edit.html", {"form": form, "werkplek": werkplek})


def _bewaar(form: WerkplekForm, request: MedewerkerRequest) -> Werkplek:
    return bewaar_werkplek(
        form.instance, form.gewijzigde_velden(), mentoren=form.gekozen_mentoren, door=request.user, op=vandaag()
    )
