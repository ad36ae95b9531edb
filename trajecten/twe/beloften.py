"""What the window of 24 months promises, and the day the lists show."""

from collections.abc import Iterator, Mapping
from datetime import date

from clienten.feiten import Feiten
from clienten.stand import EINDEN, STANDDELEN, Standdeel
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.termijnen.belofte import Belofte, belofte_in_stappen, einde_in_woorden, stappen_voor_einde
from ocmw.termijnen.soorten import Termijnrol, Termijnsoort, Volgendestap, belooft
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import venster_vanaf

TWE_EINDE = Termijnsoort(
    "twe_einde",
    "De 24 maanden begeleiding lopen af",
    uitleg="Na deze dag is er geen begeleiding binnen tijdelijke werkervaring meer.",
    stap=Volgendestap("dossier_lezen", "Bekijk de nazorg", "nazorg"),
    rol=Termijnrol.EINDEWAARSCHUWING,
    regel="twe.waarschuwing_dagen",
    volgt=(Werkervaring,),
)


def werkervaringen(feiten: Feiten) -> Mapping[int, Werkervaring]:
    """The window of each client that is open; one at a time (a constraint)."""
    return {rij.client_id: rij for rij in Werkervaring.objects.lopend().filter(client__in=feiten.pks)}


@belooft(TWE_EINDE)
def venster_loopt_af(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """One line for the last day of the window, with a step for each number of days the rule says; none once it is over."""
    for pk, rij in feiten.lees(werkervaringen).items():
        laatste_dag = laatste_dag_van(rij)
        if laatste_dag is None or laatste_dag < feiten.op:
            continue
        belofte = belofte_in_stappen(
            TWE_EINDE,
            f"werkervaring:{rij.pk}",
            stappen_voor_einde(rij.start, laatste_dag, TWE_EINDE.tijd(feiten.op)),
            op=feiten.op,
            wie=feiten.wie(pk),
            onderwerp=einde_in_woorden(laatste_dag),
        )
        if belofte:
            yield pk, belofte


def vensters(feiten: Feiten) -> Mapping[int, date]:
    """The last day of the window, also when it is past: the dossier is in nazorg until somebody closes it."""
    dagen = {pk: laatste_dag_van(rij) for pk, rij in feiten.lees(werkervaringen).items()}
    return {pk: dag for pk, dag in dagen.items() if dag}


def laatste_dag_van(rij: Werkervaring) -> date | None:
    """The day it was stopped, else the last day of the 24 months. None for a start before TWE existed (T1), which only an old
    workbook brings in."""
    try:
        return rij.gestopt_op or venster_vanaf(rij.start).laatste_dag
    except OnbekendeRegel:
        return None


def einden(feiten: Feiten) -> Mapping[int, list[date]]:
    return {pk: [dag] for pk, dag in vensters(feiten).items() if dag >= feiten.op}


STANDDELEN.bied("venster", Standdeel(vensters, (Werkervaring,)))
EINDEN.bied("twe", Standdeel(einden, (Werkervaring,)))
