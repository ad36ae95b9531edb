"""For a client: the work profile, what was proposed, and which places fit, ranked, with the reasons."""

from django.http import HttpResponse
from django.shortcuts import render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import bladnummer
from ocmw.ui.zoektekst import zoekvraag
from tewerkstelling.match.feiten import Zijde
from tewerkstelling.match.filters import Plekkenfilter
from tewerkstelling.match.lezen import lees_client, lees_plekken
from tewerkstelling.match.lijst import Matchrij, bladzijde, groepen, kolommen
from tewerkstelling.match.maatstaf import maatstaf
from tewerkstelling.match.models import Voorstel, Werkprofiel
from tewerkstelling.match.oordeel import beoordeel
from tewerkstelling.match.profielblad import profielblad
from tewerkstelling.models import Tewerkstelling, Werkplek


@vereist(Recht.DOSSIER_LEZEN)
def match_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Places of the own OCMW for client `pk`; who opened the dossier with the right to shielded data sees all factors."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="match")
    dag, ziet = vandaag(), request.user.mag(Recht.AFGESCHERMD_LEZEN)
    profiel = Werkprofiel.objects.filter(client=client).select_related("client__profiel").first()
    feiten = lees_client(client, ziet_beperking=ziet, op=dag)
    filter_ = Plekkenfilter(zoekvraag(request))
    maat = maatstaf(op=dag)
    plekken = filter_.versmal(Werkplek.objects.zichtbaar_voor(request.user))
    gelezen = lees_plekken(plekken.order_by("werkgever__naam", "naam", "pk"), op=dag, voor=pk)
    waar = {werkplek.pk: werkplek for werkplek, _ in gelezen}
    oordelen = [beoordeel(feiten, plek, maat, op=dag) for _, plek in gelezen]
    filter_.kies_groep(oordelen)
    pagina, rang = bladzijde(
        oordelen, filter_, bladnummer(request), naam_van=lambda oordeel: waar[oordeel.werkplek].naam.lower()
    )
    voorstellen = list(Voorstel.objects.filter(client=client).select_related("werkplek__werkgever", "door"))
    lopend: dict[int, list[Voorstel]] = {}
    for voorstel in voorstellen:
        if voorstel.open:
            lopend.setdefault(voorstel.werkplek_id, []).append(voorstel)
    context = {
        "client": client,
        "tab": "werk",
        "profiel": profiel,
        "blad": profielblad(profiel, feiten) if profiel else [],
        "feiten": feiten,
        "maat": maat,
        "filter": filter_,
        "groepen": groepen(oordelen, filter_),
        "totaal": len(oordelen),
        "pagina": pagina,
        "rijen": [
            Matchrij(waar[oordeel.werkplek], oordeel, Zijde.PLEK, rang[id(oordeel)], lopend.get(oordeel.werkplek, []))
            for oordeel in pagina.rijen
        ],
        "kolommen": kolommen(Zijde.PLEK),
        "voorstellen": voorstellen,
        "contract": Tewerkstelling.objects.lopend(dag)
        .filter(client=client)
        .select_related("werkplek__werkgever")
        .first(),
    }
    return render(request, "match/match_detail.html", context)
