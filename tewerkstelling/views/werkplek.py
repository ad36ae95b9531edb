"""Workplaces: the list with what is free, and the form."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import blader
from ocmw.ui.versie import IntussenGewijzigd, toon_samenvoegen
from tewerkstelling.actions import bewaar_werkplek
from tewerkstelling.filters import WERKPLEK_SORTERINGEN, WerkplekFilter, sorteer
from tewerkstelling.forms import WerkplekForm
from tewerkstelling.models import Tewerkstelling, Werkgever, Werkplek
from tewerkstelling.nummers import toon_vestiging

KOLOMMEN = (("plek", "Werkplek"), ("werkgever", "Werkgever"), ("gemeente", "Gemeente"), ("bezet", "Bezet"))


@vereist(Recht.DOSSIER_LEZEN)
def werkplek_list(request: MedewerkerRequest) -> HttpResponse:
    rijen = Werkplek.objects.zichtbaar_voor(request.user).met_bezetting(vandaag()).select_related("werkgever")
    filter_ = WerkplekFilter(request.GET, queryset=rijen)
    gesorteerd, sortering = sorteer(filter_.qs, request.GET.get("sorteer"), WERKPLEK_SORTERINGEN)
    context = {
        "filter": filter_,
        "pagina": blader(gesorteerd, request.GET.get("pagina")),
        "sortering": sortering,
        "kolommen": KOLOMMEN,
        "weergave": "werkplekken",
    }
    return render(request, "tewerkstelling/werkplek_list.html", context)


@vereist(Recht.DOSSIER_LEZEN)
def werkplek_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    werkplek = get_object_or_404(
        Werkplek.objects.zichtbaar_voor(request.user).met_bezetting(vandaag()).select_related("werkgever"), pk=pk
    )
    contracten = (
        Tewerkstelling.objects.zichtbaar_voor(request.user)
        .filter(werkplek=werkplek)
        .select_related("client")
        .order_by("-van", "-pk")
    )
    context = {
        "werkplek": werkplek,
        "vestiging": toon_vestiging(werkplek.vestigingsnummer),
        "pagina": blader(contracten, request.GET.get("pagina")),
        "vandaag": vandaag(),
    }
    return render(request, "tewerkstelling/werkplek_detail.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkplek_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """A new workplace of employer `pk`."""
    werkgever = get_object_or_404(Werkgever.objects.zichtbaar_voor(request.user), pk=pk)
    form = WerkplekForm(request.POST or None, instance=Werkplek(werkgever=werkgever))
    if form.is_valid():
        werkplek = bewaar_werkplek(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag())
        messages.success(request, f"De werkplek {werkplek.naam} is toegevoegd.")
        return redirect(werkgever)
    return render(request, "tewerkstelling/werkplek_create.html", {"form": form, "werkgever": werkgever})


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkplek_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    werkplek = get_object_or_404(Werkplek.objects.zichtbaar_voor(request.user).select_related("werkgever"), pk=pk)
    form = WerkplekForm(request.POST or None, instance=werkplek)
    if form.is_valid():
        try:
            bewaar_werkplek(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag())
        except IntussenGewijzigd as conflict:
            return toon_samenvoegen(request, form, conflict, "Werkplek")
        messages.success(request, f"De werkplek {werkplek.naam} is bewaard.")
        return redirect(werkplek)
    return render(request, "tewerkstelling/werkplek_edit.html", {"form": form, "werkplek": werkplek})
