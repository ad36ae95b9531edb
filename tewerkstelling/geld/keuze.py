"""Narrowing and ordering the rows of the radar: they are counted in memory, so they are chosen in memory."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ocmw.ui.paging import sorteer_rijen
from tewerkstelling.geld.radar import Radargroep, Radarrij

SORTERINGEN: dict[str, Callable[[Radarrij], Any]] = {
    "naam": lambda rij: rij.naam.casefold(),
    "reden": lambda rij: rij.kort,
    "bedrag": lambda rij: rij.gemist,
    "coach": lambda rij: rij.coach.casefold() or None,
}


@dataclass(frozen=True)
class Radarkeuze:
    rijen: list[Radarrij]
    groep: Radargroep
    oordeel: str
    coach: str
    ocmw: str
    sortering: str

    @property
    def som(self) -> Decimal:
        return sum((rij.gemist for rij in self.rijen), Decimal(0))

    @property
    def actief(self) -> int:
        return sum(bool(waarde) for waarde in (self.oordeel, self.coach, self.ocmw))


def kies(alle: list[Radarrij], vraag: Mapping[str, str]) -> Radarkeuze:
    """What the address asks; a value that makes no sense does not narrow."""
    groep = next((g for g in Radargroep if g.value == vraag.get("groep")), Radargroep.TE_DOEN)
    oordeel, coach, ocmw = (vraag.get(naam, "") for naam in ("oordeel", "coach", "ocmw"))
    rijen = [
        rij
        for rij in alle
        if rij.groep == groep
        and (not oordeel or rij.oordeel == oordeel)
        and (not coach or (str(rij.coach_id) == coach if coach != "geen" else rij.coach_id is None))
        and (not ocmw or str(rij.ocmw_id) == ocmw)
    ]
    gesorteerd, sortering = sorteer_rijen(rijen, vraag.get("sorteer"), SORTERINGEN, "-bedrag")
    return Radarkeuze(gesorteerd, groep, oordeel, coach, ocmw, sortering)
