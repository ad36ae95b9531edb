"""One paper as a PDF, made while you wait: a page or two. What takes longer is a report with its own job (rapporten)."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import nu
from ocmw.toegang.http import MedewerkerRequest
from ocmw.werkruimte.rapporten.journaalcodes import STUK_GEMAAKT
from ocmw.werkruimte.rapporten.maken import wie_en_rol
from ocmw.werkruimte.rapporten.pdf import PdfMislukt, als_pdf

SECONDEN = 20
LANGSTE_NAAM = 80


def veilige_naam(naam: str) -> str:
    """A file name every system takes: letters of any script with their marks, digits and hyphens; never empty."""
    tekens = (teken if unicodedata.category(teken)[0] in "LMN" else "-" for teken in unicodedata.normalize("NFC", naam))
    return re.sub(r"-+", "-", "".join(tekens)).strip("-")[:LANGSTE_NAAM].rstrip("-") or "stuk"


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
    journaal, `naam` the file name without ".pdf" (with a person's name only when the person takes the paper along), `terug`
    where to say so when it fails."""
    alles = {"ocmw": request.user.ocmw, "opgemaakt_op": nu(), "opgemaakt_door": wie_en_rol(request.user), **context}
    try:
        pdf = als_pdf(render_to_string(sjabloon, alles), seconden=SECONDEN)
    except PdfMislukt as fout:
        messages.error(request, fout.reden)
        return redirect(terug)
    noteer(STUK_GEMAAKT, client or request.user.ocmw, door=request.user, client=client, soort=soort)
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    # Any script: what a header cannot hold travels encoded (RFC 6266).
    antwoord["Content-Disposition"] = (
        content_disposition_header(as_attachment=False, filename=f"{veilige_naam(naam)}.pdf") or "inline"
    )
    antwoord["Cache-Control"] = "no-store"
    return antwoord
