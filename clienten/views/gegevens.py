"""The Gegevens tab: who this person is, and how to reach them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clienten.actions import wijzig_client, wijzig_contact
from clienten.enums import AFGESCHERMDE_RANDVOORWAARDEN, Randvoorwaardesoort
from clienten.forms import ClientForm, ContactForm
from clienten.insz import toon_insz
from clienten.models import Client, Contactgegevens, Randvoorwaarde
from clienten.nummers import toon_telefoon
from clienten.rijlijsten import RIJLIJSTEN
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op


@vereist(Recht.DOSSIER_LEZEN)
def client_gegevens(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="gegevens")
    antwoorden = {rij.soort: rij for rij in Randvoorwaarde.objects.zichtbaar_voor(request.user).van_client(client)}
    mag_afgeschermd = request.user.mag(Recht.AFGESCHERMD_LEZEN)
    randvoorwaarden = [
        (soort, antwoorden.get(soort), mag_afgeschermd or soort not in AFGESCHERMDE_RANDVOORWAARDEN)
        for soort in Randvoorwaardesoort
    ]
    context = {
        "client": client,
        "tab": "gegevens",
        "insz": toon_insz(client.insz),
        "randvoorwaarden": randvoorwaarden,
        "rijlijsten": RIJLIJSTEN,
        "toewijzingen": client.toewijzingen.select_related("medewerker__ocmw").order_by("-van", "-pk"),
    }
    return render(request, "clienten/client_gegevens.html", context)


@vereist(Recht.DOSSIER_LEZEN)
def contact_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Shown after a click, and that click stands in the journaal."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="contact")
    contact = Contactgegevens.objects.filter(client=client).first()
    context = {
        "client": client,
        "tab": "gegevens",
        "contact": contact,
        "gsm": toon_telefoon(contact.gsm) if contact else "",
        "telefoon": toon_telefoon(contact.telefoon) if contact else "",
    }
    template = "clienten/_contact.html" if request.htmx else "clienten/contact_detail.html"
    return render(request, template, context)


@vereist(Recht.CLIENT_BEHEREN)
def client_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="gegevens")
    form = ClientForm(request.POST or None, instance=client, op=vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_client(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Gegevens van de cliënt",
    )
    if bewaard:
        messages.success(request, "De gegevens zijn bewaard.")
        return redirect("clienten:client_gegevens", pk)
    context = {"client": client, "tab": "gegevens", "form": form, "kop": "Gegevens wijzigen"}
    return botsing or render(request, "clienten/client_edit.html", context)


@vereist(Recht.CLIENT_BEHEREN)
def contact_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="contact")
    contact = Contactgegevens.objects.get(client=client)
    form = ContactForm(request.POST or None, instance=contact)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_contact(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Contactgegevens",
    )
    if bewaard:
        messages.success(request, "De contactgegevens zijn bewaard.")
        return redirect("clienten:client_gegevens", pk)
    context = {"client": client, "tab": "gegevens", "form": form, "kop": "Contactgegevens wijzigen"}
    return botsing or render(request, "clienten/client_edit.html", context)
