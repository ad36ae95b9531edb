"""What a placement promises: everything in order some days before its start."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from clienten.models import Client
from ocmw.kalender.woorden import aantal, dag_in_woorden
from ocmw.regels.opzoeken import alle_regels, zoek_in
from ocmw.termijnen.bronnen import belooft
from ocmw.termijnen.enums import Soort
from ocmw.termijnen.models import Belofte
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import stand_van


@belooft(Soort.STARTKLAAR)
def startklaar(clienten: Sequence[Client], wie: Mapping[int, int | None], op: date) -> Iterable[tuple[int, Belofte]]:
    """One per placement that still misses something; a fixed number of queries, whatever the number of clients."""
    zoek = partial(zoek_in, alle_regels())
    dagen = zoek("plaatsing.termijn_dagen", op).waarde
    rijen = Plaatsing.objects.te_starten().met_alles().filter(client__in=clienten).order_by("van", "pk")
    for plaatsing in rijen:
        stand = stand_van(plaatsing, op=op, zoek=zoek)
        open_ = len(stand.lijst.ontbrekend) + bool(stand.afwijkingen)
        if open_:
            onderwerp = f"start {dag_in_woorden(plaatsing.van)}, nog {aantal(open_, 'punt', 'punten')}"
            dag = plaatsing.van - timedelta(days=dagen)
            sleutel = f"plaatsing:{plaatsing.pk}"
            yield plaatsing.client_id, Belofte(Soort.STARTKLAAR, dag, sleutel, wie.get(plaatsing.client_id), onderwerp)
