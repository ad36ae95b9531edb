"""What every action on a placement does first and last: lock the row, and let its termijn follow."""

from datetime import date

from ocmw.termijnen.bronnen import richt_uit_bronnen
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.termijnsoorten import STARTKLAAR


def met_slot(plaatsing: Plaatsing) -> Plaatsing:
    """The row as it is now, locked until the transaction ends: who ticks, signs or edits waits for who starts."""
    Plaatsing.objects.select_for_update().only("pk").get(pk=plaatsing.pk)
    return Plaatsing.objects.met_alles().get(pk=plaatsing.pk)


def richt_startklaar(plaatsing: Plaatsing, *, op: date) -> None:
    richt_uit_bronnen(plaatsing.client, [STARTKLAAR], op=op)
