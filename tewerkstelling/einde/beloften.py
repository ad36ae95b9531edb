"""Two months before art.60 ends we start preparing, as long as the list has open points (F10)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Q

from clienten.models import Client
from ocmw.kalender.maanden import plus_maanden
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.bronnen import belooft
from ocmw.termijnen.models import Belofte
from tewerkstelling.einde.lijst import eindelijst, vragen_uit
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.einde.termijnsoorten import EINDE_ART60
from tewerkstelling.models import Tewerkstelling

# An import brings contracts that ended long ago; nobody prepares those any more.
NOG_DAGEN = 30


@belooft(EINDE_ART60)
def einde_voorbereiden(
    clienten: Sequence[Client], wie: Mapping[int, int | None], op: date
) -> Iterator[tuple[int, Belofte]]:
    """One promise per art.60 contract that ends and is not followed at once by another one; none without open points."""
    contracten = list(
        Tewerkstelling.objects.art60().filter(
            Q(tot=None) | Q(tot__gt=op - timedelta(days=NOG_DAGEN)), client__in=clienten
        )
    )
    eindigt = [c for c in contracten if c.laatste_dag and not _loopt_door(c, contracten)]
    if not eindigt:
        return
    antwoorden: dict[int, dict[str, Eindepunt]] = defaultdict(dict)
    for punt in Eindepunt.objects.filter(contract__in=[c.pk for c in eindigt]):
        antwoorden[punt.contract_id][punt.code] = punt
    maanden = regel("einde.voorbereiding_maanden", op=op).waarde
    vragen = vragen_uit(regel("einde.vragen", op=op).waarde)
    for contract in eindigt:
        laatste_dag = contract.laatste_dag or op
        lijst = eindelijst(vragen, antwoorden[contract.pk], laatste_dag=laatste_dag, op=op)
        if all(punt.klaar for punt in lijst):
            continue
        vervalt_op = max(contract.van, plus_maanden(laatste_dag, -maanden))
        onderwerp = f"laatste dag {dag_in_woorden(laatste_dag)}"
        sleutel = f"tewerkstelling:{contract.pk}"
        yield (
            contract.client_id,
            Belofte(EINDE_ART60, vervalt_op, sleutel, wie.get(contract.client_id), onderwerp),
        )


def _loopt_door(contract: Tewerkstelling, alle: Sequence[Tewerkstelling]) -> bool:
    """A renewal is no end: the next art.60 contract starts the day after."""
    return any(ander.client_id == contract.client_id and ander.van == contract.tot for ander in alle)
