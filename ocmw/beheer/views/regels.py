import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from ocmw.kalender.klok import vandaag
from ocmw.regels.basis import ASSUMPTIE
from ocmw.regels.models import Regelset
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht


def in_woorden(waarde: Any) -> str:
    """The value as people read it: ja, 90, 60, 30, or fase 1: 30."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        return ", ".join(map(str, waarde))
    if isinstance(waarde, dict):
        return ", ".join(f"{naam.replace('_', ' ')}: {deel}" for naam, deel in waarde.items())
    return str(waarde) if isinstance(waarde, int | str) else json.dumps(waarde)


@vereist(Recht.REGELS_BEHEREN)
def regel_list(request: MedewerkerRequest) -> HttpResponse:
    """Every number that depends on a year or a policy, with its period and where it comes from."""
    op = vandaag()
    rijen = [
        {
            "regel": regel,
            "waarde": in_woorden(regel.waarde),
            "geldt_nu": regel.geldig_van <= op and (regel.geldig_tot is None or op < regel.geldig_tot),
            "aanname": regel.bron == ASSUMPTIE,
        }
        for regel in Regelset.objects.all()
    ]
    return render(request, "beheer/regel_list.html", {"rijen": rijen})
