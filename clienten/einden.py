"""Which ends are coming for a client. This room knows no contract and no window; the rooms that do offer their ends."""

from collections.abc import Callable, Iterable
from datetime import date

from clienten.models import Client
from ocmw.ui.aanbod import Aanbod

# Client, today -> last days (included) that are not past; a closed dossier is not asked.
EINDEN: Aanbod[Callable[[Client, date], Iterable[date]]] = Aanbod("einden die komen")
