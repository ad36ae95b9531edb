"""The rechtenteller on one A4 for the client: big letters, "je", no codes. Many interruptions are taken together."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import aantal, korte_dag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.rapporten.stukken.stuk import geef_stuk
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenbeeld import soortnaam
from tewerkstelling.rechtenteller.rechtenstand import Rechtenstand, lees_rechten, rechtenstand
from tewerkstelling.tijdbeeld import lees_tijdbeeld
from tewerkstelling.werkstand import werkstand

MAX_REGELS = 10  # more lines than this no longer fit on one page in letters people can read


@dataclass(frozen=True)
class Afwezigheid:
    """What happened and when; `telt` in the words of the client."""

    wat: str
    wanneer: str
    telt: str


@require_safe
@vereist(Recht.RAPPORT_DOSSIER)
def stuk_rechten(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    rij = get_object_or_404(Tewerkstelling, client=client, pk=contract)
    dag = vandaag()
    werk = werkstand(client, op=dag)
    feiten = lees_rechten(werk.stand)
    mag_alles = request.user.mag(Recht.AFGESCHERMD_LEZEN)
    stand = rechtenstand(feiten, rij, op=dag, mag_alles=mag_alles)
    return geef_stuk(
        request,
        "rapporten/stukken/rechten.html",
        {
            "client": client,
            "stand": stand,
            "op": dag,
            "afwezigheden": afwezigheden(stand, mag_alles=mag_alles),
            "beeld": lees_tijdbeeld(werk, afgeschermd=mag_alles),
        },
        client=client,
        soort="rechten",
        naam="rechten",
        terug=f"{reverse('rechtenteller:rechtenstand_detail', args=[pk])}?contract={rij.pk}",
    )


def afwezigheden(stand: Rechtenstand, *, mag_alles: bool) -> list[Afwezigheid]:
    """Each interruption on its line; taken together per kind when there are more than fit."""
    if stand.telling is None:
        return []
    gevallen = [lijn for lijn in stand.teller.eigen_lijnen if lijn.soort in stand.teller.regels]
    telt = {"niet": "telt niet mee", "inbegrepen": "telt mee"}
    if len(gevallen) <= MAX_REGELS:
        return [
            Afwezigheid(
                soortnaam(lijn.soort, mag_alles=mag_alles),
                f"{korte_dag(lijn.van)} tot en met {korte_dag(lijn.tot_en_met)}",
                telt[lijn.telt],
            )
            for lijn in gevallen
        ]
    samen: dict[tuple[str, str], int] = {}
    for lijn in gevallen:
        sleutel = (soortnaam(lijn.soort, mag_alles=mag_alles), telt[lijn.telt])
        samen[sleutel] = samen.get(sleutel, 0) + 1
    return [Afwezigheid(wat, aantal(keren, "keer", "keer"), hoe) for (wat, hoe), keren in samen.items()]
