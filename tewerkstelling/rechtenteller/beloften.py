"""What the count promises: when the RVA must be asked again, and when its answer is due (A21, A22); and that somebody asks how
it goes with an interruption that nobody knows the end of.

Only a calculation somebody recorded promises anything: contracts that came in with an import have none, so they stay quiet.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from clienten.feiten import Feiten, per_client
from ocmw.kalender.woorden import korte_dag
from ocmw.termijnen.belofte import Belofte, belofte_in_stappen
from ocmw.termijnen.soorten import Termijnsoort, Volgendestap, belooft
from tewerkstelling.beloften import contracten, onderbrekingen
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rva_basis import wat_veranderde
from trajecten.feiten import laatste_contact
from trajecten.models import Gesprek

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

# Neutral: a list says that work stands still, never why.
ONDERBREKING_LOOPT = Termijnsoort(
    "onderbreking_loopt",
    "Vraag hoe het gaat: de onderbreking loopt nog",
    uitleg="Het einde van de onderbreking is nog niet gekend. Zolang ze loopt, schuift elke datum die erna komt een dag op. "
    "Een gesprek telt ook.",
    stap=Volgendestap("tewerkstelling_beheren", "Naar de onderbreking", "rechtenteller:rechtenstand_detail"),
    regel="onderbreking.navraag_dagen",
    volgt=(Onderbreking, Tewerkstelling, Gesprek),
)


@belooft(ONDERBREKING_LOOPT)
def onderbreking_navragen(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """So many days after it began, was noted or the client was spoken, and again and again: one line, until somebody ticks it
    off, speaks the client, or knows the end."""
    alle = feiten.lees(contracten)
    for pk in feiten.open:
        for contract in alle.get(pk, ()):
            if contract.tot and contract.tot <= feiten.op:
                continue
            for dagen in feiten.lees(onderbrekingen).get(contract.pk, ()):
                if dagen.loopt:
                    gesproken = feiten.lees(laatste_contact).get(pk, dagen.van)
                    sinds = max(dagen.van, gesproken, dagen.genoteerd_op or dagen.van)
                    belofte = belofte_in_stappen(
                        ONDERBREKING_LOOPT,
                        f"onderbreking:{dagen.pk}",
                        navraagdagen(sinds, ONDERBREKING_LOOPT.tijd(feiten.op), op=feiten.op),
                        op=feiten.op,
                        wie=feiten.wie(pk),
                        onderwerp=f"sinds {korte_dag(dagen.van)}",
                    )
                    if belofte:
                        yield pk, belofte


def navraagdagen(vanaf: date, elke: int, *, op: date) -> list[date]:
    """Every so many days after `vanaf`, up to the second one after `op`: who ticks off the first has the next one at once."""
    hoeveel = max((op - vanaf).days // elke, 0) + 2
    return [vanaf + timedelta(days=elke * n) for n in range(1, hoeveel + 1)]


@belooft(HERBEREKENING_RVA, RVA_ANTWOORD)
def rva_beloften(feiten: Feiten) -> Iterator[tuple[int, Belofte]]:
    """From the last calculation that was sent, per contract that still runs or will; four queries when there are any."""
    berekeningen = feiten.lees(laatste_berekeningen)
    if not berekeningen:
        return
    bij = {rij.client_id for rij in berekeningen}
    werk = per_client(Tewerkstelling.objects.filter(client__in=bij))
    gevallen = per_client(Onderbreking.objects.filter(client__in=bij))
    posities = {rij.client_id: rij for rij in Rechtspositie.objects.filter(client__in=bij)}
    for berekening in berekeningen:
        client, contract = berekening.client_id, berekening.contract
        wie, positie = feiten.wie(client), posities.get(client)
        if wat_veranderde(berekening, contract, werk[client], gevallen[client], positie):
            dagen = HERBEREKENING_RVA.tijd(feiten.op)
            rijen = [contract, *werk[client], *gevallen[client], *([positie] if positie else [])]
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
