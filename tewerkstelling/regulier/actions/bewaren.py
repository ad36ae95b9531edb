"""Write one row of this room that keeps who made it."""

from ocmw.toegang.models import Medewerker
from tewerkstelling.regulier.models import Ondersteuning, Werkgeverscontact


def bewaar_met_maker(rij: Ondersteuning | Werkgeverscontact, velden: list[str], *, door: Medewerker) -> None:
    """Add it, made by `door`, or write what was edited on the version the user saw."""
    if not rij._state.adding:
        rij.bewaar(door=door, velden=velden)
        return
    rij.door = rij.gewijzigd_door = door
    rij.full_clean(exclude=["client", "gewijzigd_door", "door"])
    rij.save(force_insert=True)
