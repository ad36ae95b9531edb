"""Enrol from the client, from the group, several at once, or without a dossier; answer an offered seat; leave."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.handeling import handeling
from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.bewaring import bewaar_apart
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import bewaar_deelnemer, neem_plaats_aan, schrijf_in, stop_deelname
from trajecten.groepen.enums import Inschrijfstatus
from trajecten.groepen.forms.inschrijving import (
    MEESTE_MENSEN,
    ClientInschrijvenForm,
    DeelnemerForm,
    GroepInschrijvenForm,
    StoppenForm,
)
from trajecten.groepen.models import Deelnemer, Groepsreeks, Inschrijving
from trajecten.groepen.views.reeks import open_reeks
from trajecten.groepen.views.verwittigen import WIJZEN, nieuws_voor


@vereist(Recht.DOSSIER_LEZEN)
def client_groepen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The groups of one client, also those that are over."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="groepen")
    rijen = (
        Inschrijving.objects.filter(client=client)
        .select_related("reeks__programma", "client__contact")
        .order_by("-reeks__van", "-pk")
    )
    context = {
        "client": client,
        "tab": "traject",
        "inschrijvingen": rijen,
        "nieuws": nieuws_voor(rijen, op=vandaag()),
        "wijzen": WIJZEN,
        "schrijft_in": request.user.mag(Recht.GROEP_INSCHRIJVEN) and not client.gesloten_op,
    }
    return render(request, "groepen/client_groepen.html", context)


@vereist(Recht.GROEP_INSCHRIJVEN)
def client_inschrijven(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="groepen")
    form = ClientInschrijvenForm(request.POST or None, medewerker=request.user)

    def bewaar() -> None:
        data = form.cleaned_data
        rij = Inschrijving(client=client, reeks=data["reeks"], bewijs=data["bewijs"], bewijs_tot=data["bewijs_tot"])
        messages.success(request, _hoe_het_ging(schrijf_in(rij, door=request.user, op=vandaag())))

    bewaard, _ = sla_op(request, form, bewaar)
    if bewaard:
        return redirect("groepen:client_groepen", pk)
    context = {"client": client, "tab": "traject", "form": form}
    return render(request, "groepen/client_inschrijven.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.GROEP_INSCHRIJVEN)
def reeks_inschrijven(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Several people at once; each by itself, so that one who cannot does not stop the others."""
    reeks = open_reeks(request, pk)
    mensen = _wie_kan(request, reeks)
    form = GroepInschrijvenForm(request.POST if request.method == "POST" else None, mensen=mensen)
    bewaard, _ = sla_op(request, form, lambda: _schrijf_in(request, reeks, form.cleaned_data["clienten"]))
    if bewaard:
        return redirect(reeks)
    context = {"form": form, "reeks": reeks, "programma": reeks.programma, "iemand": mensen.exists()}
    return render(request, "groepen/reeks_inschrijven.html", context, status=422 if form.is_bound else 200)


def _wie_kan(request: MedewerkerRequest, reeks: Groepsreeks) -> QuerySet[Client]:
    mensen = Client.objects.zichtbaar_voor(request.user).open()
    if not request.user.mag(Recht.TEAM_VOLGEN):
        mensen = mensen.in_caseload_van(request.user)
    al = reeks.inschrijvingen.niet_gestopt().filter(client__isnull=False).values("client")
    eerste = mensen.exclude(pk__in=al).order_by("zoeknaam", "pk").values("pk")[:MEESTE_MENSEN]
    return Client.objects.filter(pk__in=list(eerste.values_list("pk", flat=True))).order_by("zoeknaam", "pk")


def _schrijf_in(request: MedewerkerRequest, reeks: Groepsreeks, clienten: list[Client]) -> None:
    op = vandaag()
    with handeling(op=op):
        for client in clienten:
            rij = Inschrijving(client=client, reeks=reeks)
            try:
                gelukt = bewaar_apart(lambda rij=rij: schrijf_in(rij, door=request.user, op=op))  # type: ignore[misc]  # bound now
            except Geweigerd as weigering:
                messages.info(request, f"{client.naam} is niet ingeschreven. {weigering.reden}")
            except ValidationError as fout:
                messages.info(request, f"{client.naam} is niet ingeschreven. {' '.join(fout.messages)}")
            else:
                messages.success(request, _hoe_het_ging(gelukt))


@vereist(Recht.GROEP_INSCHRIJVEN)
def deelnemer_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Somebody without a dossier, who agreed."""
    reeks = open_reeks(request, pk)
    nieuw = Deelnemer(ocmw=request.user.ocmw, toestemming_op=vandaag())
    form = DeelnemerForm(request.POST or None, instance=nieuw, medewerker=request.user)

    def bewaar() -> None:
        with handeling(op=vandaag()):
            deelnemer = bewaar_deelnemer(form.instance, door=request.user, op=vandaag())
            rij = schrijf_in(Inschrijving(deelnemer=deelnemer, reeks=reeks), door=request.user, op=vandaag())
        messages.success(request, _hoe_het_ging(rij))

    bewaard, _ = sla_op(request, form, bewaar)
    if bewaard:
        return redirect(reeks)
    context = {"form": form, "reeks": reeks, "programma": reeks.programma}
    return render(request, "groepen/deelnemer_create.html", context, status=422 if form.is_bound else 200)


def open_inschrijving(request: MedewerkerRequest, pk: int, inschrijving: int) -> Inschrijving:
    alle = Inschrijving.objects.van_huis(request.user).filter(reeks=pk)
    return get_object_or_404(alle.select_related("reeks__programma", "client__ocmw", "deelnemer"), pk=inschrijving)


@require_POST
@vereist(Recht.GROEP_INSCHRIJVEN)
def inschrijving_aannemen(request: MedewerkerRequest, pk: int, inschrijving: int) -> HttpResponse:
    rij = open_inschrijving(request, pk, inschrijving)
    neem_plaats_aan(rij, door=request.user, op=vandaag())
    messages.success(request, f"{rij.naam} heeft nu een plaats.")
    return redirect(rij.reeks)


@vereist(Recht.GROEP_INSCHRIJVEN)
def inschrijving_stoppen(request: MedewerkerRequest, pk: int, inschrijving: int) -> HttpResponse:
    """Leave the group, the waiting list, or refuse an offered seat."""
    rij = open_inschrijving(request, pk, inschrijving)
    form = StoppenForm(request.POST or None)
    bewaard, _ = sla_op(request, form, lambda: stop_deelname(rij, **form.cleaned_data, door=request.user, op=vandaag()))
    if bewaard:
        messages.success(request, f"{rij.naam} staat niet meer in deze groep.")
        return redirect(rij.reeks)
    context = {"form": form, "inschrijving": rij, "reeks": rij.reeks, "programma": rij.reeks.programma}
    return render(request, "groepen/inschrijving_stoppen.html", context, status=422 if form.is_bound else 200)


def _hoe_het_ging(rij: Inschrijving) -> str:
    if rij.status == Inschrijfstatus.WACHT:
        plaats = rij.reeks.inschrijvingen.wacht().filter(pk__lte=rij.pk).count()
        return f"De groep is vol: {rij.naam} staat als nummer {plaats} op de wachtlijst."
    return f"{rij.naam} is ingeschreven voor {rij.reeks.programma}."
