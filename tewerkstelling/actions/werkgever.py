"""Employers with all that hangs on them: add, or write what was edited on the version the user saw.

Each raises ValidationError when a name or number is already in use, IntussenGewijzigd on a conflict.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, ProtectedError
from django.utils import timezone

from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import Versie
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.journaalcodes import WERKGEVER_GEWIJZIGD
from tewerkstelling.models import Contactpersoon, Mentor, Overeenkomst, Werkgever, Werkplek
from tewerkstelling.models.werkplek import weigering_voor_uren


@transaction.atomic
def bewaar_werkgever(werkgever: Werkgever, velden: list[str], *, door: Medewerker, op: date) -> Werkgever:
    _bewaar(werkgever, velden, door=door)
    return werkgever


@transaction.atomic
def bewaar_werkplek(
    werkplek: Werkplek, velden: list[str], *, door: Medewerker, op: date, mentoren: Sequence[Mentor] | None = None
) -> Werkplek:
    """`mentoren` become the mentors of this place; None leaves them as they are."""
    weiger_als(_weigering_van_elders(werkplek.werkgever_id, mentoren or ()))
    if zin := weigering_voor_uren(werkplek.uren_per_week, op=op):
        raise ValidationError({"uren_per_week": zin})
    _bewaar(werkplek, velden, door=door)
    if mentoren is not None:
        _zet(werkplek.mentoren, mentoren, door=door)
    return werkplek


@transaction.atomic
def bewaar_mentor(
    mentor: Mentor, velden: list[str], *, door: Medewerker, op: date, werkplekken: Sequence[Werkplek] | None = None
) -> Mentor:
    """`werkplekken` become the places of this mentor; None leaves them as they are."""
    weiger_als(_weigering_van_elders(mentor.werkgever_id, werkplekken or ()))
    _bewaar(mentor, velden, door=door)
    if werkplekken is not None:
        _zet(mentor.werkplekken, werkplekken, door=door)
    return mentor


@transaction.atomic
def bewaar_contactpersoon(contact: Contactpersoon, velden: list[str], *, door: Medewerker, op: date) -> Contactpersoon:
    _bewaar(contact, velden, door=door)
    return contact


@transaction.atomic
def bewaar_overeenkomst(overeenkomst: Overeenkomst, velden: list[str], *, door: Medewerker, op: date) -> Overeenkomst:
    _bewaar(overeenkomst, velden, door=door)
    return overeenkomst


@transaction.atomic
def verwijder_bij_werkgever(rij: Contactpersoon | Overeenkomst, *, door: Medewerker, op: date) -> None:
    """For what was noted by mistake; an agreement that ended, or that a placement rests on, stays."""
    noteer(WERKGEVER_GEWIJZIGD, rij, door=door, velden=["verwijderd"])
    try:
        rij.delete()
    except ProtectedError:
        zin = "Een plaatsing steunt op deze overeenkomst, dus ze blijft staan. Vul de laatste dag in als ze afloopt."
        raise Geweigerd(zin) from None


def _zet(relatie: Any, rijen: Sequence[Mentor | Werkplek], *, door: Medewerker) -> None:
    """Who guides where stands on two pages: a change on one is a new version on the other, so nobody there overwrites it."""
    voor, na = set(relatie.values_list("pk", flat=True)), {rij.pk for rij in rijen}
    relatie.set(rijen)
    relatie.model.objects.filter(pk__in=voor ^ na).update(
        versie=F("versie") + 1, gewijzigd_op=timezone.now(), gewijzigd_door=door
    )


def _weigering_van_elders(werkgever_id: int, rijen: Sequence[Mentor | Werkplek]) -> str:
    vreemd = any(rij.werkgever_id != werkgever_id for rij in rijen)
    return "Een mentor begeleidt alleen op werkplekken van de eigen werkgever." if vreemd else ""


def _bewaar(rij: Versie, velden: list[str], *, door: Medewerker) -> None:
    rij.full_clean()
    if rij.pk is None:
        rij.gewijzigd_door = door
        try:
            with transaction.atomic():
                rij.save(force_insert=True)
        except IntegrityError:
            rij.validate_constraints()  # a colleague was first: this says with which sentence
            raise
    else:
        rij.bewaar(door=door, velden=velden)
    noteer(WERKGEVER_GEWIJZIGD, rij, door=door, velden=velden)
