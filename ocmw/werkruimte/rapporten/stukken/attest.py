"""The attest of participation on paper."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.rapporten.stukken.stuk import geef_stuk
from trajecten.groepen.models import Attest


@require_safe
@vereist(Recht.GROEP_INSCHRIJVEN)
def attest_pdf(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """As it was given, also when the list changed since: who holds it must be able to get it again."""
    alle = Attest.objects.zichtbaar_voor(request.user).select_related(
        "inschrijving__client__ocmw", "inschrijving__deelnemer__ocmw", "inschrijving__reeks__programma", "door"
    )
    attest = get_object_or_404(alle, pk=pk)
    rij = attest.inschrijving
    return geef_stuk(
        request,
        "rapporten/stukken/attest.html",
        {"attest": attest, "inschrijving": rij, "programma": rij.reeks.programma},
        client=rij.client,
        soort="attest",
        naam=f"attest {rij.reeks.programma} {rij.naam}",
        terug=reverse("groepen:inschrijving_attest", args=[rij.reeks_id, rij.pk]),
    )
