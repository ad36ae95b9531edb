"""Employers: the list, one employer with all that hangs on it, and the form."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.nummers import toon_telefoon
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer, sorteer
from ocmw.ui.zoektekst import zoekvraag
from tewerkstelling.actions import bewaar_werkgever
from tewerkstelling.filters import WERKGEVER_SORTERINGEN, WerkgeverFilter
from tewerkstelling.forms import WerkgeverForm
from tewerkstelling.models import Tewerkstelling, Werkgever
from tewerkstelling.nummers import toon_kbo
from tewerkstelling.views.mentorbeeld import mentorbeelden

KOLOMMEN = (("naam", "Werkgever"), ("soort", "Soort"), ("plekken", "Werkplekken"), ("bezet", "Aan het werk"))


def open_werkgever(request: MedewerkerRequest, pk: int) -> Werkgever:
    """An employer of the own OCMW, or 404."""
    return get_object_or_404(Werkgever.objects.zichtbaar_voor(request.user), pk=pk)


@vereist(Recht.DOSSIER_LEZEN)
def werkgever_list(request: MedewerkerRequest) -> HttpResponse:
    dag = vandaag()
    lopend = Q(werkplekken__tewerkstellingen__van__lte=dag) & (
        Q(werkplekken__tewerkstellingen__tot=None) | Q(werkplekken__tewerkstellingen__tot__gt=dag)
    )
    rijen = Werkgever.objects.zichtbaar_voor(request.user).annotate(
        plekken=Count("werkplekken", distinct=True),
        bezet=Count("werkplekken__tewerkstellingen", filter=lopend, distinct=True),
    )
    filter_ = WerkgeverFilter(zoekvraag(request), queryset=rijen)
    gesorteerd, sortering = sorteer(filter_.qs, request.GET.get("sorteer"), WERKGEVER_SORTERINGEN)
    context = {
        "filter": filter_,
        "pagina": blader(gesorteerd, bladnummer(request)),
        "sortering": sortering,
        "kolommen": KOLOMMEN,
        "weergave": "werkgevers",
    }
    return render(request, "tewerkstelling/werkgever_list.html", context)


@vereist(Recht.DOSSIER_LEZEN)
def werkgever_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    werkgever = open_werkgever(request, pk)
    dag = vandaag()
    aan_het_werk = (
        Tewerkstelling.objects.zichtbaar_voor(request.user)
        .lopend(dag)
        .filter(werkplek__werkgever=werkgever)
        .select_related("client", "werkplek")
        .order_by("tot", "pk")
    )
    context = {
        "werkgever": werkgever,
        "kbo": toon_kbo(werkgever.ondernemingsnummer),
        "telefoon": toon_telefoon(werkgever.telefoon),
        "contacten": [(contact, toon_telefoon(contact.telefoon)) for contact in werkgever.contacten.all()],
        "overeenkomsten": [(rij, *rij.stand(dag)) for rij in werkgever.overeenkomsten.all()],
        "mentoren": mentorbeelden(werkgever.mentoren.met_belasting(dag).order_by("-actief", "naam", "pk"), op=dag),
        "werkplekken": werkgever.werkplekken.met_bezetting(dag).order_by("naam", "pk"),
        "aan_het_werk": aan_het_werk,
    }
    return render(request, "tewerkstelling/werkgever_detail.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkgever_create(request: MedewerkerRequest) -> HttpResponse:
    form = WerkgeverForm(request.POST or None, instance=Werkgever(ocmw=request.user.ocmw))
    bewaard, _ = sla_op(
        request,
        form,
        lambda: bewaar_werkgever(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Werkgever",
    )
    if bewaard:
        messages.success(request, f"{form.instance.naam} is toegevoegd. Voeg nu de werkplekken toe.")
        return redirect(form.instance)
    return render(request, "tewerkstelling/werkgever_create.html", {"form": form})


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkgever_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    werkgever = open_werkgever(request, pk)
    form = WerkgeverForm(request.POST or None, instance=werkgever)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_werkgever(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Werkgever",
    )
    if bewaard:
        messages.success(request, f"{werkgever.naam} is bewaard.")
        return redirect(werkgever)
    return botsing or render(request, "tewerkstelling/werkgever_edit.html", {"form": form, "werkgever": werkgever})
