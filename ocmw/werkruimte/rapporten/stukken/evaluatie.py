"""How scores move over time, and one evaluation on paper for client, mentor and trajectbegeleider: the same pictures."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.rapporten.stukken.stuk import geef_stuk
from ocmw.werkruimte.rapporten.trend import legende, trend
from tewerkstelling.evaluaties.blad import STEMMEN, Evaluatieblad, lees_blad, lees_verloop
from tewerkstelling.evaluaties.models import Competentielijst, Evaluatie


@vereist(Recht.DOSSIER_LEZEN)
def evaluatieverloop(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    gebruikt = Competentielijst.objects.filter(evaluaties__client=client, evaluaties__stemmen__isnull=False)
    lijsten = dict(gebruikt.order_by("code", "nummer").values_list("code", "naam"))
    code = request.GET.get("lijst", "")
    code = code if code in lijsten else next(iter(lijsten), "")
    verloop = lees_verloop(client, code)
    context = {
        "client": client,
        "tab": "werk",
        "lijsten": lijsten,
        "code": code,
        "verloop": verloop,
        "rijen": trend(verloop),
        "legende": legende(),
    }
    return render(request, "rapporten/stukken/evaluatieverloop.html", context)


def _naam_van_mentor(evaluatie: Evaluatie, blad: Evaluatieblad) -> str:
    """Who sent in the form, or else the mentor of the contract."""
    stem = blad.stemmen.get("mentor")
    if stem and stem.ingediend_op:
        return stem.naam
    return evaluatie.contract.mentor.naam if evaluatie.contract.mentor else ""


@require_safe
@vereist(Recht.DOSSIER_LEZEN)
def evaluatie_pdf(request: MedewerkerRequest, pk: int, evaluatie: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    rijen = Evaluatie.objects.select_related("contract__werkplek__werkgever", "contract__mentor", "lijst__schaal")
    rij = get_object_or_404(rijen, client=client, pk=evaluatie)
    blad = lees_blad(rij)
    verloop = lees_verloop(client, rij.lijst.code, t_m=rij)
    context: dict[str, Any] = {
        "client": client,
        "evaluatie": rij,
        "blad": blad,
        "stemsoorten": STEMMEN,
        "afspraken": rij.afspraken.filter(afgeschermd=False).select_related("medewerker"),
        "verloop": verloop,
        "legende": legende(),
        "rijen": trend(verloop) if len(verloop.evaluaties) > 1 else [],
        "mentor": _naam_van_mentor(rij, blad),
    }
    return geef_stuk(
        request,
        "rapporten/stukken/evaluatie.html",
        context,
        client=client,
        soort="evaluatie",
        naam=f"evaluatie-{rij.gehouden_op.isoformat()}",
        terug=reverse("evaluaties:evaluatie_detail", args=[pk, evaluatie]),
    )
