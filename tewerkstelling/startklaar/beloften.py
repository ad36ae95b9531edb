"""What a placement promises: everything in order some days before its start."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from clienten.models import Client
from ocmw.kalender.woorden import aantal, dag_in_woorden
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.bronnen import belooft
from ocmw.termijnen.models import Belofte
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import stand_van
from tewerkstelling.startklaar.termijnsoorten import STARTKLAAR


@belooft(STARTKLAAR)
def startklaar(clienten: Sequence[Client], wie: Mapping[int, int | None], op: date) -> Iterable[tuple[int, Belofte]]:
    """One per placement that still misses something; a fixed number of queries, whatever the number of clients."""
    te_starten = Plaatsing.objects.te_starten().filter(client__in=clienten)
    if not te_starten.exists():  # most dossiers: the query with everything costs ten times as much to put together
        return []
    rijen = te_starten.met_alles().order_by("van", "pk")
    dagen = regel("plaatsing.termijn_dagen", op=op).waarde
    return [
        (rij.client_id, belofte)
        for rij in rijen
        if (belofte := _belofte(rij, dagen, wie.get(rij.client_id), op=op)) is not None
    ]


def _belofte(plaatsing: Plaatsing, dagen: int, wie: int | None, *, op: date) -> Belofte | None:
    stand = stand_van(plaatsing, op=op)
    open_ = len(stand.lijst.ontbrekend) + bool(stand.afwijkingen)
    if not open_:
        return None
    onderwerp = f"start {dag_in_woorden(plaatsing.van)}, nog {aantal(open_, 'punt', 'punten')}"
    dag = plaatsing.van - timedelta(days=dagen)
    return Belofte(STARTKLAAR, dag, f"plaatsing:{plaatsing.pk}", wie, onderwerp)
