"""Sturing: running contracts that last longer than needed."""

from django.http import HttpResponse
from django.shortcuts import render

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.toegang.samen import keuzes_ocmws
from ocmw.ui.paging import blader_rijen
from tewerkstelling.rechtenteller.langer import kies, langer_dan_nodig

KOLOMMEN = (
    ("naam", "Cliënt", ""),
    ("einde", "Laatste dag nu", ""),
    ("rechten", "Rechten verwacht op", ""),
    ("langer", "Langer", ""),
    ("coach", "Trajectbegeleider", ""),
)


@vereist(Recht.RAPPORT_CASELOAD)
def langer_list(request: MedewerkerRequest) -> HttpResponse:
    op = vandaag()
    alle = langer_dan_nodig(request.user, op=op)
    keuze = kies(alle, request.GET)
    sets = {rij.regelset.geldig_van: rij.regelset for rij in alle if rij.regelset}
    context = {
        "op": op,
        "keuze": keuze,
        "kolommen": KOLOMMEN,
        "pagina": blader_rijen(keuze.rijen, request.GET.get("pagina")),
        "chips": [
            {
                "label": label,
                "aan": keuze.soort == soort,
                "aantal": sum(bool(rij.fout) == (soort == "fout") for rij in alle),
                "url": f"{request.path}?soort={soort}",
            }
            for soort, label in (("langer", "Langer dan nodig"), ("fout", "Niet te berekenen"))
        ],
        "coaches": sorted({(r.coach_id, r.coach) for r in alle if r.coach_id}, key=lambda c: c[1].casefold()),
        "ocmws": keuzes_ocmws(request.user, op=op),
        "regelsets": [(dag.isoformat(), f"geldig vanaf {dag:%d/%m/%Y}") for dag in sorted(sets)],
        "regels": [sets[dag] for dag in sorted(sets)],
    }
    return render(request, "rechtenteller/langer_list.html", context)
