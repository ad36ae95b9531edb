"""Search first, then make: nobody gets two files because somebody was in a hurry."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from clienten.actions import maak_client
from clienten.forms import ClientForm, ClientZoekForm, ContactForm
from clienten.gelijken import Gelijken, Gezochte, zoek_gelijken
from clienten.insz import lees_insz
from clienten.models import Client, Contactgegevens
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op


@vereist(Recht.CLIENT_BEHEREN)
def client_nieuw(request: MedewerkerRequest) -> HttpResponse:
    """Step 1. Searching is a POST: a national number does not belong in an address or a log."""
    form = ClientZoekForm(request.POST or None, op=vandaag())
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        gezocht = form.gezochte()
        context |= {"gezocht": gezocht, "gelijken": zoek_gelijken(gezocht, voor=request.user)}
    return render(request, "clienten/client_nieuw.html", context)


@vereist(Recht.CLIENT_BEHEREN)
@require_http_methods(["GET", "POST"])
def client_create(request: MedewerkerRequest) -> HttpResponse:
    """Step 2: the form, prefilled with what was searched for; `overnemen` comes from step 1."""
    if request.method == "GET":
        return redirect("clienten:client_nieuw")
    dag = vandaag()
    if "overnemen" in request.POST:
        form = ClientForm(op=dag, initial=_voorinvullen(request), instance=Client(ocmw=request.user.ocmw))
        contact = ContactForm(prefix="contact")
        return render(request, "clienten/client_create.html", {"form": form, "contactform": contact})
    form = ClientForm(request.POST, op=dag, instance=Client(ocmw=request.user.ocmw))
    contact = ContactForm(request.POST, prefix="contact", instance=Contactgegevens())
    gelijken = Gelijken([])
    if form.is_valid() & contact.is_valid():
        gelijken = zoek_gelijken(_gezochte_van(form.instance), voor=request.user)
        if not gelijken.gevonden or "toch" in request.POST:
            bewaard, _ = sla_op(
                request, form, lambda: maak_client(form.instance, contact.instance, door=request.user, op=dag)
            )
            if bewaard:
                messages.success(request, f"Het dossier van {form.instance.naam} is gemaakt.")
                return redirect("clienten:client_gegevens", form.instance.pk)
    context = {"form": form, "contactform": contact, "gelijken": gelijken}
    return render(request, "clienten/client_create.html", context)


def _voorinvullen(request: MedewerkerRequest) -> dict[str, Any]:
    zoekform = ClientZoekForm(request.POST, op=vandaag())
    if not zoekform.is_valid():
        return {}
    gegevens = {naam: waarde for naam, waarde in zoekform.cleaned_data.items() if waarde}
    insz = lees_insz(gegevens.get("insz", ""), op=vandaag())
    if insz.geboortedatum:
        gegevens.setdefault("geboortedatum", insz.geboortedatum)
    return gegevens


def _gezochte_van(client: Client) -> Gezochte:
    return Gezochte(
        insz=client.insz,
        voornaam=client.voornaam,
        achternaam=client.achternaam,
        geboortedatum=client.geboortedatum,
    )
