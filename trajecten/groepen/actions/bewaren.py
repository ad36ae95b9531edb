"""Write one row of this room: added, or changed on the version the user saw."""

from django.db import IntegrityError, transaction

from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import Versie


def bewaar_rij(rij: Versie, velden: list[str], *, door: Medewerker) -> None:
    """Raises ValidationError for what the row may not be, IntussenGewijzigd when a colleague changed it since."""
    rij.full_clean()
    if not rij._state.adding:
        rij.bewaar(door=door, velden=velden)
        return
    rij.gewijzigd_door = door
    try:
        with transaction.atomic():
            rij.save(force_insert=True)
    except IntegrityError:
        rij.validate_constraints()  # a colleague was first: this says with which sentence
        raise
