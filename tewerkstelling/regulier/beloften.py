"""What an application and a regular job promise: ask how it stands, ask how it goes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Q

from clienten.models import Client
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.bronnen import belooft
from ocmw.termijnen.enums import Soort
from ocmw.termijnen.models import Belofte
from tewerkstelling.regulier.enums import WACHT_OP_ANTWOORD, Opvolgen
from tewerkstelling.regulier.models import Opvolging, Sollicitatie


@belooft(Soort.SOLLICITATIE)
def sollicitaties_opvolgen(
    clienten: Sequence[Client], wie: Mapping[int, int | None], op: date
) -> Iterator[tuple[int, Belofte]]:
    """So many days (rule) after it was sent, or after the last interview, as long as there is no result."""
    dagen = timedelta(days=regel("sollicitatie.opvolgen_dagen", op=op).waarde)
    rijen = Sollicitatie.objects.filter(client__in=clienten, status__in=WACHT_OP_ANTWOORD)
    for rij in rijen.select_related("werkgever"):
        yield (
            rij.client_id,
            Belofte(
                Soort.SOLLICITATIE,
                rij.status_op + dagen,
                f"sollicitatie:{rij.pk}",
                wie.get(rij.client_id),
                str(rij)[:200],
            ),
        )


@belooft(Soort.OPVOLGING_WERK)
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
                Belofte(Soort.OPVOLGING_WERK, rij.volgende_op, sleutel, wie.get(rij.client_id), onderwerp),
            )
