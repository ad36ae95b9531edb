"""The end this room knows: the last day of the window, when it is not past. Read from the list row, where richt_twe put it."""

from collections.abc import Iterable
from datetime import date

from clienten.einden import EINDEN
from clienten.models import Client, Stand


@EINDEN.biedt("twe")
def einden(client: Client, op: date) -> Iterable[date]:
    dagen = Stand.objects.filter(client=client, twe_einde_op__gte=op).values_list("twe_einde_op", flat=True)
    return [dag for dag in dagen if dag]
