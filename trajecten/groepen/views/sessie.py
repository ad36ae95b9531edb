"""One session for who manages the group: change or move it, let it go on after all, and one more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from trajecten.groepen.actions import bewaar_sessie, hervat_sessie, voeg_sessie_toe
from trajecten.groepen.actions.verwittigen import nog_niet_verwittigd
from trajecten.groepen.forms.sessie import ExtraSessieForm, SessieForm
from trajecten.groepen.models import Sessie
from trajecten.groepen.views.reeks import open_reeks


def _open_sessie(request: MedewerkerRequest, pk: int) -> Sessie:
    alle = Sessie.objects.van_huis(request.user).select_related("reeks__programma__ocmw", "reeks__lesgever", "lesgever")
    return get_object_or_404(alle, pk=pk)


@vereist(Recht.GROEP_BEHEREN)
def sessie_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """One more session of series `pk`."""
    reeks = open_reeks(request, pk, beheert=True)
    begin = {"begin_om": reeks.begin_om, "eind_om": reeks.eind_om}
    form = ExtraSessieForm(request.POST or None, instance=Sessie(reeks=reeks), initial=begin)
    bewaard, _ = sla_op(
        request, form, lambda: voeg_sessie_toe(reeks, **form.cleaned_data, door=request.user, op=vandaag())
    )
    if bewaard:
        messages.success(request, "De sessie is toegevoegd.")
        return redirect(reeks)
    context = {"form": form, "reeks": reeks, "programma": reeks.programma}
    return render(request, "groepen/sessie_create.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.GROEP_BEHEREN)
def sessie_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    sessie = _open_sessie(request, pk)
    form = SessieForm(request.POST or None, instance=sessie)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_sessie(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Sessie",
    )
    if bewaard:
        messages.success(request, "De sessie is bewaard.")
        return _verder(form.instance)
    context = {"form": form, "sessie": sessie, "reeks": sessie.reeks, "programma": sessie.reeks.programma}
    return botsing or render(request, "groepen/sessie_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@vereist(Recht.GROEP_BEHEREN)
def sessie_hervatten(request: MedewerkerRequest, pk: int) -> HttpResponse:
    sessie = _open_sessie(request, pk)
    hervat_sessie(sessie, door=request.user, op=vandaag())
    messages.success(request, "De sessie gaat toch door.")
    return _verder(sessie)


def _verder(sessie: Sessie) -> HttpResponse:
    """To who must still hear of it, when somebody does."""
    if nog_niet_verwittigd(sessie, op=vandaag()):
        return redirect("groepen:sessie_verwittigen", sessie.pk)
    return redirect(sessie.reeks)
