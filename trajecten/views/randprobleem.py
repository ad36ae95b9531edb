"""Side problems: noted, changed, asked after, closed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from trajecten.actions import bewaar_randprobleem, noteer_navraag, sluit_randprobleem
from trajecten.forms.fase import NavraagForm, RandprobleemForm
from trajecten.models import Navraag, Randprobleem
from trajecten.trajectblad import randblad
from trajecten.views.traject import traject_adres

_ONDERDEEL = "randprobleem"


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


@vereist(Recht.DOSSIER_LEZEN)
def randproblemen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The panel, refreshed after an answer was saved: a "ja" opens one."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="traject")
    return render(request, "trajecten/_randproblemen.html", {"client": client, **randblad(client, lezer=request.user)})


@vereist(Recht.GESPREK_NOTEREN)
def navraag_nieuw(request: MedewerkerRequest, pk: int, probleem_pk: int) -> HttpResponse:
    alle = Randprobleem.objects.filter(client=pk).select_related("client__ocmw")
    probleem = open_dossier(alle, request, probleem_pk, onderdeel=_ONDERDEEL)
    form = NavraagForm(request.POST or None, instance=Navraag(probleem=probleem), vandaag=vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: noteer_navraag(
            form.instance,
            # A colleague may have set it since this page was shown: only what was chosen here is written.
            status=form.cleaned_data["status"] if "status" in form.zelf_gewijzigd() else probleem.status,
            volgende_check_op=form.cleaned_data["volgende_check_op"],
            door=request.user,
            op=vandaag(),
        ),
        f"Randprobleem: {probleem}",
    )
    if bewaard:
        volgende = probleem.volgende_check_op
        messages.success(
            request, f"De navraag is genoteerd.{f' De volgende is op {dag_in_woorden(volgende)}.' if volgende else ''}"
        )
        return redirect(f"{traject_adres(pk)}#randproblemen")
    context = {
        "client": probleem.client,
        "tab": "traject",
        "form": form,
        "probleem": probleem,
        "navragen": probleem.navragen.select_related("door"),
    }
    return botsing or render(request, "trajecten/navraag_nieuw.html", context, status=422 if form.is_bound else 200)


@require_POST
@vereist(Recht.TRAJECT_BEHEREN)
def randprobleem_sluiten(request: MedewerkerRequest, pk: int, probleem_pk: int) -> HttpResponse:
    alle = Randprobleem.objects.filter(client=pk).select_related("client__ocmw")
    probleem = open_dossier(alle, request, probleem_pk, onderdeel=_ONDERDEEL)
    sluit_randprobleem(probleem, door=request.user, op=vandaag())
    messages.success(request, f"{probleem} staat het werk niet meer in de weg.")
    return redirect(f"{traject_adres(pk)}#randproblemen")
