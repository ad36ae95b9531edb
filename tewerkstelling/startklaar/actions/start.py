"""Starting: the placement is claimed, the guards look once more, and the contract is made; all of it or nothing."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.actions import start_tewerkstelling
from tewerkstelling.startklaar.actions.grond import richt_startklaar
from tewerkstelling.startklaar.checklist import checklist
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.journaalcodes import PLAATSING_GESTART, PLAATSING_TOCH_GESTART
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import contract_van, startstand, weigering_voor
from tewerkstelling.startklaar.voorstel import meld_start


@transaction.atomic
def start_plaatsing(plaatsing: Plaatsing, *, door: Medewerker, op: date, motivatie: str = "") -> Plaatsing:
    """Start it and register the contract. `motivatie` is why, when something the law does not ask is missing.

    `plaatsing` carries the version the user saw: who looked at other dates than those that would start, looks again.
    Two at once: the claim lets one through; the other reads who was first, and nothing of hers remains.
    """
    nu = Plaatsing.objects.met_alles().get(pk=plaatsing.pk)
    if nu.status != Plaatsingstatus.VOORSTEL or nu.versie != plaatsing.versie:
        raise Geweigerd(_waarom_niet(plaatsing))
    stand = startstand(nu, op=op, motivatie=motivatie)
    weiger_als(weigering_voor(stand, Plaatsingstatus.GESTART, door))
    toch = _ontbreekt(nu)
    if not _claim(nu, door=door, op=op, toch=toch, motivatie=motivatie.strip() if toch else ""):
        raise Geweigerd(_waarom_niet(plaatsing))
    # From here on nobody can tick or untick: the claim holds the row. What the guard saw must still be true.
    if _ontbreekt(Plaatsing.objects.met_alles().get(pk=nu.pk)) != toch:
        raise Geweigerd("Een collega wijzigde net de lijst van deze plaatsing. Kijk ze na en start dan opnieuw.")
    contract = start_tewerkstelling(contract_van(nu), door=door, op=op)
    Plaatsing.objects.filter(pk=nu.pk).update(contract=contract)
    noteer(PLAATSING_GESTART, nu, door=door, client=nu.client, van=nu.van, tot=nu.tot, contract=contract.pk)
    if toch:
        noteer(PLAATSING_TOCH_GESTART, nu, door=door, client=nu.client, punten=toch)
    nu.refresh_from_db()
    meld_start(nu, door=door, op=op)
    richt_startklaar(nu, op=op)
    return nu


def _ontbreekt(plaatsing: Plaatsing) -> list[str]:
    return [punt.code for punt in checklist(plaatsing).ontbrekend]


def _claim(plaatsing: Plaatsing, *, door: Medewerker, op: date, toch: list[str], motivatie: str) -> bool:
    """One UPDATE that only succeeds on a proposal of this version; exactly once is a property of the database."""
    return bool(
        Plaatsing.objects.filter(pk=plaatsing.pk, status=Plaatsingstatus.VOORSTEL, versie=plaatsing.versie).update(
            status=Plaatsingstatus.GESTART,
            gestart_op=op,
            gestart_door=door,
            toch_gestart=toch,
            motivatie=motivatie,
            versie=F("versie") + 1,
            gewijzigd_op=timezone.now(),
            gewijzigd_door=door,
        )
    )


def _waarom_niet(plaatsing: Plaatsing) -> str:
    nu = Plaatsing.objects.select_related("gestart_door").get(pk=plaatsing.pk)
    if nu.status == Plaatsingstatus.GESTART:
        wie = nu.gestart_door.naam if nu.gestart_door else "een collega"
        return f"Deze plaatsing is al gestart door {wie}. Er is één contract gemaakt."
    if nu.status == Plaatsingstatus.STOPGEZET:
        return "Deze plaatsing is intussen stopgezet. Er is geen contract gemaakt."
    return "Deze plaatsing is intussen gewijzigd. Kijk ze na en start dan opnieuw."
