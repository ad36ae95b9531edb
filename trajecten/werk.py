"""Does somebody work? The gate to the next phase asks it, and only a room above knows contracts."""

from collections.abc import Callable
from datetime import date

from clienten.models import Client
from ocmw.ui.aanbod import Aanbod

# Client, day -> is there work on that day?
WERK: Aanbod[Callable[[Client, date], bool]] = Aanbod("wie werkt")


def heeft_werk(client: Client, *, op: date) -> bool:
    return any(bron(client, op) for bron in WERK)
