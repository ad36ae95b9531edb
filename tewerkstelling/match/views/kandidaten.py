"""For a place: who fits, ranked, with the reasons."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from clienten.enums import Stap
from ocmw.journaal.deur import noteer_lijst
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import bladnummer
from ocmw.ui.zoektekst import zoekvraag
from tewerkstelling.match.feiten import Zijde
from tewerkstelling.match.filters import Kandidatenfilter
from tewerkstelling.match.lezen import kandidaten, lees_kandidaten, lees_plekken
from tewerkstelling.match.lijst import Matchrij, bladzijde, groepen, kolommen
from tewerkstelling.match.maatstaf import maatstaf
from tewerkstelling.match.models import Voorstel
from tewerkstelling.match.oordeel import beoordeel
from tewerkstelling.models import Werkplek

STAPPEN = dict(Stap.choices)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def kandidaat_list(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Candidates for workplace `pk`. Facts are read in a few queries, judged in memory, and one page is shown."""
    dag = vandaag()
    plekken = Werkplek.objects.zichtbaar_voor(request.user)
    get_object_or_404(plekken, pk=pk)
    ((werkplek, plek),) = lees_plekken(plekken.filter(pk=pk), op=dag)
    filter_ = Kandidatenfilter(zoekvraag(request), medewerker=request.user)
    maat = maatstaf(op=dag)
    gevonden = lees_kandidaten(filter_.versmal(kandidaten(request.user, op=dag)), request.user, op=dag)
    wie = {kandidaat.pk: kandidaat for kandidaat in gevonden}
    oordelen = [beoordeel(kandidaat.feiten, plek, maat, op=dag) for kandidaat in gevonden]
    filter_.kies_groep(oordelen)
    pagina, rang = bladzijde(
        oordelen, filter_, bladnummer(request), naam_van=lambda oordeel: wie[oordeel.client].zoeknaam
    )
    lopend = Voorstel.objects.open().filter(client__in=[oordeel.client for oordeel in pagina.rijen])
    open_voorstellen: dict[int, list[Voorstel]] = {}
    for voorstel in lopend.select_related("werkplek__werkgever"):
        open_voorstellen.setdefault(voorstel.client_id, []).append(voorstel)
    rijen = [
        Matchrij(
            wie[oordeel.client], oordeel, Zijde.CLIENT, rang[id(oordeel)], open_voorstellen.get(oordeel.client, [])
        )
        for oordeel in pagina.rijen
    ]
    noteer_lijst(request, [oordeel.client for oordeel in pagina.rijen], lijst="kandidaten")
    context = {
        "werkplek": werkplek,
        "plek": plek,
        "maat": maat,
        "filter": filter_,
        "groepen": groepen(oordelen, filter_),
        "totaal": len(oordelen),
        "pagina": pagina,
        "rijen": rijen,
        "coaches": filter_.coaches,
        "stappen": STAPPEN,
        "kolommen": kolommen(Zijde.CLIENT),
        "voorstellen": Voorstel.objects.zichtbaar_voor(request.user)
        .filter(werkplek=werkplek)
        .select_related("client", "door")[:20],
    }
    return render(request, "match/kandidaat_list.html", context)
