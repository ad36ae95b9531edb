"""The attest of one person: what it would say, what was given before, and whether that still holds."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.plaats import naar
from trajecten.groepen.actions.attest import geef_attest, is_juist, weigering_voor_attest
from trajecten.groepen.models import Attest
from trajecten.groepen.uren import gevolgde_uren
from trajecten.groepen.views.inschrijving import open_inschrijving


@vereist(Recht.GROEP_INSCHRIJVEN)
def inschrijving_attest(request: MedewerkerRequest, pk: int, inschrijving: int) -> HttpResponse:
    rij = open_inschrijving(request, pk, inschrijving)
    if request.method == "POST":
        return redirect(naar("attest_pdf", geef_attest(rij, door=request.user, op=vandaag()).pk))
    uren = gevolgde_uren(rij)
    attesten = list(Attest.objects.filter(inschrijving=rij).select_related("door"))
    context = {
        "inschrijving": rij,
        "reeks": rij.reeks,
        "programma": rij.reeks.programma,
        "uren": uren,
        "weigering": weigering_voor_attest(rij, uren),
        "attesten": [(attest, naar("attest_pdf", attest.pk), is_juist(attest, uren)) for attest in attesten],
    }
    return render(request, "groepen/inschrijving_attest.html", context)
