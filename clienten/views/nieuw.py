"""Search first, then make: nobody gets two files because somebody was in a hurry."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from clienten.actions import maak_client
from clienten.beginnen import BEGIN_METEEN
from clienten.forms import ClientForm, ClientZoekForm, ContactForm
from clienten.gelijken import Gelijken, Gezochte, zoek_gelijken
from clienten.handeling import handeling
from clienten.insz import lees_insz
from clienten.models import Client, Contactgegevens
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.plaats import naar


@vereist(Recht.CLIENT_BEHEREN)
def client_nieuw(request: MedewerkerRequest) -> HttpResponse:
    """Step 1. Searching is a POST: a national number does not belong in an address or a log."""
    if "gezocht" in request.POST:
        # Somebody searched for this person and found nobody: what was typed is taken over, and nothing is judged yet.
        form = ClientZoekForm(op=vandaag(), initial=_uit_zoektekst(request.POST["gezocht"]))
        return render(request, "clienten/client_nieuw.html", {"form": form})
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
            verder = request.POST.get("verder", "") if request.user.mag(Recht.DOORVERWIJZEN) else ""
            adressen: list[str] = []
            bewaard, _ = sla_op(
                request, form, lambda: adressen.extend(_maak(form, contact, verder, door=request.user, op=dag))
            )
            if bewaard:
                messages.success(request, f"Het dossier van {form.instance.naam} is gemaakt.")
                for adres in adressen[-1:]:
                    return redirect(adres)
                # Who refers goes on with the bundle; who does not, with the data.
                if request.user.mag(Recht.DOORVERWIJZEN):
                    return redirect(naar("aanmelding", form.instance.pk))
                return redirect("clienten:client_gegevens", form.instance.pk)
    context = {"form": form, "contactform": contact, "gelijken": gelijken}
    return render(request, "clienten/client_create.html", context)


def _maak(form: ClientForm, contact: ContactForm, verder: str, *, door: Medewerker, op: date) -> list[str]:
    """The dossier, and in the same handeling what the maker goes on with; the address of that."""
    with handeling(op=op):
        client = maak_client(form.instance, contact.instance, door=door, op=op)
        begin = BEGIN_METEEN.get(verder)
        return [begin(client, door, op)] if begin else []


def _uit_zoektekst(tekst: str) -> dict[str, Any]:
    """A number is an INSZ; of words the first is the first name when there is more than one."""
    woorden = tekst[:120].split()
    if sum(teken.isdigit() for teken in tekst) == 11:
        return {"insz": tekst[:40].strip()}
    if any(teken.isdigit() for teken in tekst) or not woorden:
        return {}
    return {"achternaam": " ".join(woorden[1:] or woorden), "voornaam": woorden[0][:80] if len(woorden) > 1 else ""}


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
