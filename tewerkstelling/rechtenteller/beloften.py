"""What the count promises: when the RVA must be asked again, and when its answer is due (A21, A22).

Only a calculation somebody recorded promises anything: contracts that came in with an import have none, so they stay quiet.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from clienten.feiten import Feiten
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import RvaBerekening

_NAAR_DE_RECHTEN = Volgendestap("dossier_lezen", "Naar de rechten", "rechtenteller:rechtenstand_detail")
HERBEREKENING_RVA = Termijnsoort(
    "herberekening_rva",
    "Vraag een herberekening aan de RVA",
    uitleg="De startdatum of het werkregime is anders dan in de laatste berekening van de RVA.",
    vanzelf="Noteer de nieuwe aanvraag bij de rechten. Dan is deze termijn vanzelf klaar.",
    stap=_NAAR_DE_RECHTEN,
    regel="rva.herberekening_dagen",
    volgt=(Tewerkstelling, RvaBerekening),
)
RVA_ANTWOORD = Termijnsoort(
    "rva_antwoord",
    "Antwoord van de RVA te verwachten",
    uitleg="De aanvraag in OCMW@RVA is verstuurd en nog niet beantwoord.",
    vanzelf="Noteer het antwoord bij de rechten. Dan is deze termijn vanzelf klaar.",
    stap=_NAAR_DE_RECHTEN,
    regel="rva.antwoord_dagen",
    volgt=(Tewerkstelling, RvaBerekening),
)


@belooft(HERBEREKENING_RVA, RVA_ANTWOORD)
def rva_beloften(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """From the last calculation that was sent, per contract that still runs or will; one query."""
    for berekening in feiten.lees(laatste_berekeningen):
        client, contract = berekening.client_id, berekening.contract
        wie = feiten.wie(client)
        if not berekening.past_bij(contract):
            dagen = HERBEREKENING_RVA.tijd(feiten.op)
            vervalt = timezone.localtime(contract.gewijzigd_op).date() + timedelta(days=dagen)
            yield client, Belofte(HERBEREKENING_RVA, vervalt, f"contract:{contract.pk}", wie, "")
        elif berekening.status == RvaStatus.VERZONDEN and berekening.verzonden_op:
            vervalt = berekening.verzonden_op + timedelta(days=RVA_ANTWOORD.tijd(berekening.verzonden_op))
            yield client, Belofte(RVA_ANTWOORD, vervalt, f"rva:{berekening.pk}", wie, "")


def laatste_berekeningen(feiten: Feiten) -> list[RvaBerekening]:
    rijen = (
        RvaBerekening.objects.filter(Q(contract__tot=None) | Q(contract__tot__gt=feiten.op), client__in=feiten.open)
        .exclude(status=RvaStatus.KLAD)
        .select_related("contract")
        .order_by("pk")
    )
    return list({rij.contract_id: rij for rij in rijen}.values())
