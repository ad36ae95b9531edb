"""The attest of participation on paper: of one person, and of a whole group in a job of its own."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.rapporten.actions import vraag_attesten
from ocmw.werkruimte.rapporten.attesten import SJABLOON
from ocmw.werkruimte.rapporten.stukken.stuk import geef_stuk
from trajecten.groepen.models import Attest, Groepsreeks


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
        SJABLOON,
        {"attesten": [attest]},
        client=rij.client,
        soort="attest",
        naam=f"attest {rij.reeks.programma} {rij.naam}",
        terug=reverse("groepen:inschrijving_attest", args=[rij.reeks_id, rij.pk]),
    )


@require_POST
@vereist(Recht.GROEP_INSCHRIJVEN)
def attesten_vragen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Of everybody of the own OCMW in series `pk`; the page of the report shows how far it is."""
    reeks = get_object_or_404(Groepsreeks.objects.zichtbaar_voor(request.user), pk=pk)
    return redirect(vraag_attesten(reeks, door=request.user, op=vandaag()))
