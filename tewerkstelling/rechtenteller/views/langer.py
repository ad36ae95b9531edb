"""Sturing: running contracts that last longer than needed."""

from django.http import HttpResponse
from django.shortcuts import render

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.toegang.samen import keuzes_ocmws
from ocmw.ui.chips import chips
from ocmw.ui.paging import blader, bladnummer
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
    fouten = sum(bool(rij.fout) for rij in alle)
    context = {
        "op": op,
        "keuze": keuze,
        "kolommen": KOLOMMEN,
        "pagina": blader(keuze.rijen, bladnummer(request)),
        "chips": chips(
            request,
            "soort",
            [("langer", "Langer dan nodig", len(alle) - fouten), ("fout", "Niet te berekenen", fouten)],
            gekozen=keuze.soort,
            zonder=tuple(request.GET),
        ),
        "coaches": sorted({(r.coach_id, r.coach) for r in alle if r.coach_id}, key=lambda c: c[1].casefold()),
        "ocmws": keuzes_ocmws(request.user, op=op),
        "regelsets": [(dag.isoformat(), f"geldig vanaf {dag:%d/%m/%Y}") for dag in sorted(sets)],
        "regels": [sets[dag] for dag in sorted(sets)],
    }
    return render(request, "rechtenteller/langer_list.html", context)
