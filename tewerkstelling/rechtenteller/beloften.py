"""When the RVA must be asked again, and when its answer is due (A21, A22).

Only a calculation somebody recorded promises anything: contracts that came in with an import have none, so they stay quiet.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from clienten.models import Client
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.bronnen import belooft
from ocmw.termijnen.models import Belofte
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import RvaBerekening
from tewerkstelling.rechtenteller.termijnsoorten import HERBEREKENING_RVA, RVA_ANTWOORD


@belooft(HERBEREKENING_RVA, RVA_ANTWOORD)
def rva_beloften(clienten: Sequence[Client], wie: Mapping[int, int | None], op: date) -> Iterable[tuple[int, Belofte]]:
    """From the last calculation that was sent, per contract that still runs or will; one query."""
    for berekening in laatste_berekeningen(clienten, op):
        client, contract = berekening.client_id, berekening.contract
        verantwoordelijke = wie.get(client)
        if not berekening.past_bij(contract):
            dagen = regel("rva.herberekening_dagen", op=op).waarde
            vervalt = timezone.localtime(contract.gewijzigd_op).date() + timedelta(days=dagen)
            yield client, Belofte(HERBEREKENING_RVA, vervalt, f"contract:{contract.pk}", verantwoordelijke, "")
        elif berekening.status == RvaStatus.VERZONDEN and berekening.verzonden_op:
            dagen = regel("rva.antwoord_dagen", op=berekening.verzonden_op).waarde
            vervalt = berekening.verzonden_op + timedelta(days=dagen)
            yield client, Belofte(RVA_ANTWOORD, vervalt, f"rva:{berekening.pk}", verantwoordelijke, "")


def laatste_berekeningen(clienten: Sequence[Client], op: date) -> list[RvaBerekening]:
    rijen = (
        RvaBerekening.objects.filter(
            Q(contract__tot=None) | Q(contract__tot__gt=op), client__in=[c.pk for c in clienten]
        )
        .exclude(status=RvaStatus.KLAD)
        .select_related("contract")
        .order_by("pk")
    )
    return list({rij.contract_id: rij for rij in rijen}.values())
