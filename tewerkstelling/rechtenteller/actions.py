"""What the client proved before, and what OCMW@RVA was asked and answered (A13, A20-A22)."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.regels.opzoeken import OnbekendeRegel, regel
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import weiger_als
from tewerkstelling.actions.contract import _een_tegelijk
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.journaalcodes import RVA_GEWIJZIGD
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rva_basis import basis_van_vraag


@actie
def bewaar_rechtspositie(positie: Rechtspositie, velden: list[str], *, door: Medewerker, op: date) -> Rechtspositie:
    """One row per client; raises IntussenGewijzigd when a colleague made or changed it after the page was opened."""
    _een_tegelijk(positie.client)
    weiger_als(positie.client.weigering_als_gesloten())
    toekomst = positie.vorige_toelating_op and positie.vorige_toelating_op > op
    weiger_als("Een vroegere toelating ligt niet in de toekomst." if toekomst else "")
    positie.full_clean(exclude=["client"])
    if positie.pk is None:
        if bestaand := Rechtspositie.objects.filter(client=positie.client).first():
            raise IntussenGewijzigd(bestaand)
        positie.gewijzigd_door = door
        positie.save(force_insert=True)
    else:
        positie.bewaar(door=door, velden=velden)
    noteer(RVA_GEWIJZIGD, positie, door=door, client=positie.client, velden=velden)
    raakt(positie)
    return positie


def neem_basis_over(berekening: RvaBerekening, contract: Tewerkstelling) -> None:
    """What the contract says now is what the RVA is asked; a contract without hours counts as full-time."""
    berekening.client, berekening.contract = contract.client, contract
    berekening.basis_start, berekening.basis_voltijds = contract.van, contract.voltijds_uren
    berekening.basis_uren = contract.uren_per_week or contract.voltijds_uren
    berekening.basis_andere_uren = contract.andere_uren


def _feiten_van_vraag(contract: Tewerkstelling, op: date) -> dict[str, str]:
    client = contract.client
    contracten, onderbrekingen = list(client.tewerkstellingen.all()), list(client.onderbrekingen.all())
    positie = Rechtspositie.objects.filter(client=client).first()
    return basis_van_vraag(contract, contracten, onderbrekingen, positie, op=op)


@actie
def bewaar_rva_berekening(berekening: RvaBerekening, *, door: Medewerker, op: date) -> RvaBerekening:
    """Add a calculation or write it again. The status follows from the facts: an answer, a day of sending, or a draft.

    The basis is what the contract says on the moment of sending, and is kept after that: a later change shows (A22).
    """
    contract = berekening.contract
    _een_tegelijk(contract.client)
    weiger_als(weigering_voor_berekening(berekening, op=op))
    oud = RvaBerekening.objects.filter(pk=berekening.pk).first() if berekening.pk else None
    if oud is None or oud.status == RvaStatus.KLAD:
        nu = Tewerkstelling.objects.select_related("client").get(pk=contract.pk)
        neem_basis_over(berekening, nu)
        berekening.basis_feiten = _feiten_van_vraag(nu, op)
    if berekening.antwoord_op:
        berekening.status = RvaStatus.BEREKEND
    else:
        berekening.status = RvaStatus.VERZONDEN if berekening.verzonden_op else RvaStatus.KLAD
    berekening.full_clean(exclude=["client", "contract"])
    if oud is None:
        berekening.gewijzigd_door = door
        berekening.save(force_insert=True)
    else:
        basis = [f"basis_{naam}" for naam in ("start", "uren", "voltijds", "andere_uren", "feiten")]
        berekening.bewaar(door=door, velden=[*VELDEN, "status", *basis])
    noteer(RVA_GEWIJZIGD, berekening, door=door, client=contract.client, status=str(berekening.status))
    raakt(berekening)
    return berekening


VELDEN = ["verzonden_op", "kenmerk", "antwoord_op", "dagen", "einde_op"]


def weigering_voor_berekening(berekening: RvaBerekening, *, op: date) -> str:
    """Why this cannot be recorded; empty when it can."""
    contract = berekening.contract
    if reden := contract.client.weigering_als_gesloten():
        return reden
    if contract.soort != Contractsoort.ART60:
        return "OCMW@RVA rekent alleen voor een contract art.60."
    if any(dag and dag > op for dag in (berekening.verzonden_op, berekening.antwoord_op)):
        return "Een dag in de toekomst kan nog niet: noteer wat al gebeurd is."
    if berekening.verzonden_op and not _bestond(berekening.verzonden_op):
        return f"Op {berekening.verzonden_op:%d/%m/%Y} bestond OCMW@RVA nog niet. Kijk het jaar na."
    if berekening.antwoord_op and not berekening.verzonden_op:
        return "Vul in wanneer de aanvraag verstuurd is."
    if not berekening.antwoord_op and (berekening.dagen or berekening.einde_op):
        return "Vul in wanneer de RVA antwoordde."
    if berekening.einde_op and berekening.einde_op < contract.van:
        return "De laatste dag volgens de RVA ligt voor de eerste werkdag. Kijk het jaar na."
    return ""


def _bestond(dag: date) -> bool:
    try:
        regel("rva.antwoord_dagen", op=dag)
    except OnbekendeRegel:
        return False
    return True
