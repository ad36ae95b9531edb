"""What an application and a regular job promise: send it, go to the interview, ask how it stands, ask how it goes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Q

from clienten.models import Client
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.bronnen import belooft
from ocmw.termijnen.models import Belofte
from tewerkstelling.regulier.enums import Opvolgen, Sollicitatiestatus
from tewerkstelling.regulier.models import Opvolging, Sollicitatie
from tewerkstelling.regulier.termijnsoorten import OPVOLGING_WERK, SOLLICITATIE


@belooft(SOLLICITATIE)
def sollicitaties_opvolgen(
    clienten: Sequence[Client], wie: Mapping[int, int | None], op: date
) -> Iterator[tuple[int, Belofte]]:
    """One per application: the last day to send it, the day of the interview, or so many days (rule) after the last step."""
    dagen = timedelta(days=regel("sollicitatie.opvolgen_dagen", op=op).waarde)
    for rij in Sollicitatie.objects.lopend().filter(client__in=clienten).select_related("werkgever"):
        if rij.status == Sollicitatiestatus.TE_VERSTUREN:
            dag, wat = rij.deadline, f"nog te versturen: {rij}"
        elif rij.status == Sollicitatiestatus.GESPREK and rij.status_op >= op:
            dag, wat = rij.status_op, f"gesprek voor {rij}"
        else:
            dag, wat = rij.status_op + dagen, str(rij)
        if dag:
            sleutel = f"sollicitatie:{rij.pk}"
            yield rij.client_id, Belofte(SOLLICITATIE, dag, sleutel, wie.get(rij.client_id), wat[:200])


@belooft(OPVOLGING_WERK)
def werk_opvolgen(clienten: Sequence[Client], wie: Mapping[int, int | None], op: date) -> Iterator[tuple[int, Belofte]]:
    """The next contact in a regular job that still runs, when we agreed to follow up."""
    rijen = Opvolging.objects.filter(
        Q(contract__tot=None) | Q(contract__tot__gt=op), client__in=clienten, opvolgen=Opvolgen.JA
    )
    for rij in rijen.select_related("contract"):
        if rij.volgende_op:
            sleutel = f"contract:{rij.contract_id}"
            onderwerp = rij.contract.functie
            yield (
                rij.client_id,
                Belofte(OPVOLGING_WERK, rij.volgende_op, sleutel, wie.get(rij.client_id), onderwerp),
            )
