from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from clienten.models import Client, Toewijzing
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.bronnen import belooft
from ocmw.termijnen.models import Belofte
from ocmw.tests.proefkamer.termijnsoorten import PROEFGESPREK


@belooft(PROEFGESPREK)
def proefgesprekken(
    clienten: Sequence[Client], wie: Mapping[int, int | None], op: date
) -> Iterator[tuple[int, Belofte]]:
    """One per colleague who follows the client: so many days (rule) after the first day."""
    dagen = timedelta(days=regel("proef.dagen", op=op).waarde)
    for rij in Toewijzing.objects.filter(client__in=clienten, tot=None):
        yield rij.client_id, Belofte(PROEFGESPREK, rij.van + dagen, f"toewijzing:{rij.pk}", wie.get(rij.client_id))
