"""The components side by side, with invented content: look here before you make another one."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from ocmw.kalender.klok import vandaag
from ocmw.kalender.maanden import laatste_dag_na_maanden, plus_maanden
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.band import Mijlpaal, Periode, band
from ocmw.ui.templatetags.ui import STATUSSEN

MAANDEN = 24


@vereist(Recht.AANGEMELD)
def stijl(request: MedewerkerRequest) -> HttpResponse:
    op = vandaag()
    start = plus_maanden(op, -11)
    einde = laatste_dag_na_maanden(start, MAANDEN)
    ziek = plus_maanden(op, -4)
    werk_tot = plus_maanden(op, 5)
    periodes = [
        Periode(plus_maanden(start, 1), werk_tot, "werk", "Art.60 in de kringwinkel"),
        Periode(ziek, ziek + timedelta(days=40), "onderbreking", "Ziekte"),
        Periode(werk_tot, einde + timedelta(days=1), "nazorg", "Nazorg"),
    ]
    mijlpalen = [
        Mijlpaal(op + timedelta(days=20), "Evaluatie"),
        Mijlpaal(op + timedelta(days=45), "Gesprek met de werkgever"),
        Mijlpaal(werk_tot - timedelta(days=1), "Einde van het contract"),
        Mijlpaal(einde, "Laatste dag van de 24 maanden"),
    ]
    context = {
        "statussen": list(STATUSSEN),
        "dagen": [op + timedelta(days=dagen) for dagen in (-400, -3, 0, 1, 12, 200)],
        "band": band(start, einde, op=op, periodes=periodes, mijlpalen=mijlpalen),
        "uitloop": band(
            plus_maanden(op, -25),
            laatste_dag_na_maanden(plus_maanden(op, -25), MAANDEN),
            op=op,
            periodes=[Periode(plus_maanden(op, -20), plus_maanden(op, 2), "werk", "Art.60, langer dan 24 maanden")],
        ),
        "chips": [
            {"label": "Mijn cliënten", "url": "?", "aantal": "45", "aan": True},
            {"label": "Actie nodig", "url": "?", "aantal": "7", "aan": False, "uitleg": "Een termijn is verstreken"},
        ],
        "opdrachten": [
            Opdracht(status=Opdrachtstatus.BEZIG, stap="Rijen nakijken", gedaan=120, totaal=300),
            Opdracht(status=Opdrachtstatus.KLAAR),
            Opdracht(status=Opdrachtstatus.MISLUKT, fout="Het bestand is geen rekenblad. Bewaar het als .xlsx en probeer opnieuw."),
        ],
        "sortering": "naam",
    }  # fmt: skip
    return render(request, "beheer/stijl.html", context)
