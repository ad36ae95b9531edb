"""Signatures and the council list: facts with a date."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.startklaar.actions.grond import met_slot
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.journaalcodes import HANDTEKENINGEN_GEWIST, PLAATSING_GEWIJZIGD
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.models.plaatsing import HANDTEKENINGEN
from tewerkstelling.startklaar.overgangen import stand_van, weigering_voor_wijzigen
from tewerkstelling.startklaar.papier import afwijkingen, als_tekst, papierregels


@actie
def noteer_handtekeningen(plaatsing: Plaatsing, velden: list[str], *, door: Medewerker, op: date) -> Plaatsing:
    """Write the signature dates. The first one keeps the text that was signed; the next must be under that same text."""
    nu = met_slot(plaatsing)
    weiger_als(weigering_voor_wijzigen(stand_van(nu, op=op)))
    if any((dag := getattr(plaatsing, veld)) and dag > op for veld in HANDTEKENINGEN):
        raise Geweigerd("Een handtekening is van vandaag of vroeger.")
    if not plaatsing.heeft_handtekening:
        plaatsing.getekende_tekst = []
    elif not nu.heeft_handtekening:
        plaatsing.getekende_tekst = als_tekst(papierregels(nu))
    elif afwijkingen(nu):
        raise Geweigerd("Het papier is niet meer wat getekend is. Wis de handtekeningen en laat opnieuw tekenen.")
    plaatsing.bewaar(door=door, velden=[*velden, "getekende_tekst"])
    noteer(PLAATSING_GEWIJZIGD, plaatsing, door=door, client=plaatsing.client, velden=velden)
    raakt(plaatsing)
    return plaatsing


@actie
def wis_handtekeningen(plaatsing: Plaatsing, *, door: Medewerker, op: date) -> Plaatsing:
    """The paper changed outside the placement (the place moved, the agreement has another price): sign again."""
    nu = met_slot(plaatsing)
    weiger_als(weigering_voor_wijzigen(stand_van(nu, op=op)))
    codes = [wijziging.code for wijziging in afwijkingen(nu)]
    for veld in HANDTEKENINGEN:
        setattr(nu, veld, None)
    nu.getekende_tekst = []
    nu.bewaar(door=door, velden=[*HANDTEKENINGEN, "getekende_tekst"])
    noteer(HANDTEKENINGEN_GEWIST, nu, door=door, client=nu.client, velden=codes)
    raakt(nu)
    return nu


@actie
def noteer_raad(plaatsing: Plaatsing, velden: list[str], *, door: Medewerker, op: date) -> Plaatsing:
    """On which list it stands, and the number of the decision, which often comes after the start."""
    weiger_als("Deze plaatsing is stopgezet." if met_slot(plaatsing).status == Plaatsingstatus.STOPGEZET else "")
    plaatsing.bewaar(door=door, velden=velden)
    noteer(PLAATSING_GEWIJZIGD, plaatsing, door=door, client=plaatsing.client, velden=velden)
    raakt(plaatsing)
    return plaatsing
