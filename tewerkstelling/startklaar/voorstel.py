"""A placement that starts is the result of its proposal."""

from datetime import date

from ocmw.toegang.models import Medewerker
from tewerkstelling.match.actions import zet_voorstel
from tewerkstelling.match.enums import Voorstelstatus
from tewerkstelling.match.models import Voorstel
from tewerkstelling.startklaar.models import Plaatsing


def meld_start(plaatsing: Plaatsing, *, door: Medewerker, op: date) -> None:
    """Write "gestart" on the open proposal of this client it came from, or else on the one for this place. Inside the
    start itself. Only among the proposals of this client."""
    open_ = list(Voorstel.objects.open().filter(client=plaatsing.client_id).select_for_update(of=("self",)))
    voorstel = next((v for v in open_ if v.pk == plaatsing.uit_voorstel_id), None) or next(
        (v for v in open_ if v.werkplek_id == plaatsing.werkplek_id), None
    )
    if voorstel and not voorstel.weigering_voor(Voorstelstatus.GESTART):
        zet_voorstel(voorstel, status=Voorstelstatus.GESTART, door=door, op=op)
