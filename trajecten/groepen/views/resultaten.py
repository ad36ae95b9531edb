"""What became of who took part: the table of a programme or one series, and per person of the own OCMW how we know."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ocmw.journaal.deur import noteer_lijst
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from trajecten.groepen.actions import zeg_uitkomst
from trajecten.groepen.forms.inschrijving import GroepsuitkomstForm
from trajecten.groepen.models import Groepsreeks, Inschrijving, Programma
from trajecten.groepen.models.inschrijving import op_familienaam
from trajecten.groepen.resultaten import Deelname, deelnames_van, resultaten_van, uitkomsten_van
from trajecten.groepen.views.inschrijving import open_inschrijving


@vereist(Recht.GROEP_LEZEN)
def programma_resultaten(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """`?reeks=`: of one series only."""
    programma = get_object_or_404(Programma.objects.zichtbaar_voor(request.user).select_related("ocmw"), pk=pk)
    reeksen = list(programma.reeksen.order_by("-van", "pk"))
    reeks = next((rij for rij in reeksen if str(rij.pk) == request.GET.get("reeks", "")), None)
    pagina = blader(_eigen_mensen(request, programma, reeks), bladnummer(request))
    mensen = [deelname.eerste for deelname in pagina.rijen]
    noteer_lijst(request, [rij.client_id for rij in mensen if rij.client_id], lijst="groep")
    context = {
        "programma": programma,
        "reeksen": reeksen,
        "reeks": reeks,
        "resultaten": resultaten_van(programma, op=vandaag(), reeks=reeks),
        "pagina": pagina,
        "mensen": list(zip(mensen, uitkomsten_van(pagina.rijen, op=vandaag()), strict=True)),
        "schrijft_in": request.user.mag(Recht.GROEP_INSCHRIJVEN),
        "op": vandaag(),
    }
    return render(request, "groepen/programma_resultaten.html", context)


def _eigen_mensen(request: MedewerkerRequest, programma: Programma, reeks: Groepsreeks | None) -> list[Deelname]:
    """By family name; those of another OCMW are in the table only."""
    eigen = set(
        Inschrijving.objects.van_huis(request.user).filter(reeks__programma=programma).values_list("pk", flat=True)
    )
    mensen = [mens for mens in deelnames_van(programma, op=vandaag(), reeks=reeks) if mens.eerste.pk in eigen]
    return sorted(mensen, key=lambda mens: op_familienaam(mens.eerste))


@vereist(Recht.GROEP_INSCHRIJVEN)
def inschrijving_uitkomst(request: MedewerkerRequest, pk: int, inschrijving: int) -> HttpResponse:
    rij = open_inschrijving(request, pk, inschrijving)
    form = GroepsuitkomstForm(request.POST if request.method == "POST" else None, initial={"uitkomst": rij.uitkomst})
    bewaard, _ = sla_op(request, form, lambda: zeg_uitkomst(rij, **form.cleaned_data, door=request.user, op=vandaag()))
    if bewaard:
        messages.success(request, f"Bewaard wat het werd voor {rij.naam}.")
        return redirect("groepen:programma_resultaten", rij.reeks.programma_id)
    context = {"form": form, "inschrijving": rij, "reeks": rij.reeks, "programma": rij.reeks.programma}
    return render(request, "groepen/inschrijving_uitkomst.html", context, status=422 if form.is_bound else 200)
