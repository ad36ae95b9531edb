"""Drafts: written while somebody types, gone once it is saved."""

from typing import Any

from django.db import transaction

from clienten.models import Client
from ocmw.kalender.klok import nu
from ocmw.toegang.models import Medewerker
from trajecten.models import Kladje

GESPREK = "gesprek"


@transaction.atomic
def bewaar_kladje(client: Client, soort: str, tekst: dict[str, Any], *, door: Medewerker) -> Kladje:
    """Not journalled: it is not yet a fact, and only its writer sees it."""
    return Kladje.objects.update_or_create(
        medewerker=door, client=client, soort=soort, defaults={"tekst": tekst, "bewaard_op": nu()}
    )[0]


def vergeet_kladje(client: Client, soort: str, *, door: Medewerker) -> None:
    Kladje.objects.filter(medewerker=door, client=client, soort=soort).delete()


def lees_kladje(client: Client, soort: str, *, door: Medewerker) -> Kladje | None:
    return Kladje.objects.filter(medewerker=door, client=client, soort=soort).vers(nu()).first()


def ruim_kladjes_op() -> int:
    """Delete what nobody came back for; returns how many."""
    return Kladje.objects.oud(nu()).delete()[0]
