"""The board of placements to start: what is missing, and how long there is left."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from ocmw.journaal.deur import noteer_lijst
from ocmw.kalender.klok import nu, vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.zoektekst import zoekvraag
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.filters import BordFilter
from tewerkstelling.startklaar.kaart import Plaatsingkaart, kaarten, zichtbaar_met
from tewerkstelling.startklaar.models import Plaatsing

MAX_KAARTEN = 30  # per column; who wants more narrows the list


@dataclass(frozen=True)
class Bordkolom:
    code: str
    kop: str
    kaarten: list[Plaatsingkaart]
    aantal: int

    @property
    def meer(self) -> int:
        return self.aantal - len(self.kaarten)


@vereist(Recht.DOSSIER_LEZEN)
def plaatsing_bord(request: MedewerkerRequest) -> HttpResponse:
    op, moment = vandaag(), nu()
    filter_ = BordFilter(zoekvraag(request), queryset=Plaatsing.objects.zichtbaar_voor(request.user), request=request)
    rijen, nood = filter_.qs, filter_.gekozen_nood
    te_starten = [
        kaart
        for kaart in kaarten(rijen.te_starten().met_alles().order_by("van", "pk"), nu=moment)
        if zichtbaar_met(kaart, nood)
    ]
    kolommen = [
        _kolom(
            Plaatsingstatus.VOORSTEL, [kaart for kaart in te_starten if kaart.stand.status == Plaatsingstatus.VOORSTEL]
        ),
        _kolom(Plaatsingstatus.KLAAR, [kaart for kaart in te_starten if kaart.stand.status == Plaatsingstatus.KLAAR]),
    ]
    if not nood:
        for code, kop, deel in (
            (Plaatsingstatus.GESTART, Plaatsingstatus.GESTART.label, rijen.lopend(op)),
            ("afgelopen", "Beëindigd of stopgezet", rijen.afgelopen(op)),
        ):
            eerste = kaarten(deel.met_alles().order_by("-van", "-pk")[:MAX_KAARTEN], nu=moment)
            kolommen.append(Bordkolom(str(code), kop, eerste, deel.count()))
    noteer_lijst(
        request, [kaart.plaatsing.client_id for kolom in kolommen for kaart in kolom.kaarten], lijst="startklaar"
    )
    context = {
        "filter": filter_,
        "kolommen": kolommen,
        "leeg": not any(kolom.aantal for kolom in kolommen),
        "dringend": sum(kaart.dringend for kaart in te_starten),
        "te_starten": len(te_starten),
    }
    return render(request, "startklaar/plaatsing_bord.html", context)


def _kolom(status: Plaatsingstatus, alle: list[Plaatsingkaart]) -> Bordkolom:
    return Bordkolom(status.value, status.label, alle[:MAX_KAARTEN], len(alle))
