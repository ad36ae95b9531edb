"""Sturing: running contracts that last longer than needed."""

from django.http import HttpResponse
from django.shortcuts import render

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import COACHROLLEN, Recht
from ocmw.toegang.samen import keuzes_ocmws, keuzes_volgers
from ocmw.ui.chips import chips
from ocmw.ui.paging import blader, bladnummer
from tewerkstelling.rechtenteller.langer import PLAFOND, kies, rijen_van

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
    keuze = kies(request.user, request.GET, op=op)
    namen = (("langer", "Langer dan nodig"), ("fout", "Niet te berekenen"))
    context = {
        "op": op,
        "keuze": keuze,
        "kolommen": KOLOMMEN,
        "pagina": blader(keuze.rijen, bladnummer(request), lees=lambda dagen: rijen_van(list(dagen), op=op)),
        "chips": chips(
            request,
            "soort",
            [(soort, naam, keuze.aantallen[soort]) for soort, naam in namen],
            gekozen=keuze.soort,
            zonder=tuple(request.GET),
            plafond=PLAFOND,
        ),
        "coaches": keuzes_volgers(request.user.ocmw_id, op=op, rollen=tuple(COACHROLLEN)),
        "ocmws": keuzes_ocmws(request.user, op=op),
        "regelsets": [
            (set_.geldig_van.isoformat(), f"geldig vanaf {set_.geldig_van:%d/%m/%Y}") for set_ in keuze.regels
        ],
        "regels": keuze.regels,
    }
    return render(request, "rechtenteller/langer_list.html", context)
