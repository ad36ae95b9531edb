"""Small rows on the page Gegevens, of this room or of one above, and randvoorwaarden: the same guards."""

from datetime import date
from typing import Any

from clienten.handeling import actie
from clienten.journaalcodes import CLIENT_GEWIJZIGD
from clienten.models import Randvoorwaarde
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd, Versie

Leefsituatie = Any  # the model of a clienten.rijlijsten.Rijlijst: a Versie with a client


@actie
def bewaar_leefsituatie(rij: Leefsituatie, velden: list[str], *, door: Medewerker, op: date) -> Leefsituatie:
    """Add the row, or write the edited fields on the version the user saw."""
    _bewaar(rij, velden, door=door)
    noteer(CLIENT_GEWIJZIGD, rij, door=door, client=rij.client, onderdeel=rij._meta.model_name)
    return rij


@actie
def verwijder_leefsituatie(rij: Leefsituatie, *, door: Medewerker, op: date) -> None:
    noteer(CLIENT_GEWIJZIGD, rij, door=door, client=rij.client, onderdeel=rij._meta.model_name, verwijderd=True)
    rij.delete()


@actie
def bewaar_randvoorwaarde(rij: Randvoorwaarde, velden: list[str], *, door: Medewerker, op: date) -> Randvoorwaarde:
    """The first answer makes the row; when a colleague was first, that is a conflict like any other."""
    if rij.pk is None:
        eerste = Randvoorwaarde.objects.filter(client=rij.client, soort=rij.soort).first()
        if eerste is not None:
            raise IntussenGewijzigd(eerste)
    _bewaar(rij, velden, door=door)
    noteer(CLIENT_GEWIJZIGD, rij, door=door, client=rij.client, onderdeel="randvoorwaarde", soort=rij.soort)
    return rij


def _bewaar(rij: Versie, velden: list[str], *, door: Medewerker) -> None:
    if rij.pk is None:
        rij.validate_constraints()
        rij.gewijzigd_door = door
        rij.save(force_insert=True)
    else:
        rij.bewaar(door=door, velden=velden)
