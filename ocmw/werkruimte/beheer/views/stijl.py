"""The components side by side, with invented content: look here before you make another one."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from ocmw.kalender.klok import vandaag
from ocmw.kalender.maanden import laatste_dag_na_maanden, plus_maanden
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.templatetags.ui import STATUSSEN
from ocmw.ui.tijdbeeld import Beeldmaat, Teken, Tijdbeeld, punt

MAANDEN = 24


@vereist(Recht.AANGEMELD)
def stijl(request: MedewerkerRequest) -> HttpResponse:
    op = vandaag()
    start = plus_maanden(op, -11)
    einde = laatste_dag_na_maanden(start, MAANDEN)
    ziek = plus_maanden(op, -4)
    werk_tot = plus_maanden(op, 5)
    tekens = (
        Teken("werk", "werk", plus_maanden(start, 1), werk_tot, "Art.60 in de kringwinkel", adres="#"),
        Teken("werk", "onderbreking", ziek, ziek + timedelta(days=40), "Onderbreking", adres="#"),
        Teken("werk", "nazorg", werk_tot, einde + timedelta(days=1), "Nazorg", adres="#"),
        Teken("uren", "uren", plus_maanden(start, 1), werk_tot, "38 u", "van 38 uren per week", adres="#"),
        punt("evaluatie", "gehouden", plus_maanden(op, -2), "Evaluatie maand 7", adres="#"),
        punt("evaluatie", "gepland", plus_maanden(op, 1), "Evaluatie maand 10", adres="#"),
        *(punt("gesprek", "gesprek", plus_maanden(start, n), "Gesprek", adres="#") for n in range(1, 11)),
        *(
            Teken(
                "geld",
                "geld",
                plus_maanden(start, n),
                plus_maanden(start, n + 1),
                "Bedrag van VDAB",
                adres="#",
                deel=1 if n % 3 else 0.5,
            )
            for n in range(1, 16)
        ),
        punt("komt", "mijlpaal", einde, "Einde van de 24 maanden", adres="#"),
    )
    lang = plus_maanden(op, -25)
    over = Teken("werk", "werk", plus_maanden(op, -20), plus_maanden(op, 2), "Art.60, langer dan 24 maanden", adres="#")
    context = {
        "statussen": list(STATUSSEN),
        "dagen": [op + timedelta(days=dagen) for dagen in (-400, -3, 0, 1, 12, 200)],
        "vol": Tijdbeeld(Beeldmaat.VOL, start, einde, op, tekens),
        "kop": Tijdbeeld(Beeldmaat.KOP, start, einde, op, tekens),
        "rij": Tijdbeeld(Beeldmaat.RIJ, start, einde, op, tekens),
        "uitloop": Tijdbeeld(Beeldmaat.KOP, lang, laatste_dag_na_maanden(lang, MAANDEN), op, (over,)),
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
        "onderdelen": [
            {"titel": "", "delen": [{"label": "Contracten", "url": "?", "hier": True}, {"label": "Rechten", "url": "?"}]}
        ],
    }  # fmt: skip
    return render(request, "beheer/stijl.html", context)
