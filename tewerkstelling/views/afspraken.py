"""What stands on the page of an employer besides its places: more contacts, and agreements."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import bewaar_contactpersoon, bewaar_overeenkomst, verwijder_bij_werkgever
from tewerkstelling.forms import ContactpersoonForm, OvereenkomstForm
from tewerkstelling.models import Contactpersoon, Overeenkomst
from tewerkstelling.views.werkgever import open_werkgever


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def contactpersoon_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    werkgever = open_werkgever(request, pk)
    form = ContactpersoonForm(request.POST or None, instance=Contactpersoon(werkgever=werkgever))
    bewaard, _ = sla_op(
        request,
        form,
        lambda: bewaar_contactpersoon(form.instance, [], door=request.user, op=vandaag()),
        "Contactpersoon",
    )
    if bewaard:
        messages.success(request, f"{form.instance.naam} is toegevoegd als contactpersoon.")
        return redirect(werkgever)
    return render(request, "tewerkstelling/contactpersoon_create.html", {"form": form, "werkgever": werkgever})


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def contactpersoon_edit(request: MedewerkerRequest, pk: int, contact: int) -> HttpResponse:
    werkgever = open_werkgever(request, pk)
    form = ContactpersoonForm(request.POST or None, instance=get_object_or_404(werkgever.contacten, pk=contact))
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_contactpersoon(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Contactpersoon",
    )
    if bewaard:
        messages.success(request, f"{form.instance.naam} is bewaard.")
        return redirect(werkgever)
    context = {"form": form, "werkgever": werkgever}
    return botsing or render(request, "tewerkstelling/contactpersoon_edit.html", context)


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def contactpersoon_verwijderen(request: MedewerkerRequest, pk: int, contact: int) -> HttpResponse:
    werkgever = open_werkgever(request, pk)
    rij = get_object_or_404(werkgever.contacten, pk=contact)
    verwijder_bij_werkgever(rij, door=request.user, op=vandaag())
    messages.success(request, f"{rij.naam} staat niet meer bij de contactpersonen.")
    return redirect(werkgever)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def overeenkomst_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    werkgever = open_werkgever(request, pk)
    form = OvereenkomstForm(request.POST or None, instance=Overeenkomst(werkgever=werkgever))
    bewaard, _ = sla_op(
        request, form, lambda: bewaar_overeenkomst(form.instance, [], door=request.user, op=vandaag()), "Overeenkomst"
    )
    if bewaard:
        messages.success(request, "De overeenkomst is toegevoegd.")
        return redirect(werkgever)
    return render(request, "tewerkstelling/overeenkomst_create.html", {"form": form, "werkgever": werkgever})


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def overeenkomst_edit(request: MedewerkerRequest, pk: int, overeenkomst: int) -> HttpResponse:
    werkgever = open_werkgever(request, pk)
    rij = get_object_or_404(werkgever.overeenkomsten.select_related("werkgever"), pk=overeenkomst)
    form = OvereenkomstForm(request.POST or None, instance=rij)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_overeenkomst(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Overeenkomst",
    )
    if bewaard:
        messages.success(request, "De overeenkomst is bewaard.")
        return redirect(werkgever)
    context = {"form": form, "werkgever": werkgever}
    return botsing or render(request, "tewerkstelling/overeenkomst_edit.html", context)


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def overeenkomst_verwijderen(request: MedewerkerRequest, pk: int, overeenkomst: int) -> HttpResponse:
    werkgever = open_werkgever(request, pk)
    rij = get_object_or_404(werkgever.overeenkomsten, pk=overeenkomst)
    try:
        verwijder_bij_werkgever(rij, door=request.user, op=vandaag())
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    else:
        messages.success(request, "De overeenkomst is verwijderd.")
    return redirect(werkgever)
