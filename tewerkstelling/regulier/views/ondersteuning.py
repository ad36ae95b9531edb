"""Individual support: the list in the dossier, and what a lesgever adds to and reads of the own group."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from clienten.profiel.models import profiel_van
from ocmw.journaal.deur import noteer_lijst, open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from tewerkstelling.regulier.actions import bewaar_ondersteuning
from tewerkstelling.regulier.enums import Ondersteuningssoort
from tewerkstelling.regulier.models import Ondersteuning
from tewerkstelling.regulier.ondersteuningsforms import LesOndersteuningForm, OndersteuningForm
from trajecten.groepen.models import Groepsreeks, Inschrijving, Sessie, Sessieaanwezigheid
from trajecten.groepen.views.les import deelnemers_op, lessen_van, open_les


@vereist(Recht.DOSSIER_LEZEN)
def ondersteuning_list(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Everything of one client, in a group or not; `?soort=` narrows it."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="sollicitaties")
    rijen = Ondersteuning.objects.filter(client=client).select_related("door", "sessie__reeks__programma")
    telling = dict(rijen.order_by().values_list("soort").annotate(Count("pk")))
    soort = request.GET.get("soort", "") if request.GET.get("soort", "") in Ondersteuningssoort.values else ""
    if soort:
        rijen = rijen.filter(soort=soort)
    chips = [{"label": "Alles", "url": request.path, "aantal": sum(telling.values()), "aan": not soort}]
    for code, woord in Ondersteuningssoort.choices:
        chips.append({"label": woord, "url": f"?soort={code}", "aantal": telling.get(code, 0), "aan": soort == code})
    context = {
        "client": client,
        "tab": "werk",
        "pagina": blader(rijen, bladnummer(request)),
        "chips": chips,
        "soort": soort,
        "profiel": profiel_van(client),
        "schrijft": request.user.mag(Recht.TEWERKSTELLING_BEHEREN) and not client.gesloten_op,
    }
    return render(request, "regulier/ondersteuning_list.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def ondersteuning_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="sollicitaties")
    soort = request.GET.get("soort", "")
    begin = {"op": vandaag(), **({"soort": soort} if soort in Ondersteuningssoort.values else {})}
    form = OndersteuningForm(request.POST or None, instance=Ondersteuning(client=client), initial=begin)
    return _bewaar(request, client, form)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def ondersteuning_edit(request: MedewerkerRequest, pk: int, ondersteuning: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="sollicitaties")
    alle = Ondersteuning.objects.select_related("client", "sessie__reeks")
    rij = get_object_or_404(alle, client=client, pk=ondersteuning)
    return _bewaar(request, client, OndersteuningForm(request.POST or None, instance=rij))


def _bewaar(request: MedewerkerRequest, client: Client, form: OndersteuningForm) -> HttpResponse:
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_ondersteuning(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Ondersteuning",
    )
    if bewaard:
        messages.success(request, f"{form.instance.get_soort_display()}: bewaard.")
        return redirect("regulier:ondersteuning_list", client.pk)
    context = {"client": client, "tab": "werk", "form": form}
    return botsing or render(request, "regulier/ondersteuning_edit.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.AANWEZIGHEID_NOTEREN)
def les_ondersteuning(request: MedewerkerRequest, pk: int, inschrijving: int) -> HttpResponse:
    """Add one in session `pk` for somebody of that group. A lesgever sees nothing else of the list."""
    sessie = open_les(request, pk)
    rij = next((rij for rij in deelnemers_op(request, sessie) if rij.pk == inschrijving and rij.client_id), None)
    if rij is None or rij.client is None:
        raise Http404
    nieuw = Ondersteuning(client=rij.client, sessie=sessie, op=sessie.dag)
    form = LesOndersteuningForm(request.POST or None, instance=nieuw)
    bewaard, _ = sla_op(request, form, lambda: bewaar_ondersteuning(form.instance, [], door=request.user, op=vandaag()))
    if bewaard:
        messages.success(request, f"{form.instance.get_soort_display()}: bewaard bij {rij.naam}.")
        return redirect("groepen:sessie_detail", pk)
    context = {"form": form, "sessie": sessie, "inschrijving": rij}
    return render(request, "regulier/les_ondersteuning.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.AANWEZIGHEID_NOTEREN)
def deelnemer_voortgang(request: MedewerkerRequest, pk: int, inschrijving: int) -> HttpResponse:
    """One person in one group: presence and what was made there."""
    reeks = get_object_or_404(Groepsreeks.objects.zichtbaar_voor(request.user).select_related("programma"), pk=pk)
    rijen = Inschrijving.objects.van_huis(request.user)
    if lessen_van(request.user).filter(reeks=reeks).exists():
        rijen = Inschrijving.objects.all()
    rij = get_object_or_404(rijen.select_related("client", "deelnemer"), reeks=reeks, pk=inschrijving)
    standen = (
        Sessieaanwezigheid.objects.filter(inschrijving=rij).select_related("sessie").order_by("-sessie__dag", "-pk")
    )
    werk = Ondersteuning.objects.uit_groep(reeks).filter(client=rij.client_id).select_related("door", "sessie")
    if rij.client_id:
        noteer_lijst(request, [rij.client_id], lijst="groep")
    context = {
        "reeks": reeks,
        "programma": reeks.programma,
        "inschrijving": rij,
        "standen": standen,
        "gemaakt": list(werk) if rij.client_id else [],
        "opent_dossier": request.user.mag(Recht.DOSSIER_LEZEN) and rij.client_id,
    }
    return render(request, "regulier/deelnemer_voortgang.html", context)


def per_deelnemer(sessie: Sessie, deelnemers: list[Inschrijving]) -> list[tuple[Inschrijving, list[Ondersteuning]]]:
    """What each made in this group so far, the last first; who has no dossier makes it on paper."""
    met_dossier = [rij for rij in deelnemers if rij.client_id]
    gemaakt: dict[int, list[Ondersteuning]] = {}
    for werk in Ondersteuning.objects.uit_groep(sessie.reeks).filter(client__in=[rij.client_id for rij in met_dossier]):
        gemaakt.setdefault(werk.client_id, []).append(werk)
    return [(rij, gemaakt.get(rij.client_id or 0, [])) for rij in met_dossier]
