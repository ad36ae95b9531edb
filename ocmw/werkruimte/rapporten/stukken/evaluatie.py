"""How scores move over time, and one evaluation on paper for client, mentor and trajectbegeleider: the same pictures."""

from itertools import groupby
from operator import attrgetter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.woorden import MAANDEN_KORT
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.rapporten.grafiek import Grafiek, Grafieksoort, Reeks
from ocmw.werkruimte.rapporten.rapport import Beeld
from ocmw.werkruimte.rapporten.stukken.stuk import geef_stuk
from tewerkstelling.evaluaties.blad import STEMMEN, Evaluatieblad, Verloop, Verlooplijn, lees_blad, lees_verloop
from tewerkstelling.evaluaties.models import Competentielijst, Evaluatie

# More columns than this no longer have room for their numbers.
MEESTE_KOLOMMEN = 4
BREEDTE, HOOGTE = 300, 104
KLEUREN = {"coach": "#0b5563", "mentor": "#d08700", "client": "#8b989e"}
NAMEN = {"coach": "Begeleider", "mentor": "Mentor", "client": "Cliënt"}
LEGENDE = [(NAMEN[wie], kleur) for wie, kleur in KLEUREN.items()]


def beelden(verloop: Verloop) -> list[tuple[str, list[Beeld]]]:
    """Per domain one small picture per competence, with the level each voice gave; the tables hold the same numbers."""
    van = max(0, len(verloop.evaluaties) - MEESTE_KOLOMMEN)
    dagen = [evaluatie.gehouden_op for evaluatie in verloop.evaluaties[van:]]
    labels = tuple(f"{MAANDEN_KORT[dag.month - 1]} {dag.year}" for dag in dagen)

    def beeld(lijn: Verlooplijn) -> Beeld:
        return Grafiek(
            lijn.naam,
            labels,
            tuple(
                Reeks(NAMEN[wie], tuple(punt[wie] for punt in lijn.waarden[van:]), KLEUREN[wie])
                for wie in map(str, STEMMEN)
            ),
            soort=Grafieksoort.KOLOMMEN,
            wat="Evaluatie",
            breedte=BREEDTE,
            hoogte=HOOGTE,
            legende=False,
            hoogste=verloop.hoogste,
        ).als_beeld()

    return [
        (domein, [beeld(lijn) for lijn in lijnen])
        for domein, lijnen in groupby(verloop.lijnen, key=attrgetter("domein"))
    ]


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
        "beelden": beelden(verloop),
        "legende": LEGENDE,
        "meeste": MEESTE_KOLOMMEN,
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
        "legende": LEGENDE,
        "beelden": beelden(verloop) if len(verloop.evaluaties) > 1 else [],
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
