"""The right and the decision before art.60, and what the client gets: facts beside the paper, so they wipe no signature."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.startklaar.actions.grond import met_slot
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.journaalcodes import LOON_GENOTEERD, STARTBESLISSING_GENOTEERD
from tewerkstelling.startklaar.models import Loonafspraak, Plaatsing, Startbeslissing


def weigering_voor_afspraak(plaatsing: Plaatsing) -> str:
    """Why nobody writes these facts now. A started placement keeps them: a wage changes, a decision is found back."""
    if plaatsing.status == Plaatsingstatus.STOPGEZET:
        return "Deze plaatsing is stopgezet."
    return plaatsing.client.weigering_als_gesloten()


@actie
def noteer_beslissing(rij: Startbeslissing, velden: list[str], *, door: Medewerker, op: date) -> Startbeslissing:
    """Who says so about the right is who saves it. Raises IntussenGewijzigd when a colleague was first."""
    weiger_als(weigering_voor_afspraak(met_slot(rij.plaatsing)))
    if any(dag and dag > op for dag in (rij.recht_op, rij.mw_op, rij.client_op)):
        raise Geweigerd("Kies vandaag of een dag in het verleden.")
    if {"recht", "recht_op"} & set(velden):
        rij.recht_door, velden = door if rij.recht else None, [*velden, "recht_door"]
    _schrijf(rij, velden, door)
    noteer(STARTBESLISSING_GENOTEERD, rij, door=door, client=rij.client, velden=velden)
    raakt(rij)
    return rij


@actie
def noteer_loon(rij: Loonafspraak, velden: list[str], *, door: Medewerker, op: date) -> Loonafspraak:
    weiger_als(weigering_voor_afspraak(met_slot(rij.plaatsing)))
    _schrijf(rij, velden, door)
    noteer(LOON_GENOTEERD, rij, door=door, client=rij.client, velden=velden)
    raakt(rij)
    return rij


def _schrijf(rij: Startbeslissing | Loonafspraak, velden: list[str], door: Medewerker) -> None:
    rij.validate_constraints()
    if rij.pk is None:
        rij.bewaar_eerste(door=door, plaatsing=rij.plaatsing)
    else:
        rij.bewaar(door=door, velden=velden)


def neem_loon_over(van: Plaatsing, naar: Plaatsing, *, door: Medewerker) -> None:
    """A renewal is the same work for the same wage; the decision is taken again. Inside the action that renews."""
    oud = Loonafspraak.objects.filter(plaatsing=van).first()
    if oud:
        oud.pk, oud.plaatsing, oud._state.adding = None, naar, True
        oud.bewaar_eerste(door=door, plaatsing=naar)
