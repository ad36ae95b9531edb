"""Start and close the traject, answer a question. The page itself is ocmw.werkruimte.dossier's: it knows work."""

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
from trajecten.actions import beantwoord_vraag, sluit_traject_af, start_traject
from trajecten.eenkeer import met_profiel
from trajecten.enums import Stopreden
from trajecten.fasen import FASE_VAN_CODE, VRAAG_VAN_CODE, Vraag
from trajecten.fasevoorstel import soort_werk
from trajecten.forms.fase import TrajectStartForm, TrajectStopForm, VraagForm
from trajecten.models import Fasebeantwoording, Traject
from trajecten.tegenspraak import TIKKEN, botsende_antwoorden, met_tik
from trajecten.trajectblad import Fasevak, antwoord_op, fasevakken
from trajecten.werk import werkfeiten_van


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
    # The proposal knows why; who follows it still sees and confirms it.
    reden = request.GET.get("reden") if request.GET.get("reden") in Stopreden.values else ""
    form = TrajectStopForm(request.POST or None, vandaag=vandaag(), initial={"reden": reden})
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
    traject.client = client
    bestaand = met_profiel(traject, traject.beantwoordingen.filter(vraag=code)).get(code)
    if bestaand and request.POST.get("versie", "") in {"", "0"}:
        bestaand.versie = 0  # nobody had answered when this page was opened
    gepost = met_tik(request.POST, client, door=request.user, op=vandaag(), naam="antwoord")
    form = VraagForm(gepost, instance=bestaand or antwoord_op(traject, vraag), vraag=vraag)
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
    vak = _vak(traject, vraag, request)
    context = {"client": client, "form": form, "vraag": vraag, "vak": vak, "fout": fout, "bewaard": bewaard}
    context["tegenspraken"] = botsende_antwoorden(client, request.user, {vraag.code: form.instance.antwoord}).get(
        vraag.code, []
    )
    context["past_aan"] = request.user.mag(Recht.CLIENT_BEHEREN)
    antwoord = render(request, "trajecten/_vraagstand.html", context)
    antwoord["HX-Trigger"] = "fasegewijzigd"
    if bewaard and (vraag.code == "richting" or TIKKEN & request.POST.keys()):
        antwoord["HX-Refresh"] = "true"  # other questions stand below it, or another answer is ticked
    return antwoord


def _vak(traject: Traject, vraag: Vraag, request: MedewerkerRequest) -> Fasevak:
    werk = soort_werk(werkfeiten_van(traject.client), op=vandaag())
    return fasevakken(traject, lezer=request.user, soort_werk=werk)[FASE_VAN_CODE[vraag.code] - 1]


def _toon_ander(
    request: MedewerkerRequest, client: Client, traject: Traject, form: VraagForm, conflict: IntussenGewijzigd
) -> HttpResponse:
    """Your words stay in the fields; what a colleague stored meanwhile comes beside them, with its version."""
    actueel = conflict.actueel
    assert isinstance(actueel, Fasebeantwoording)  # noqa: S101 - narrows the type for the reader and for mypy
    nieuw = VraagForm(instance=actueel, vraag=form.vraag)
    vak = _vak(traject, form.vraag, request)
    context = {"client": client, "form": nieuw, "vraag": form.vraag, "vak": vak, "ander": actueel}
    return render(request, "trajecten/_vraagstand.html", context)
