"""Propose, edit, renew and stop a placement. Starting is in actions.start."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from tewerkstelling.startklaar.actions.afspraken import neem_loon_over
from tewerkstelling.startklaar.actions.grond import met_slot
from tewerkstelling.startklaar.checklist import checklist
from tewerkstelling.startklaar.enums import Plaatsingstatus, Plaatsingstopreden
from tewerkstelling.startklaar.journaalcodes import HANDTEKENINGEN_GEWIST, PLAATSING_GEWIJZIGD, PLAATSING_STOPGEZET
from tewerkstelling.startklaar.models import Checkpunt, Plaatsing
from tewerkstelling.startklaar.models.plaatsing import HANDTEKENINGEN
from tewerkstelling.startklaar.overgangen import (
    stand_van,
    weigering_voor,
    weigering_voor_verlenging,
    weigering_voor_wijzigen,
)
from tewerkstelling.startklaar.papier import papierregels, wijzigingen

# What a renewal takes over; its dates, signatures, council list and what happened to it are its own.
KOPIE = (
    "client", "werkplek", "mentor", "uren_per_week", "voltijds_uren", "dagen_per_week", "functie", "taken", "werkrooster",
    "berekening", "duur_basis", "overeenkomst", "begeleidingsplicht", "doorstroom",
)  # fmt: skip


@actie
def maak_plaatsing(plaatsing: Plaatsing, *, door: Medewerker, op: date) -> Plaatsing:
    weiger_als(plaatsing.client.weigering_als_gesloten())
    plaatsing.gewijzigd_door = door
    plaatsing.full_clean(exclude=["client"])
    plaatsing.save(force_insert=True)
    noteer(PLAATSING_GEWIJZIGD, plaatsing, door=door, client=plaatsing.client, van=plaatsing.van, tot=plaatsing.tot)
    raakt(plaatsing)
    return plaatsing


@actie
def wijzig_plaatsing(plaatsing: Plaatsing, velden: list[str], *, door: Medewerker, op: date) -> Plaatsing:
    """Write the edited fields on the version the user saw. When a signed paper reads differently now, the signatures go:
    nobody signed this text. Raises IntussenGewijzigd when the row moved on."""
    nu = met_slot(plaatsing)
    weiger_als(weigering_voor_wijzigen(stand_van(nu, op=op)))
    plaatsing.full_clean(exclude=["client"])
    anders = wijzigingen(nu.getekende_tekst, papierregels(plaatsing)) if nu.heeft_handtekening else []
    if anders:
        _wis(plaatsing)
        velden = [*velden, *HANDTEKENINGEN, "getekende_tekst"]
    plaatsing.bewaar(door=door, velden=velden)
    noteer(PLAATSING_GEWIJZIGD, plaatsing, door=door, client=plaatsing.client, velden=velden)
    if anders:
        codes = [wijziging.code for wijziging in anders]
        noteer(HANDTEKENINGEN_GEWIST, plaatsing, door=door, client=plaatsing.client, velden=codes)
    raakt(plaatsing)
    return plaatsing


def _wis(plaatsing: Plaatsing) -> None:
    for veld in HANDTEKENINGEN:
        setattr(plaatsing, veld, None)
    plaatsing.getekende_tekst = []


@actie
def verleng_plaatsing(plaatsing: Plaatsing, *, van: date, tot: date, door: Medewerker, op: date) -> Plaatsing:
    """A linked copy for [van, tot): same work, new signatures. Points the rule marks as "opnieuw" start empty."""
    oud = met_slot(plaatsing)
    bestaat = oud.verlengingen.exclude(status=Plaatsingstatus.STOPGEZET).exists()
    weiger_als(weigering_voor_verlenging(stand_van(oud, op=op), heeft_verlenging=bestaat))
    nieuw = Plaatsing(**{veld: getattr(oud, veld) for veld in KOPIE}, van=van, tot=tot, voorganger=oud)
    weiger_als("De verlenging begint na de laatste dag van de vorige plaatsing." if van < (_einde(oud) or van) else "")
    maak_plaatsing(nieuw, door=door, op=op)
    blijft = {punt.code for punt in checklist(nieuw).punten if not punt.opnieuw}
    Checkpunt.objects.bulk_create(
        Checkpunt(
            client=nieuw.client,
            plaatsing=nieuw,
            code=punt.code,
            stand=punt.stand,
            op=punt.op,
            toelichting=punt.toelichting,
            door=punt.door,
        )
        for punt in oud.punten.all()
        if punt.code in blijft
    )
    neem_loon_over(oud, nieuw, door=door)
    raakt(nieuw)
    return nieuw


def _einde(plaatsing: Plaatsing) -> date | None:
    return plaatsing.contract.tot if plaatsing.contract else plaatsing.tot


@actie
def zet_plaatsing_stop(
    plaatsing: Plaatsing, *, reden: Plaatsingstopreden | str, door: Medewerker, op: date
) -> Plaatsing:
    """It will not start. What started ends through its contract."""
    nu = met_slot(plaatsing)
    weiger_als(weigering_voor(stand_van(nu, op=op), Plaatsingstatus.STOPGEZET, door))
    nu.status, nu.stopgezet_op, nu.stopreden = Plaatsingstatus.STOPGEZET, op, reden
    nu.bewaar(door=door, velden=["status", "stopgezet_op", "stopreden"])
    noteer(PLAATSING_STOPGEZET, nu, door=door, client=nu.client, reden_stop=str(reden))
    raakt(nu)
    return nu
