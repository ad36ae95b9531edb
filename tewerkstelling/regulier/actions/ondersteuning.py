"""Individual support: written by the coach, or by the lesgever of the group in which it was made."""

from datetime import date

from clienten.handeling import actie
from ocmw.journaal.models import noteer
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from tewerkstelling.regulier.actions.bewaren import bewaar_met_maker
from tewerkstelling.regulier.journaalcodes import ONDERSTEUNING_GEWIJZIGD
from tewerkstelling.regulier.models import Ondersteuning
from trajecten.groepen.models import Inschrijving


@actie
def bewaar_ondersteuning(rij: Ondersteuning, velden: list[str], *, door: Medewerker, op: date) -> Ondersteuning:
    """Add one, or write what was edited on the version the user saw."""
    weiger_als(weigering_voor_ondersteuning(rij, op=op))
    bewaar_met_maker(rij, velden, door=door)
    noteer(ONDERSTEUNING_GEWIJZIGD, rij, door=door, client=rij.client, soort_ondersteuning=str(rij.soort))
    return rij


def weigering_voor_ondersteuning(rij: Ondersteuning, *, op: date) -> str:
    """Why this cannot be kept; empty when it can."""
    if reden := rij.client.weigering_als_gesloten():
        return reden
    if rij.op > op:
        return f"{dag_in_woorden(rij.op)} ligt in de toekomst."
    if rij.sessie is None or not rij._state.adding:
        return ""  # what was made there, was made there
    if rij.sessie.gaat_niet_door:
        return "Deze sessie ging niet door."
    neemt_deel = Inschrijving.objects.filter(
        reeks=rij.sessie.reeks_id, client=rij.client, neemt_deel_sinds__isnull=False
    )
    return "" if neemt_deel.exists() else "Deze persoon zit niet in deze groep."
