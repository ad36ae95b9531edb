"""What the count promises: when the RVA must be asked again, and when its answer is due (A21, A22).

Only a calculation somebody recorded promises anything: contracts that came in with an import have none, so they stay quiet.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from clienten.feiten import Feiten, per_client
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rva_basis import wat_veranderde

_NAAR_DE_RECHTEN = Volgendestap("dossier_lezen", "Naar de rechten", "rechtenteller:rechtenstand_detail")
HERBEREKENING_RVA = Termijnsoort(
    "herberekening_rva",
    "Vraag een herberekening aan de RVA",
    uitleg="Wat de RVA weet, is veranderd: de start, de uren, een onderbreking of ander werk.",
    vanzelf="Noteer de nieuwe aanvraag bij de rechten. Dan is deze termijn vanzelf klaar.",
    stap=_NAAR_DE_RECHTEN,
    regel="rva.herberekening_dagen",
    volgt=(Tewerkstelling, Onderbreking, Rechtspositie, RvaBerekening),
)
RVA_ANTWOORD = Termijnsoort(
    "rva_antwoord",
    "Antwoord van de RVA te verwachten",
    uitleg="De aanvraag in OCMW@RVA is verstuurd en nog niet beantwoord.",
    vanzelf="Noteer het antwoord bij de rechten. Dan is deze termijn vanzelf klaar.",
    stap=_NAAR_DE_RECHTEN,
    regel="rva.antwoord_dagen",
    volgt=(Tewerkstelling, Onderbreking, Rechtspositie, RvaBerekening),
)


@belooft(HERBEREKENING_RVA, RVA_ANTWOORD)
def rva_beloften(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """From the last calculation that was sent, per contract that still runs or will; four queries when there are any."""
    berekeningen = feiten.lees(laatste_berekeningen)
    if not berekeningen:
        return
    bij = {rij.client_id for rij in berekeningen}
    contracten = per_client(Tewerkstelling.objects.filter(client__in=bij))
    onderbrekingen = per_client(Onderbreking.objects.filter(client__in=bij))
    posities = {rij.client_id: rij for rij in Rechtspositie.objects.filter(client__in=bij)}
    for berekening in berekeningen:
        client, contract = berekening.client_id, berekening.contract
        wie, positie = feiten.wie(client), posities.get(client)
        if wat_veranderde(berekening, contract, contracten[client], onderbrekingen[client], positie):
            dagen = HERBEREKENING_RVA.tijd(feiten.op)
            rijen = [contract, *contracten[client], *onderbrekingen[client], *([positie] if positie else [])]
            # What was taken away leaves no day behind: then the days count from the calculation.
            later = [rij.gewijzigd_op for rij in rijen if rij.gewijzigd_op > berekening.gewijzigd_op]
            vervalt = timezone.localtime(max(later, default=berekening.gewijzigd_op)).date() + timedelta(days=dagen)
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
