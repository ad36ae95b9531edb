"""The cv of a client as a PDF: what the client chose, and nothing of the OCMW on it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.bewaring import leest_eerst
from ocmw.werkruimte.rapporten.stukken.stuk import geef_stuk
from tewerkstelling.regulier.cvblad import cvblad


@leest_eerst
@require_POST
@vereist(Recht.RAPPORT_DOSSIER)
def cv_pdf(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """POST: what leaves the file is one row in the journaal, that of the paper."""
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="cv")
    terug = reverse("regulier:cv_detail", args=[pk])
    blad = cvblad(client)
    if reden := blad.weigering():
        messages.error(request, " ".join(reden))
        return redirect(terug)
    return geef_stuk(
        request,
        "rapporten/stukken/cv.html",
        {"blad": blad},
        client=client,
        soort="cv",
        naam=f"cv-{client.naam}",
        terug=terug,
    )
