"""One paper as a PDF, made while you wait: a page or two. What takes longer is a report with its own job (rapporten)."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string

from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import nu
from ocmw.toegang.http import MedewerkerRequest
from ocmw.werkruimte.rapporten.journaalcodes import STUK_GEMAAKT
from ocmw.werkruimte.rapporten.maken import wie_en_rol
from ocmw.werkruimte.rapporten.pdf import PdfMislukt, als_pdf

SECONDEN = 20


def geef_stuk(
    request: MedewerkerRequest,
    sjabloon: str,
    context: Mapping[str, Any],
    *,
    client: Client | None,
    soort: str,
    naam: str,
    terug: str,
) -> HttpResponse:
    """Render `sjabloon` (extends rapporten/stukken/basis.html) and show it in the browser. `soort` is a code for the
    journaal, `naam` the file name without ".pdf" and without a person's name, `terug` where to say so when it fails."""
    alles = {"ocmw": request.user.ocmw, "opgemaakt_op": nu(), "opgemaakt_door": wie_en_rol(request.user), **context}
    try:
        pdf = als_pdf(render_to_string(sjabloon, alles), seconden=SECONDEN)
    except PdfMislukt as fout:
        messages.error(request, fout.reden)
        return redirect(terug)
    noteer(STUK_GEMAAKT, client or request.user.ocmw, door=request.user, client=client, soort=soort)
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="{naam}.pdf"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord
