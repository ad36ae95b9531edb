"""What must still be learned becomes an action: one tap."""

from collections.abc import Collection
from datetime import date

from clienten.handeling import actie, houd_vast
from clienten.models import Client
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.evaluaties.leerplan import lees_leerplan
from tewerkstelling.evaluaties.models import Leerkoppeling
from trajecten.actions import bewaar_actiepunt
from trajecten.enums import Doelstatus, Doelthema, Eigenaar
from trajecten.models import Actiepunt, Doel


@actie
def maak_leeractie(client: Client, sleutel: str, *, tegen: date, door: Medewerker, op: date) -> Actiepunt:
    """An action by the client, which `door` checks, to learn this by `tegen` (inclusive). `sleutel`: of the Leerpunt."""
    weiger_als(client.weigering_als_gesloten())
    houd_vast(client)
    punt = next((p for p in lees_leerplan(client, lezer=door).punten if p.sleutel == sleutel), None)
    if punt is None or punt.geleerd:
        raise Geweigerd("Dit staat er niet meer om te leren: een evaluatie of het profiel veranderde intussen.")
    weiger_als("" if punt.vraagt_actie else "Voor dit punt loopt er al een actie.")
    actiepunt = Actiepunt(
        client=client,
        omschrijving=punt.zin,
        vervalt_op=tegen,
        eigenaar=Eigenaar.CLIENT,
        medewerker=door,
        doel=leerdoel_voor(client, punt.codes),
    )
    bewaar_actiepunt(actiepunt, door=door, op=op)
    Leerkoppeling.objects.bulk_create(
        Leerkoppeling(client=client, actie=actiepunt, punt=code) for code in sorted(punt.codes)
    )
    return actiepunt


def leerdoel_voor(client: Client, codes: Collection[str]) -> Doel | None:
    """The goal to learn just this, else the newest goal about work; one that was reached or stopped does not count. Neither
    theme is ever shielded."""
    loopt = Doel.objects.filter(
        client=client, status__in=[Doelstatus.GEPLAND, Doelstatus.BEZIG], afgeschermd=False
    ).order_by("-gesteld_op", "-pk")
    eigen = loopt.filter(leerkoppelingen__punt__in=list(codes)).first()
    return eigen or loopt.filter(thema=Doelthema.WERK).first()
