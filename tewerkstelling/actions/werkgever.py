"""Employers and their workplaces: add, or write what was edited on the version the user saw."""

from datetime import date

from django.db import transaction

from ocmw.journaal.enums import Wat
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import Versie
from tewerkstelling.models import Werkgever, Werkplek


@transaction.atomic
def bewaar_werkgever(werkgever: Werkgever, velden: list[str], *, door: Medewerker, op: date) -> Werkgever:
    """Raises ValidationError when the name or the enterprise number is already in use, IntussenGewijzigd on a conflict."""
    _bewaar(werkgever, velden, door=door)
    return werkgever


@transaction.atomic
def bewaar_werkplek(werkplek: Werkplek, velden: list[str], *, door: Medewerker, op: date) -> Werkplek:
    _bewaar(werkplek, velden, door=door)
    return werkplek


def _bewaar(rij: Versie, velden: list[str], *, door: Medewerker) -> None:
    rij.full_clean()
    if rij.pk is None:
        rij.gewijzigd_door = door
        rij.save(force_insert=True)
    else:
        rij.bewaar(door=door, velden=velden)
    noteer(Wat.WERKGEVER_GEWIJZIGD, rij, door=door, velden=velden)
