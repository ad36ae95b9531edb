"""What the nazorg page shows of this room: when we look whether work lasts."""

from typing import Any

from django import template

from clienten.models import Client
from nazorg.afronding.overzicht import opvolging_van
from nazorg.afronding.wegwijzer import Weg
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker

register = template.Library()


@register.inclusion_tag("afronding/_meetmomenten.html")
def meetmomenten(client: Client, medewerker: Medewerker) -> dict[str, Any]:
    """The dates after the exit with what was found; nothing while art.60 runs."""
    return {
        "client": client,
        "opvolging": opvolging_van(client, op=vandaag()),
        "noteert": "nazorg_beheren" in medewerker.rechten and not client.gesloten_op,
    }


@register.filter
def van(wegen: dict[str, Weg], code: str) -> Weg | None:
    """Where this point is done."""
    return wegen.get(code)


@register.filter
def maatregel(code: str, namen: dict[str, str]) -> str:
    """The words of an instrument; one that left the list keeps its code."""
    return namen.get(code, "geen van deze maatregelen" if code == "geen" else code)
