"""The two sides of a match as plain facts, and what would have to be different. Pure: no query, no clock."""

from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any

from clienten.enums import Antwoord


@dataclass(frozen=True, slots=True)
class Profielfeiten:
    """What is known of a client. Empty means not asked. `ziet_beperking`: this reader may know what the body allows."""

    client: int = 0
    sectoren: tuple[str, ...] = ()
    sectoren_niet: tuple[str, ...] = ()
    realistisch: str = Antwoord.ONBEKEND
    talenten: tuple[str, ...] = ()
    te_leren: tuple[str, ...] = ()
    uren_min: Decimal | None = None
    uren_max: Decimal | None = None
    kan_van: time | None = None
    kan_tot: time | None = None
    werktijden: tuple[str, ...] = ()
    max_reisminuten: int | None = None
    vervoer: tuple[str, ...] = ()
    rijbewijs: str = Antwoord.ONBEKEND
    vrij_vanaf: date | None = None
    beperkt: str = Antwoord.ONBEKEND
    niet_mogelijk: tuple[str, ...] = ()
    taal: str = ""
    mag_werken: str = Antwoord.ONBEKEND
    kinderopvang: str = Antwoord.ONBEKEND
    mobiliteit: str = Antwoord.ONBEKEND
    werkt_tot: date | None = None  # first day after the contract that still runs
    ziet_beperking: bool = True
    ingevuld: bool = False


@dataclass(frozen=True, slots=True)
class Plekfeiten:
    """What is known of a place. `vrij` places today; when there are none, one may come on `komt_vrij_op`.

    `mentorplaatsen` is how many more people its mentors can guide; None when nobody is named. An empty list of demands
    means that nobody filled it in, not that the work asks nothing.
    """

    werkplek: int = 0
    sector: str = ""
    talenten: tuple[str, ...] = ()  # what the tasks ask
    uren: Decimal | None = None
    taalniveau: str = ""
    eisen: tuple[str, ...] = ()
    werktijden: tuple[str, ...] = ()
    begint_om: time | None = None
    eindigt_om: time | None = None
    rijbewijs_nodig: bool = False
    reisminuten: int | None = None
    vrij: int = 1
    komt_vrij_op: date | None = None
    mentorplaatsen: int | None = None
    in_voorbereiding: int = 0  # placements of other people that are being prepared for it
    actief: bool = True
    wacht_tot: date | None = None  # only a counter-fact sets this: the place can wait for somebody


class Zijde(Enum):
    PLEK = "plek"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Tegenfeit:
    """What would make it fit; `zin` completes "Zou passen als ..."."""

    zijde: Zijde
    zin: str
    wijzigingen: tuple[tuple[str, Any], ...] = field(compare=False)


def pas_toe(profiel: Profielfeiten, plek: Plekfeiten, anders: Tegenfeit) -> tuple[Profielfeiten, Plekfeiten]:
    """The same two with the counter-fact true."""
    wijziging = dict(anders.wijzigingen)
    if anders.zijde == Zijde.CLIENT:
        return replace(profiel, **wijziging), plek
    return profiel, replace(plek, **wijziging)


def als_plek(zin: str, **wijzigingen: Any) -> Tegenfeit:
    return Tegenfeit(Zijde.PLEK, zin, tuple(wijzigingen.items()))


def als_client(zin: str, **wijzigingen: Any) -> Tegenfeit:
    return Tegenfeit(Zijde.CLIENT, zin, tuple(wijzigingen.items()))
