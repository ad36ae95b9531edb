"""Training, a competence project, voluntary work, youth work: begin, change, and the result."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from trajecten.journaalcodes import MIDDEL_GEWIJZIGD
from trajecten.models import Middel


@actie
def bewaar_middel(middel: Middel, velden: list[str] | None = None, *, door: Medewerker, op: date) -> Middel:
    """Add one, or change it on the version the user saw."""
    weiger_als(middel.client.weigering_als_gesloten())
    if middel._state.adding:
        middel.gewijzigd_door = door
        middel.full_clean(exclude=["client"])
        middel.save(force_insert=True)
    else:
        middel.bewaar(door=door, velden=sorted({*(velden or []), "tot"}))
    noteer(
        MIDDEL_GEWIJZIGD, middel, door=door, client=middel.client, soort=str(middel.soort), resultaat=middel.resultaat
    )
    raakt(middel)
    return middel
