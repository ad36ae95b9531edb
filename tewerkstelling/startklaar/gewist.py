"""Why a placement has no signatures any more, read back from the journaal: which lines changed, when, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from ocmw.journaal.models import Journaalregel
from tewerkstelling.startklaar.journaalcodes import HANDTEKENINGEN_GEWIST
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.papier import papierregels


@dataclass(frozen=True)
class Gewist:
    op: datetime
    door: str
    wat: tuple[str, ...]


def laatst_gewist(plaatsing: Plaatsing) -> Gewist | None:
    """None while somebody signed (again), or when nothing was ever cleared. One query."""
    if plaatsing.heeft_handtekening:
        return None
    regel = Journaalregel.objects.filter(
        client_id=plaatsing.client_id,
        onderwerp=f"{plaatsing._meta.label}:{plaatsing.pk}",
        wat=HANDTEKENINGEN_GEWIST,
    ).first()
    if regel is None:
        return None
    titels = {rij.code: rij.titel.lower() for rij in papierregels(plaatsing)}
    wat = [titels.get(code, code) for code in regel.details.get("velden", [])]
    return Gewist(regel.op, regel.medewerker_naam, tuple(dict.fromkeys(wat)))
