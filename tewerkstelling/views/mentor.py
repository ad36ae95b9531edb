"""Mentors: the list with load and training, and the form."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer, sorteer
from ocmw.ui.zoektekst import zoekvraag
from tewerkstelling.actions import bewaar_mentor
from tewerkstelling.filters import MENTOR_SORTERINGEN, MentorFilter
from tewerkstelling.forms import MentorForm
from tewerkstelling.models import Mentor
from tewerkstelling.views.mentorbeeld import mentorbeelden, mentorregels
from tewerkstelling.views.werkgever import open_werkgever

KOLOMMEN = (("naam", "Mentor"), ("werkgever", "Werkgever"), ("begeleidt", "Begeleidt"), ("opleiding", "Opleiding"))


@vereist(Recht.DOSSIER_LEZEN)
def mentor_list(request: MedewerkerRequest) -> HttpResponse:
    dag = vandaag()
    rijen = Mentor.objects.zichtbaar_voor(request.user).met_belasting(dag).select_related("werkgever")
    filter_ = MentorFilter(zoekvraag(request), queryset=rijen, op=dag)
    gesorteerd, sortering = sorteer(filter_.qs, request.GET.get("sorteer"), MENTOR_SORTERINGEN)
    pagina = blader(gesorteerd, bladnummer(request))
    context = {
        "filter": filter_,
        "pagina": pagina,
        "mentoren": mentorbeelden(pagina.rijen, op=dag),
        "sortering": sortering,
        "kolommen": KOLOMMEN,
        "regels": mentorregels(dag),
        "weergave": "mentoren",
    }
    return render(request, "tewerkstelling/mentor_list.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def mentor_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """A new mentor of employer `pk`."""
    werkgever = open_werkgever(request, pk)
    form = MentorForm(request.POST or None, instance=Mentor(werkgever=werkgever))
    bewaard, _ = sla_op(request, form, lambda: _bewaar(form, request), "Mentor")
    if bewaard:
        messages.success(request, f"{form.instance.naam} is toegevoegd als mentor.")
        return redirect(werkgever)
    return render(request, "tewerkstelling/mentor_create.html", {"form": form, "werkgever": werkgever})


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def mentor_edit(request: MedewerkerRequest, pk: int, mentor: int) -> HttpResponse:
    werkgever = open_werkgever(request, pk)
    rij = get_object_or_404(werkgever.mentoren.select_related("werkgever"), pk=mentor)
    form = MentorForm(request.POST or None, instance=rij)
    bewaard, botsing = sla_op(request, form, lambda: _bewaar(form, request), "Mentor")
    if bewaard:
        messages.success(request, f"{rij.naam} is bewaard.")
        return redirect(werkgever)
    return botsing or render(request, "tewerkstelling/mentor_edit.html", {"form": form, "werkgever": werkgever})


def _bewaar(form: MentorForm, request: MedewerkerRequest) -> Mentor:
    return bewaar_mentor(
        form.instance,
        form.gewijzigde_velden(),
        werkplekken=form.gekozen_werkplekken,
        door=request.user,
        op=vandaag(),
    )
