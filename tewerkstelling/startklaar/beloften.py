"""What a placement promises: everything in order some days before its start."""

from collections.abc import Iterator
from datetime import timedelta

from clienten.feiten import Feiten
from clienten.profiel.models import Profiel
from ocmw.kalender.woorden import aantal, dag_in_woorden
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.models import RvaBerekening
from tewerkstelling.startklaar.models import Checkpunt, Loonafspraak, Plaatsing, Startbeslissing
from tewerkstelling.startklaar.overgangen import stand_van
from trajecten.twe.models import Werkervaring

STARTKLAAR = Termijnsoort(
    "startklaar",
    "De plaatsing is nog niet startklaar",
    uitleg="Voor de start moet alles in orde zijn: beslissing, handtekeningen, Dimona, loon, opvang, vervoer.",
    vanzelf="Vink de lijst van de plaatsing af. Dan is deze termijn vanzelf klaar.",
    stap=Volgendestap("dossier_lezen", "Open de lijst", "startklaar:plaatsing_list"),
    regel="plaatsing.termijn_dagen",
    volgt=(Plaatsing, Checkpunt, Startbeslissing, Loonafspraak, Profiel, Werkervaring, Tewerkstelling, RvaBerekening),
)


def te_starten(feiten: Feiten) -> list[Plaatsing]:
    rijen = Plaatsing.objects.te_starten().filter(client__in=feiten.open)
    if not rijen.exists():  # most dossiers: the query with everything costs ten times as much to put together
        return []
    return list(rijen.met_alles().order_by("van", "pk"))


@belooft(STARTKLAAR)
def startklaar_maken(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """One per placement that still misses something; a fixed number of queries, whatever the number of clients."""
    for rij in feiten.lees(te_starten):
        stand = stand_van(rij, op=feiten.op)
        open_ = len(stand.lijst.ontbrekend) + bool(stand.afwijkingen)
        if open_:
            onderwerp = f"start {dag_in_woorden(rij.van)}, nog {aantal(open_, 'punt', 'punten')}"
            dag, wie = rij.van - timedelta(days=STARTKLAAR.tijd(feiten.op)), feiten.wie(rij.client_id)
            yield rij.client_id, Belofte(STARTKLAAR, dag, f"plaatsing:{rij.pk}", wie, onderwerp)
