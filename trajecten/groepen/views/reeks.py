"""One run of a programme: its sessions, the days that fall out and why, and the form."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from ocmw.ui.plaats import naar
from trajecten.groepen.actions import bewaar_reeks, geef_toch_les, noteer_lesvrij
from trajecten.groepen.actions.programma import plan_van
from trajecten.groepen.enums import MET_STOEL, Inschrijfstatus, Ritme
from trajecten.groepen.forms.programma import ReeksForm
from trajecten.groepen.forms.sessie import LesvrijForm
from trajecten.groepen.lesplan import Lesvrijedag
from trajecten.groepen.models import Groepsreeks, Inschrijving, Lesvrij, Programma
from trajecten.groepen.models.inschrijving import op_familienaam

DAGEN_BIJ_RITME = {Ritme.WEKELIJKS: ["di"], Ritme.TWEE_HALVE_DAGEN: ["di", "do"]}


def open_reeks(request: MedewerkerRequest, pk: int, *, beheert: bool = False) -> Groepsreeks:
    """A series this colleague sees, or 404; `beheert`: one of the own OCMW."""
    alle = Groepsreeks.objects.van_huis(request.user) if beheert else Groepsreeks.objects.zichtbaar_voor(request.user)
    return get_object_or_404(alle.select_related("programma__ocmw", "lesgever"), pk=pk)


@vereist(Recht.GROEP_LEZEN)
def reeks_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    reeks = open_reeks(request, pk)
    sessies = blader(reeks.sessies.select_related("reeks__lesgever", "lesgever"), bladnummer(request))
    context = {
        "reeks": reeks,
        "programma": reeks.programma,
        "pagina": sessies,
        **deelnemers_van(request, reeks),
        "attesten": naar("attesten_vragen", reeks.pk) if request.user.mag(Recht.GROEP_INSCHRIJVEN) else "",
        "overgeslagen": overgeslagen_van(reeks),
        "schrijft_in": request.user.mag(Recht.GROEP_INSCHRIJVEN) and reeks.tot > vandaag(),
        "beheert": request.user.mag(Recht.GROEP_BEHEREN) and reeks.programma.ocmw_id == request.user.ocmw_id,
        "op": vandaag(),
    }
    return render(request, "groepen/reeks_detail.html", context)


def deelnemers_van(request: MedewerkerRequest, reeks: Groepsreeks) -> dict[str, object]:
    """Who takes part, by name as far as this colleague may see names; the others are a count."""
    alle = list(reeks.inschrijvingen.niet_gestopt().values_list("pk", "status"))
    genoemd = {
        rij.pk: rij
        for rij in Inschrijving.objects.zichtbaar_voor(request.user)
        .filter(reeks=reeks, pk__in=[pk for pk, _ in alle])
        .select_related("client", "deelnemer")
    }
    eigen = set(Inschrijving.objects.van_huis(request.user).filter(pk__in=genoemd).values_list("pk", flat=True))
    plaats = {pk: nummer for nummer, pk in enumerate((pk for pk, status in alle if status == Inschrijfstatus.WACHT), 1)}
    met_stoel = [pk for pk, status in alle if status in MET_STOEL]
    return {
        "bezet": len(met_stoel),
        "deelnemers": sorted((genoemd[pk] for pk in met_stoel if pk in genoemd), key=op_familienaam),
        "anderen": sum(pk not in genoemd for pk in met_stoel),
        "wachtlijst": [(nummer, genoemd.get(pk)) for pk, nummer in plaats.items()],
        "eigen": eigen,
    }


def overgeslagen_van(reeks: Groepsreeks) -> list[tuple[Lesvrijedag, bool]]:
    """The days that fall out and on which nobody meets after all; whether people can take one back."""
    met_sessie = set(reeks.sessies.values_list("dag", flat=True))
    return [
        (weg, not weg.reden.startswith("Feestdag")) for weg in plan_van(reeks).overgeslagen if weg.dag not in met_sessie
    ]


@vereist(Recht.GROEP_BEHEREN)
def reeks_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """A new series of programme `pk`."""
    programma = get_object_or_404(Programma.objects.van_huis(request.user).select_related("ocmw"), pk=pk)
    begin = {
        "weekdagen": DAGEN_BIJ_RITME.get(Ritme(programma.ritme), []),
        "van": max(programma.van, vandaag()),
        "laatste_dag": programma.laatste_dag,
    }
    form = ReeksForm(request.POST or None, instance=Groepsreeks(programma=programma), initial=begin)
    bewaard, _ = sla_op(request, form, lambda: _bewaar(form, request))
    if bewaard:
        aantal = form.instance.sessies.count()
        messages.success(request, f"De reeks is gemaakt, met {aantal} sessie{'' if aantal == 1 else 's'}.")
        return redirect(form.instance)
    context = {"form": form, "programma": programma}
    return render(request, "groepen/reeks_create.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.GROEP_BEHEREN)
def reeks_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    reeks = open_reeks(request, pk, beheert=True)
    form = ReeksForm(request.POST or None, instance=reeks)
    bewaard, botsing = sla_op(request, form, lambda: _bewaar(form, request), "Reeks")
    if bewaard:
        messages.success(request, "De reeks is bewaard.")
        return redirect(reeks)
    context = {"form": form, "reeks": reeks, "programma": reeks.programma}
    return botsing or render(request, "groepen/reeks_edit.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.GROEP_BEHEREN)
def lesvrij_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    reeks = open_reeks(request, pk, beheert=True)
    form = LesvrijForm(request.POST or None, instance=Lesvrij(reeks=reeks))
    bewaard, _ = sla_op(
        request,
        form,
        lambda: noteer_lesvrij(
            reeks, dag=form.cleaned_data["dag"], reden=form.cleaned_data["reden"], door=request.user, op=vandaag()
        ),
    )
    if bewaard:
        messages.success(request, "Die dag is er geen les.")
        return redirect(reeks)
    context = {"form": form, "reeks": reeks, "programma": reeks.programma}
    return render(request, "groepen/lesvrij_create.html", context, status=422 if form.is_bound else 200)


@require_POST
@vereist(Recht.GROEP_BEHEREN)
def toch_les(request: MedewerkerRequest, pk: int) -> HttpResponse:
    reeks = open_reeks(request, pk, beheert=True)
    geef_toch_les(reeks, dag=_dag(request), door=request.user, op=vandaag())
    messages.success(request, "Die dag is er toch les.")
    return redirect(reeks)


def _dag(request: MedewerkerRequest) -> date:
    """The day in this POST; what is no day is one that nothing holds on."""
    try:
        return forms.DateField(input_formats=["%Y-%m-%d"]).clean(request.POST.get("dag", "")) or date.min
    except forms.ValidationError:
        return date.min


def _bewaar(form: ReeksForm, request: MedewerkerRequest) -> Groepsreeks:
    return bewaar_reeks(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag())
