"""One placement as lists show it: with its status, what is missing and how long there is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from tewerkstelling.startklaar.aftelling import Aftelling, aftelling
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import Plaatsingstand, stand_van

# Code of the house for a status of a placement: text + icon + colour.
STATUSCODE = {
    Plaatsingstatus.VOORSTEL: "gepland",
    Plaatsingstatus.KLAAR: "klaar",
    Plaatsingstatus.GESTART: "bezig",
    Plaatsingstatus.BEEINDIGD: "gesloten",
    Plaatsingstatus.STOPGEZET: "onderbroken",
}


@dataclass(frozen=True)
class Plaatsingkaart:
    plaatsing: Plaatsing
    stand: Plaatsingstand
    aftelling: Aftelling | None

    @property
    def statuscode(self) -> str:
        return STATUSCODE[self.stand.status]

    @property
    def dringend(self) -> bool:
        return bool(self.aftelling and self.aftelling.dringend)


def kaarten(plaatsingen: Iterable[Plaatsing], *, nu: datetime) -> list[Plaatsingkaart]:
    """Needs `met_alles()`."""
    op, gemaakt = timezone.localtime(nu).date(), []
    for plaatsing in plaatsingen:
        stand = stand_van(plaatsing, op=op)
        gemaakt.append(Plaatsingkaart(plaatsing, stand, aftelling(plaatsing, stand, nu=nu)))
    return gemaakt


def zichtbaar_met(kaart: Plaatsingkaart, nood: str) -> bool:
    """Whether a card of a placement to start belongs under the filter `nood` of the board."""
    if nood == "dringend":
        return kaart.dringend
    if nood == "ontbreekt":
        return kaart.stand.status == Plaatsingstatus.VOORSTEL
    return nood != "klaar" or kaart.stand.status == Plaatsingstatus.KLAAR
