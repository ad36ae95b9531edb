"""Start and close the traject, answer a question, keep side problems. The page itself is ocmw.werkruimte.dossier's: it knows work."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kladjes.actions import vergeet_kladjes
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import beantwoord_vraag, bewaar_randprobleem, sluit_traject_af, start_traject
from trajecten.fasen import FASE_VAN_CODE, VRAAG_VAN_CODE, Vraag
from trajecten.forms.fase import RandprobleemForm, TrajectStartForm, TrajectStopForm, VraagForm
from trajecten.models import Fasebeantwoording, Randprobleem, Traject
from trajecten.trajectblad import antwoord_op, fasevakken


def traject_adres(pk: int) -> str:
    return reverse("trajecten:traject_detail", args=[pk])


@vereist(Recht.TRAJECT_BEHEREN)
def traject_starten(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="traject")
    form = TrajectStartForm(request.POST or None, vandaag=vandaag())
    bewaard, _ = sla_op(request, form, lambda: start_traject(client, door=request.user, op=form.cleaned_data["op"]))
    if bewaard:
        messages.success(request, "Het traject is gestart in fase 1, Verkenning.")
        return redirect(traject_adres(pk))
    context = {"client": client, "tab": "traject", "form": form}
    return render(request, "trajecten/traject_starten.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.TRAJECT_BEHEREN)
def traject_afsluiten(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="traject")
    traject = client.trajecten.lopend().first()
    if traject is None:
        raise Http404("Er loopt geen traject.")
    form = TrajectStopForm(request.POST or None, vandaag=vandaag())
    bewaard, _ = sla_op(request, form, lambda: sluit_traject_af(traject, door=request.user, **form.cleaned_data))
    if bewaard:
        messages.success(request, "Het traject is afgesloten.")
        return redirect(traject_adres(pk))
    context = {"client": client, "tab": "traject", "form": form, "traject": traject}
    return render(request, "trajecten/traject_afsluiten.html", context, status=422 if form.is_bound else 200)


@require_POST
@vereist(Recht.TRAJECT_BEHEREN)
def vraag_beantwoorden(request: MedewerkerRequest, pk: int, code: str) -> HttpResponse:
    """Saved question by question. With htmx only the state beside the question is replaced, never what is typed."""
    vraag = VRAAG_VAN_CODE.get(code)
    if vraag is None or (vraag.afgeschermd and not request.user.mag(Recht.AFGESCHERMD_LEZEN)):
        raise Http404("Deze vraag bestaat niet.")
    client = open_dossier(Client.objects.all(), request, pk)
    traject = client.trajecten.lopend().first()
    if traject is None:
        raise Geweigerd("Er loopt geen traject. Start eerst een traject.")
    bestaand = traject.beantwoordingen.filter(vraag=code).first()
    if bestaand and request.POST.get("versie", "") in {"", "0"}:
        bestaand.versie = 0  # nobody had answered when this page was opened
    form = VraagForm(request.POST, instance=bestaand or antwoord_op(traject, vraag), vraag=vraag)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: _beantwoord(form, request),
        vraag.tekst,
        botst=(lambda ander: _toon_ander(request, client, traject, form, ander)) if request.htmx else None,
    )
    if not bewaard:
        fout = " ".join(f"{e}" for f in form.errors.values() for e in f)
        return botsing or _vraagstand(request, client, traject, form, fout=fout)
    vergeet_kladjes(adres=request.path, door=request.user)
    return _vraagstand(request, client, traject, VraagForm(instance=form.instance, vraag=vraag), bewaard=True)


def _beantwoord(form: VraagForm, request: MedewerkerRequest) -> None:
    if velden := form.gewijzigde_velden():
        beantwoord_vraag(form.instance, velden, door=request.user, op=vandaag())


def _vraagstand(
    request: MedewerkerRequest,
    client: Client,
    traject: Traject,
    form: VraagForm,
    *,
    fout: str = "",
    bewaard: bool = False,
) -> HttpResponse:
    vraag: Vraag = form.vraag
    if not request.htmx:
        if fout:
            raise Geweigerd(fout)
        return redirect(f"{traject_adres(client.pk)}#vraag-{vraag.code}")
    vak = fasevakken(traject, lezer=request.user)[FASE_VAN_CODE[vraag.code] - 1]
    context = {"client": client, "form": form, "vraag": vraag, "vak": vak, "fout": fout, "bewaard": bewaard}
    antwoord = render(request, "trajecten/_vraagstand.html", context)
    antwoord["HX-Trigger"] = "fasegewijzigd"
    return antwoord


def _toon_ander(
    request: MedewerkerRequest, client: Client, traject: Traject, form: VraagForm, conflict: IntussenGewijzigd
) -> HttpResponse:
    """Your words stay in the fields; what a colleague stored meanwhile comes beside them, with its version."""
    actueel = conflict.actueel
    assert isinstance(actueel, Fasebeantwoording)  # noqa: S101 - narrows the type for the reader and for mypy
    nieuw = VraagForm(instance=actueel, vraag=form.vraag)
    vak = fasevakken(traject, lezer=request.user)[FASE_VAN_CODE[form.vraag.code] - 1]
    context = {"client": client, "form": nieuw, "vraag": form.vraag, "vak": vak, "ander": actueel}
    return render(request, "trajecten/_vraagstand.html", context)


@vereist(Recht.TRAJECT_BEHEREN)
def randprobleem_nieuw(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="randprobleem")
    form = RandprobleemForm(
        request.POST or None, instance=Randprobleem(client=client), medewerker=request.user, vandaag=vandaag()
    )
    bewaard, _ = sla_op(request, form, lambda: bewaar_randprobleem(form.instance, door=request.user, op=vandaag()))
    if bewaard:
        messages.success(request, "Het randprobleem is genoteerd.")
        return redirect(f"{traject_adres(pk)}#randproblemen")
    context = {"client": client, "tab": "traject", "form": form}
    return render(request, "trajecten/randprobleem_nieuw.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.TRAJECT_BEHEREN)
def randprobleem_wijzigen(request: MedewerkerRequest, pk: int, probleem_pk: int) -> HttpResponse:
    alle = Randprobleem.objects.filter(client=pk).select_related("client__ocmw")
    probleem = open_dossier(alle, request, probleem_pk, onderdeel="randprobleem")
    form = RandprobleemForm(request.POST or None, instance=probleem, medewerker=request.user, vandaag=vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_randprobleem(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        f"Randprobleem: {probleem}",
    )
    if bewaard:
        messages.success(request, "Het randprobleem is bijgewerkt.")
        return redirect(f"{traject_adres(pk)}#randproblemen")
    context = {"client": probleem.client, "tab": "traject", "form": form, "probleem": probleem}
    return botsing or render(
        request, "trajecten/randprobleem_wijzigen.html", context, status=422 if form.is_bound else 200
    )
