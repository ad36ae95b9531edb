"""Tick and untick a point of the list, with its day and who says so."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from tewerkstelling.startklaar.actions.grond import met_slot
from tewerkstelling.startklaar.checklist import VDAB_PUNT, Checklistpunt
from tewerkstelling.startklaar.enums import Plaatsingstatus, Puntstand
from tewerkstelling.startklaar.journaalcodes import PLAATSING_GEWIJZIGD
from tewerkstelling.startklaar.models import Checkpunt, Plaatsing
from tewerkstelling.startklaar.overgangen import Plaatsingstand, stand_van
from trajecten.actions import neem_inschrijving_op


def weigering_voor_punt(stand: Plaatsingstand, code: str) -> str:
    """Why nobody ticks this point now. After a start in spite of something missing, the list can still be completed."""
    punt = stand.lijst.punt(code)
    if punt is None:
        return "Dit punt staat niet op de lijst."
    if punt.afgeleid and not punt.mag_niet_nodig:
        return "Dit punt volgt uit wat je bij de plaatsing noteert."
    if not stand.is_open and stand.status != Plaatsingstatus.GESTART:
        return f"Deze plaatsing is {stand.status.label.lower()}."
    if stand.status == Plaatsingstatus.GESTART and punt.in_orde:
        return "Deze plaatsing is gestart: wat in orde was, blijft staan."
    return ""


def _weigering_voor_invulling(punt: Checklistpunt, stand: str, dag: date, toelichting: str, *, op: date) -> str:
    if dag > op:
        return "Kies vandaag of een dag in het verleden."
    if punt.zonder_uitleg and toelichting.strip():
        return "Schrijf hier niets bij: dat zou over gezondheid gaan."
    if stand == Puntstand.NIET_NODIG and not punt.mag_niet_nodig:
        return "Dit punt is altijd nodig."
    if punt.afgeleid and stand != Puntstand.NIET_NODIG:
        return "Dit punt volgt uit het dossier. Je kan alleen zeggen dat het hier niet nodig is."
    if stand == Puntstand.NIET_NODIG and (punt.wettelijk or punt.afgeleid) and not toelichting.strip():
        return "Schrijf waarom dit hier niet nodig is, bijvoorbeeld: vrijgesteld van inschrijving."
    return ""


@actie
def vink_punt(
    plaatsing: Plaatsing, code: str, *, door: Medewerker, op: date, dag: date | None = None,
    stand: Puntstand | str = Puntstand.IN_ORDE, toelichting: str = "",
) -> Checkpunt:  # fmt: skip
    """`dag` is since when (default: today). Ticking twice is no error: the last one holds."""
    nu = met_slot(plaatsing)
    huidig = stand_van(nu, op=op)
    weiger_als(weigering_voor_punt(huidig, code))
    punt = huidig.lijst.punt(code)
    assert punt is not None  # noqa: S101 - the guard above says so
    weiger_als(_weigering_voor_invulling(punt, stand, dag or op, toelichting, op=op))
    vinkje, _ = Checkpunt.objects.update_or_create(
        plaatsing=nu,
        code=code,
        defaults={
            "client": nu.client, "stand": stand, "op": dag or op, "toelichting": toelichting.strip(), "door": door,
        },
    )  # fmt: skip
    if code == VDAB_PUNT and stand == Puntstand.IN_ORDE:
        neem_inschrijving_op(nu.client, dag or op, door=door, op=op)
    noteer(PLAATSING_GEWIJZIGD, nu, door=door, client=nu.client, punt=code, stand=str(stand))
    raakt(nu)
    return vinkje


@actie
def ontvink_punt(plaatsing: Plaatsing, code: str, *, door: Medewerker, op: date) -> None:
    nu = met_slot(plaatsing)
    weiger_als(weigering_voor_punt(stand_van(nu, op=op), code))
    nu.punten.filter(code=code).delete()
    noteer(PLAATSING_GEWIJZIGD, nu, door=door, client=nu.client, punt=code, stand="open")
    raakt(nu)
