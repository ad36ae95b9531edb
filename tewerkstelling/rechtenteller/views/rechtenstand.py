"""The rechtenteller of one contract: bar, sentence, ledger, and what the RVA says."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from tewerkstelling.enums import Contractsoort
from tewerkstelling.rechtenteller.rechtenbeeld import soortnaam
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand
from tewerkstelling.rechtenteller.teller import regel_deeltijds, toelating_van_contract
from tewerkstelling.tijdbeeld import lees_tijdbeeld
from tewerkstelling.werkstand import kies_contract, werkstand


@vereist(Recht.DOSSIER_LEZEN)
def rechtenstand_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    dag, mag_alles = vandaag(), request.user.mag(Recht.AFGESCHERMD_LEZEN)
    werk = werkstand(client, op=dag)
    feiten = lees_rechten(werk.stand)
    contract = kies_contract(feiten.contracten, dag)
    if gekozen := request.GET.get("contract"):
        contract = next((rij for rij in feiten.contracten if str(rij.pk) == gekozen), None)
        if contract is None:
            raise Http404("Dit contract bestaat niet.")
    context = {
        "client": client,
        "tab": "werk",
        "op": dag,
        "contracten": feiten.contracten,
        "contract": contract,
        "positie": feiten.positie,
        "bewerkt": request.user.mag(Recht.TEWERKSTELLING_BEHEREN) and not client.gesloten_op,
    }
    if contract:
        stand = rechtenstand(feiten, contract, op=dag, mag_alles=mag_alles)
        berekeningen = feiten.rva(contract) if contract.soort == Contractsoort.ART60 else []
        context |= {
            "stand": stand,
            "beeld": lees_tijdbeeld(werk, afgeschermd=mag_alles),
            "toelating": toelating_van_contract(contract),
            "toelatingsregel": regel_deeltijds(contract.toelating_gevraagd_op or contract.van),
            "art60": contract.soort == Contractsoort.ART60,
            "onderbrekingen": [
                {
                    "rij": rij,
                    "naam": soortnaam(rij.soort, mag_alles=mag_alles),
                    "te_wijzigen": mag_alles or not rij.afgeschermd,
                    "kan_terug": rij.loopt and rij.van < dag and (mag_alles or not rij.afgeschermd),
                }
                for rij in feiten.van(contract)
            ],
            "berekeningen": [(rij, not feiten.veranderd(rij, contract)) for rij in berekeningen],
        }
    return render(request, "rechtenteller/rechtenstand_detail.html", context)
