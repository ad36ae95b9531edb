"""Starting: the placement is locked, the guards look once, the contract is made and the placement claimed; all of it or nothing."""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.actions import start_tewerkstelling
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.startklaar.actions.grond import met_slot
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.journaalcodes import PLAATSING_GESTART, PLAATSING_TOCH_GESTART
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import contract_van, stand_van, weigering_voor
from tewerkstelling.startklaar.voorstel import meld_start


@actie
def start_plaatsing(plaatsing: Plaatsing, *, door: Medewerker, op: date, motivatie: str = "") -> Plaatsing:
    """Start it and register the contract. `motivatie` is why, when something the law does not ask is missing.

    `plaatsing` carries the version the user saw: who looked at other dates than those that would start, looks again.
    Two at once: the lock lets one through; the other reads who was first, and nothing of hers remains.
    """
    # From here on nobody can tick, sign or start: what is read once under the lock is what starts.
    nu = met_slot(plaatsing)
    if nu.status != Plaatsingstatus.VOORSTEL or nu.versie != plaatsing.versie:
        raise Geweigerd(_waarom_niet(plaatsing))
    # Another contract in the same period is for start_tewerkstelling, which looks under the lock of the dossier.
    stand = replace(stand_van(nu, op=op), motivatie=motivatie)
    weiger_als(weigering_voor(stand, Plaatsingstatus.GESTART, door))
    contract = start_tewerkstelling(contract_van(nu), door=door, op=op)
    toch = [punt.code for punt in stand.lijst.ontbrekend]
    if not _claim(nu, contract, door=door, op=op, toch=toch, motivatie=motivatie.strip() if toch else ""):
        raise Geweigerd(_waarom_niet(plaatsing))
    noteer(PLAATSING_GESTART, nu, door=door, client=nu.client, van=nu.van, tot=nu.tot, contract=contract.pk)
    if toch:
        noteer(PLAATSING_TOCH_GESTART, nu, door=door, client=nu.client, punten=toch)
    meld_start(nu, door=door, op=op)
    raakt(nu)
    return nu


def _claim(
    plaatsing: Plaatsing, contract: Tewerkstelling, *, door: Medewerker, op: date, toch: list[str], motivatie: str
) -> bool:
    """One UPDATE that only succeeds on a proposal of this version; exactly once is a property of the database."""
    waarden = {
        "status": Plaatsingstatus.GESTART,
        "gestart_op": op,
        "gestart_door": door,
        "toch_gestart": toch,
        "motivatie": motivatie,
        "contract": contract,
        "versie": plaatsing.versie + 1,
        "gewijzigd_op": timezone.now(),
        "gewijzigd_door": door,
    }
    rij = Plaatsing.objects.filter(pk=plaatsing.pk, status=Plaatsingstatus.VOORSTEL, versie=plaatsing.versie)
    if not rij.update(**waarden):
        return False
    for naam, waarde in waarden.items():
        setattr(plaatsing, naam, waarde)
    return True


def _waarom_niet(plaatsing: Plaatsing) -> str:
    nu = Plaatsing.objects.select_related("gestart_door").get(pk=plaatsing.pk)
    if nu.status == Plaatsingstatus.GESTART:
        wie = nu.gestart_door.naam if nu.gestart_door else "een collega"
        return f"Deze plaatsing is al gestart door {wie}. Er is één contract gemaakt."
    if nu.status == Plaatsingstatus.STOPGEZET:
        return "Deze plaatsing is intussen stopgezet. Er is geen contract gemaakt."
    return "Deze plaatsing is intussen gewijzigd. Kijk ze na en start dan opnieuw."
