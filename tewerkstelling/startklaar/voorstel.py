"""A placement that starts is the result of its proposal."""

from datetime import date

from ocmw.toegang.models import Medewerker
from tewerkstelling.match.actions import zet_voorstel
from tewerkstelling.match.enums import Voorstelstatus
from tewerkstelling.match.models import Voorstel
from tewerkstelling.startklaar.models import Plaatsing


def meld_start(plaatsing: Plaatsing, *, door: Medewerker, op: date) -> None:
    """Write "gestart" on the open proposal of this client for this place, if there is one. Inside the start itself."""
    open_ = Voorstel.objects.open().select_for_update(of=("self",))
    voorstel = open_.filter(client=plaatsing.client_id, werkplek=plaatsing.werkplek_id).first()
    if voorstel and not voorstel.weigering_voor(Voorstelstatus.GESTART):
        zet_voorstel(voorstel, status=Voorstelstatus.GESTART, door=door, op=op)
