"""What the page of the nazorg shows besides: when we look whether work lasts."""

from typing import Any

from django import template

from clienten.models import Client
from nazorg.opvolging import opvolging_van
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker

register = template.Library()


@register.inclusion_tag("nazorg/_meetmomenten.html")
def meetmomenten(client: Client, medewerker: Medewerker) -> dict[str, Any]:
    """The dates after the exit with what was found; nothing while art.60 runs."""
    return {
        "client": client,
        "opvolging": opvolging_van(client, op=vandaag()),
        "gesloten": bool(client.gesloten_op),
        "noteert": "nazorg_beheren" in medewerker.rechten and not client.gesloten_op,
    }
