"""`regel(sleutel, op=...)`: the value of a rule on a day, with its source, so every result can show both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.cache import cache

from ocmw.regels.models import Regelset

_CACHE = "regels"
_SECONDEN = 60


@dataclass(frozen=True)
class Regelwaarde:
    sleutel: str
    waarde: Any
    bron: str
    geldig_van: date
    geldig_tot: date | None

    def __str__(self) -> str:
        return f"{self.waarde} (regel {self.sleutel}, geldig vanaf {self.geldig_van:%d/%m/%Y}; bron: {self.bron})"


class OnbekendeRegel(LookupError):
    """No rule set covers this key on this day."""


def regel(sleutel: str, *, op: date) -> Regelwaarde:
    """The rule `sleutel` as it holds on `op`. Raises OnbekendeRegel when no set covers that day."""
    return zoek_in(alle_regels(), sleutel, op)


def zoek_in(sets: Iterable[Regelwaarde], sleutel: str, op: date) -> Regelwaarde:
    """The same among sets that were read before: a list of many rows reads them once."""
    for set_ in sets:
        if set_.sleutel == sleutel and set_.geldig_van <= op and (set_.geldig_tot is None or op < set_.geldig_tot):
            return set_
    raise OnbekendeRegel(f"Er is geen regel {sleutel!r} op {op:%d/%m/%Y}.")


def alle_regels() -> tuple[Regelwaarde, ...]:
    """All sets, from a cache of a minute: a change is seen by every process within that minute."""
    sets = cache.get(_CACHE)
    if sets is None:
        sets = tuple(
            Regelwaarde(rij.sleutel, rij.waarde, rij.bron, rij.geldig_van, rij.geldig_tot)
            for rij in Regelset.objects.all()
        )
        cache.set(_CACHE, sets, _SECONDEN)
    return sets


def vergeet_regels() -> None:
    """After a change of rules: this process reads them again at once."""
    cache.delete(_CACHE)
