"""Art.60 must start within two months after the werkervaringsovereenkomst, or VDAB does not pay the trajectory (T13)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from clienten.models import Client
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.termijnen.bronnen import belooft
from ocmw.termijnen.models import Belofte
from tewerkstelling.geld.termijnsoorten import TIJDIG_START
from tewerkstelling.models import Tewerkstelling
from trajecten.twe.models import Werkervaring
from trajecten.twe.tarieven import Tarieven

DAGEN_TERUG = 30  # an import from the past does not wake anybody for what was lost long ago


@belooft(TIJDIG_START)
def tijdige_start(clienten: Sequence[Client], wie: Mapping[int, int | None], op: date) -> Iterable[tuple[int, Belofte]]:
    """One promise per running window without art.60, on the last day that is certainly in time."""
    pks = [client.pk for client in clienten]
    laatste: dict[int, date] = {}
    for client, tot in Tewerkstelling.objects.art60().filter(client__in=pks).values_list("client_id", "tot"):
        laatste[client] = max(laatste.get(client, date.min), tot or date.max)
    tarieven = Tarieven()
    for rij in Werkervaring.objects.lopend().filter(client__in=pks):
        if laatste.get(rij.client_id, date.min) > rij.start:
            continue  # a contract runs, or will: the day is no longer open
        try:
            tot = tarieven.voor(rij.start).venster.tijdig_art60_tot
        except OnbekendeRegel:
            continue
        if (op - tot).days <= DAGEN_TERUG:
            onderwerp = f"zeker op tijd tot en met {dag_in_woorden(tot)}"
            yield (
                rij.client_id,
                Belofte(TIJDIG_START, tot, f"werkervaring:{rij.pk}", wie.get(rij.client_id), onderwerp),
            )
