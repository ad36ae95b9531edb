"""The tab Werk en rechten: the 24 months as a picture, the contracts, and what is left."""

from django.http import HttpResponse
from django.shortcuts import render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from tewerkstelling.einde.beloften import EINDE_ART60
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand
from tewerkstelling.tijdbeeld import lees_tijdbeeld
from tewerkstelling.werkstand import werkstand
from trajecten.twe.beloften import TWE_EINDE
from trajecten.twe.models import Werkervaring


@vereist(Recht.DOSSIER_LEZEN)
def werk(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="werk")
    dag = vandaag()
    contracten = Tewerkstelling.objects.filter(client=client).select_related("werkplek__werkgever", "mentor")
    werkervaringen = list(Werkervaring.objects.filter(client=client).in_beeld_eerst())
    stand = werkstand(client, op=dag, contracten=list(contracten), werkervaringen=werkervaringen)
    mag_alles = request.user.mag(Recht.AFGESCHERMD_LEZEN)
    rechten = lees_rechten(stand.stand)
    context = {
        "client": client,
        "tab": "werk",
        "op": dag,
        "contracten": stand.contracten,
        "werkervaring": next((rij for rij in werkervaringen if rij.gestopt_op is None), None),
        "vroegere": [rij for rij in werkervaringen if rij.gestopt_op],
        "stand_van_zaken": stand.nazorg,
        "beeld": lees_tijdbeeld(stand, afgeschermd=mag_alles),
        "rechten": rechtenstand(rechten, stand.art60, op=dag, mag_alles=mag_alles) if stand.art60 else None,
        "termijnen": Termijn.objects.open().filter(client=client, soort__in=[EINDE_ART60, TWE_EINDE]),
    }
    return render(request, "dossier/werk.html", context)
