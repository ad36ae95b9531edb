"""The tab Werk en nazorg: the 24 months as a picture, the contracts, and what is left."""

from django.http import HttpResponse
from django.shortcuts import render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.dossier.overzicht import eerste_per
from tewerkstelling.beloften import ART60_EINDE
from tewerkstelling.enums import Contractsoort
from tewerkstelling.feiten import lopende_werkervaring, werkfeiten_uit
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenstand import kies_contract, lees_rechten, rechtenstand
from tewerkstelling.ritme import schuift_op
from trajecten.twe.beeld import maak_band
from trajecten.twe.beloften import TWE_EINDE
from trajecten.twe.models import Werkervaring
from trajecten.twe.nazorgstand import nazorgstand


@vereist(Recht.DOSSIER_LEZEN)
def werk(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="werk")
    dag = vandaag()
    contracten = list(Tewerkstelling.objects.filter(client=client).select_related("werkplek__werkgever", "mentor"))
    werkervaring = lopende_werkervaring(client)
    feiten = werkfeiten_uit(contracten, werkervaring)
    rechten = lees_rechten(client, contracten)
    lopend = kies_contract([c for c in contracten if c.soort == Contractsoort.ART60], dag)
    context = {
        "client": client,
        "tab": "werk",
        "op": dag,
        "contracten": contracten,
        "werkervaring": werkervaring,
        "vroegere": Werkervaring.objects.filter(client=client, gestopt_op__isnull=False),
        "stand_van_zaken": nazorgstand(feiten, op=dag),
        "band": maak_band(
            feiten, op=dag, onderbrekingen=[rij for rij in rechten.onderbrekingen if rij.soort in schuift_op(dag)]
        ),
        "rechten": rechtenstand(rechten, lopend, op=dag, mag_alles=request.user.mag(Recht.AFGESCHERMD_LEZEN))
        if lopend
        else None,
        "termijnen": eerste_per("onderwerp", Termijn.objects.filter(client=client, soort__in=[ART60_EINDE, TWE_EINDE])),
    }
    return render(request, "dossier/werk.html", context)
