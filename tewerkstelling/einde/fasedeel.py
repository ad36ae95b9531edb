"""Phase 5 of the traject is the list of the end of art.60: shown there, answered here."""

from datetime import date

from django.urls import reverse

from clienten.models import Client
from ocmw.toegang.models import Medewerker
from tewerkstelling.einde.lijst import Lijstpunt
from tewerkstelling.einde.overzicht import lijst_van
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.werkstand import kies_contract
from trajecten.fasedelen import FASEDELEN, Fasedeel, Fasedeelregel
from trajecten.fasen import Fase

KINA = ("blijven", "maatregelen", "sollicitaties")  # what the Kina page asks in this phase


@FASEDELEN.biedt(str(int(Fase.EINDE)))
def einde_in_fase(client: Client, lezer: Medewerker, op: date) -> Fasedeel | None:
    """Two queries; without an art.60 contract there is nothing that ends."""
    art60 = Tewerkstelling.objects.filter(client=client, soort=Contractsoort.ART60)
    contract = kies_contract(art60, op)
    if contract is None:
        return None
    lijst = lijst_van(contract, lezer=lezer, op=op)
    regels = tuple(_regel(punt) for punt in lijst.punten if punt.vraag.code in KINA)
    return Fasedeel(
        "Einde art.60",
        f"{lijst.klaar} van {len(lijst.punten)} in orde",
        regels,
        reverse("einde:einde", args=[client.pk]),
        "Open de lijst",
    )


def _regel(punt: Lijstpunt) -> Fasedeelregel:
    rij = punt.rij
    antwoord = rij.get_antwoord_display() if rij and rij.antwoord else "Ingevuld" if punt.klaar else "Nog open"
    wie = f"{rij.gewijzigd_door.naam}, {rij.beantwoord_op:%d/%m/%Y}" if rij and rij.gewijzigd_door else ""
    return Fasedeelregel(punt.vraag.vraag, antwoord, "klaar" if punt.klaar else "gepland", wie)
