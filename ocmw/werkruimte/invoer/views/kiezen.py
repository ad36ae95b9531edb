"""Steps 1 to 3: choose a file, its columns, and what its words mean."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.bewaring import begin_bewaren, leest_eerst
from ocmw.ui.paging import blader, bladnummer
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.invoer.actions import (
    beoordeel_invoer,
    bewaar_bladen,
    bewaar_indeling,
    herken_opnieuw,
    kies_kolommen,
    kies_woorden,
)
from ocmw.werkruimte.invoer.collegas import Team
from ocmw.werkruimte.invoer.enums import Invoersoort, Invoerstatus
from ocmw.werkruimte.invoer.forms import BewaarForm, BladForm, IndelingForm, Kolomkeuze, UploadForm, WoordenForm
from ocmw.werkruimte.invoer.models import Invoer, Invoerblad, Invoerrij
from ocmw.werkruimte.invoer.soorten import soort_van
from ocmw.werkruimte.invoer.velden import Bladsoort
from ocmw.werkruimte.invoer.werkboek import lees_werkboek
from ocmw.werkruimte.invoer.woorden import fasewoorden, naamwoorden

STAPPEN = (
    ("indeling", "Kolommen"),
    ("woorden", "Fasen en collega's"),
    ("voorbeeld", "Nakijken"),
    ("detail", "Invoeren"),
)


def stappen_van(invoer: Invoer) -> tuple[tuple[str, str], ...]:
    """The steps after the upload; a list of workplaces has no words to explain."""
    return STAPPEN if soort_van(invoer).met_woorden else tuple(stap for stap in STAPPEN if stap[0] != "woorden")


def open_invoer(request: MedewerkerRequest, pk: int) -> Invoer:
    """An import of the own OCMW, or 404."""
    return get_object_or_404(Invoer.objects.zichtbaar_voor(request.user).select_related("ocmw", "opdracht"), pk=pk)


@vereist(Recht.INVOEREN)
def invoer_list(request: MedewerkerRequest) -> HttpResponse:
    rijen = Invoer.objects.zichtbaar_voor(request.user).select_related("gemaakt_door", "opdracht")
    return render(request, "invoer/invoer_list.html", {"pagina": blader(rijen, bladnummer(request))})


@leest_eerst
@vereist(Recht.INVOEREN)
def invoer_nieuw(request: MedewerkerRequest) -> HttpResponse:
    gevraagd = request.GET.get("soort")
    begin = {"soort": gevraagd if gevraagd in Invoersoort.values else Invoersoort.CASELOAD}
    form = UploadForm(request.POST or None, request.FILES or None, initial=begin)
    if form.is_valid():
        bestand = form.cleaned_data["bestand"]
        ruw = bestand.read()
        try:
            bladen = lees_werkboek(ruw)
            begin_bewaren(request)
            invoer = bewaar_bladen(
                bladen,
                ruw=ruw,
                bestandsnaam=bestand.name,
                ocmw=request.user.ocmw,
                door=request.user,
                op=vandaag(),
                soort=form.cleaned_data["soort"],
            )
        except Geweigerd as weigering:
            form.add_error("bestand", weigering.reden)
        else:
            return redirect("invoer:invoer_indeling", invoer.pk)
    return render(request, "invoer/invoer_nieuw.html", {"form": form}, status=400 if form.errors else 200)


@vereist(Recht.INVOEREN)
def invoer_indeling(request: MedewerkerRequest, pk: int) -> HttpResponse:
    invoer = open_invoer(request, pk)
    if invoer.opgeruimd_op:
        messages.error(request, invoer.weigering_voor_wijzigen())
        return redirect("invoer:invoer_list")
    bladen = list(invoer.bladen.all())
    if request.method == "POST" and "herken" in request.POST:
        return _herken(request, invoer, bladen)
    forms = [
        IndelingForm(request.POST or None, blad=blad, kolommen=kolommen_van(blad)) for blad in bladen if _telt(blad)
    ]
    bewaarform = BewaarForm(request.POST or None)
    geldig = [form.is_valid() for form in (*forms, bewaarform)]  # all of them: every sheet shows its own errors
    if request.method == "POST" and forms and all(geldig):
        for form in forms:
            kies_kolommen(form.blad, form.cleaned_data["indeling"])
        if bewaarform.cleaned_data["bewaren"]:
            bewaar_indeling(invoer, door=request.user)
        if soort_van(invoer).met_woorden:
            return redirect("invoer:invoer_woorden", invoer.pk)
        beoordeel_invoer(invoer, door=request.user, op=vandaag())
        return redirect("invoer:invoer_voorbeeld", invoer.pk)
    van_blad = {form.blad.pk: form for form in forms}
    paren = [(blad, _bladform(invoer, blad), van_blad.get(blad.pk)) for blad in bladen]
    context = {
        "invoer": invoer,
        "bladen": paren,
        "bewaarform": bewaarform,
        "kan_verder": bool(forms),
        "stap": "indeling",
        "stappen": stappen_van(invoer),
    }
    return render(request, "invoer/invoer_indeling.html", context)


def _telt(blad: Invoerblad) -> bool:
    return blad.bladsoort is not Bladsoort.ANDERS


def _bladform(invoer: Invoer, blad: Invoerblad, data: Any = None) -> BladForm:
    begin = {"soort": blad.soort, "koprij": blad.koprij or 1}
    return BladForm(data, prefix=f"soort{blad.pk}", initial=begin, invoer=invoer)


def _herken(request: MedewerkerRequest, invoer: Invoer, bladen: list[Invoerblad]) -> HttpResponse:
    blad = next((blad for blad in bladen if str(blad.pk) == request.POST["herken"]), None)
    form = _bladform(invoer, blad, request.POST) if blad else None
    if blad and form and form.is_valid():
        try:
            blad = herken_opnieuw(
                blad, soort=Bladsoort(form.cleaned_data["soort"]), koprij=form.cleaned_data["koprij"] or 1
            )
            messages.success(request, f"Blad '{blad.naam}' is opnieuw bekeken.")
        except Geweigerd as weigering:
            messages.error(request, weigering.reden)
    elif blad:
        messages.error(request, f"Kies wat blad '{blad.naam}' bevat en in welke rij de koppen staan.")
    return redirect("invoer:invoer_indeling", invoer.pk)


def kolommen_van(blad: Invoerblad, *, rijen: int = 40) -> list[Kolomkeuze]:
    """Every column with a heading or a value, with three different values from below the headings."""
    cellen = [rij.lees_cellen() for rij in blad.rijen.filter(nummer__gt=blad.koprij)[:rijen]]
    breedte = max([len(blad.koppen), *(len(rij) for rij in cellen)])
    redenen = {kolom: (zekerheid, reden) for kolom, zekerheid, reden in blad.voorstel.values()}
    kolommen = []
    for nummer in range(breedte):
        waarden = dict.fromkeys(str(rij[nummer]) for rij in cellen if nummer < len(rij) and rij[nummer] is not None)
        kop = blad.koppen[nummer] if nummer < len(blad.koppen) else ""
        if kop or waarden:
            zekerheid, reden = redenen.get(nummer, ("", ""))
            kolommen.append(Kolomkeuze(nummer, kop, list(waarden)[:3], "bewaard" if blad.bewaard else zekerheid, reden))
    return kolommen


@vereist(Recht.INVOEREN)
def invoer_woorden(request: MedewerkerRequest, pk: int) -> HttpResponse:
    invoer = open_invoer(request, pk)
    if not soort_van(invoer).met_woorden:
        return redirect(invoer.get_absolute_url())
    team = Team(invoer)
    velden = {veld for blad in invoer.bladen.all() for veld in blad.indeling}
    form = WoordenForm(
        request.POST or None,
        invoer=invoer,
        fasen=fasewoorden(invoer),
        namen=naamwoorden(invoer, team),
        collegas=team.keuzes,
        vraag_twe="start_art60" in velden and "start_twe" not in velden,
    )
    if form.is_valid():
        bron = form.cleaned_data.get("twe_bron") or invoer.twe_bron
        kies_woorden(invoer, fasen=form.fasen, collegas=form.collegas, twe_bron=bron)
        beoordeel_invoer(invoer, door=request.user, op=vandaag())
        _onthoud_woorden(invoer, request)
        return redirect("invoer:invoer_voorbeeld", invoer.pk)
    context = {"invoer": invoer, "form": form, "stap": "woorden", "stappen": stappen_van(invoer)}
    return render(request, "invoer/invoer_woorden.html", context)


def _onthoud_woorden(invoer: Invoer, request: MedewerkerRequest) -> None:
    """Words follow the columns: who keeps those, keeps these."""
    handtekeningen = invoer.bladen.values_list("handtekening", flat=True)
    if invoer.bewaarde_indelingen().filter(handtekening__in=handtekeningen).exists():
        bewaar_indeling(invoer, door=request.user)


def weggooien_kan(invoer: Invoer) -> bool:
    """Only as long as nothing of it was imported."""
    begonnen = Invoerrij.objects.filter(blad__invoer=invoer).exclude(overgenomen_op=None)
    return invoer.stand in {Invoerstatus.INDELEN, Invoerstatus.NAKIJKEN} and not begonnen.exists()


@require_POST
@vereist(Recht.INVOEREN)
def invoer_verwijderen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Throw away an import that wrote nothing yet."""
    invoer = open_invoer(request, pk)
    if weggooien_kan(invoer):
        invoer.delete()
        messages.success(request, f"De invoer van {invoer.bestandsnaam} is weggegooid. Er is verder niets veranderd.")
    else:
        messages.error(request, "Van deze invoer is al iets ingevoerd. Ze blijft daarom in de lijst.")
    return redirect("invoer:invoer_list")
