"""`regel(sleutel, op=...)`: the value of a rule on a day, with its source, so every result can show both.

Every process keeps the published rules in one index. The first question of each request or task asks the database, in one
query, whether they are still those; within that request or task nothing changes any more.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from ocmw.regels.bron import Bron
from ocmw.regels.models import Regelset
from ocmw.regels.sleutels import beschrijving


@dataclass(frozen=True)
class Regelwaarde:
    sleutel: str
    waarde: Any
    bron: str
    geldig_van: date
    geldig_tot: date | None

    def __str__(self) -> str:
        return f"{self.waarde} (regel {self.sleutel}, geldig vanaf {self.geldig_van:%d/%m/%Y}; bron: {self.bron})"

    @property
    def naam(self) -> str:
        return beschrijving(self.sleutel, self.waarde).naam

    @property
    def in_woorden(self) -> str:
        return beschrijving(self.sleutel, self.waarde).vorm.in_woorden(self.waarde)

    @property
    def kort(self) -> str:
        """The value on one line: a list of many parts says how many."""
        return beschrijving(self.sleutel, self.waarde).vorm.kort(self.waarde)

    @property
    def herkomst(self) -> Bron:
        return Bron(self.bron)

    def geldt(self, op: date) -> bool:
        return self.geldig_van <= op and (self.geldig_tot is None or op < self.geldig_tot)


class OnbekendeRegel(LookupError):
    """No rule set covers this key on this day."""


class Regelboek:
    """A fixed set of rules, looked up by key. What is calculated inside `met_regels(boek)` uses these and no others."""

    def __init__(self, sets: Iterable[Regelwaarde]) -> None:
        self.sets = tuple(sets)
        self._per_sleutel: dict[str, list[Regelwaarde]] = {}
        for set_ in self.sets:
            self._per_sleutel.setdefault(set_.sleutel, []).append(set_)

    def van(self, sleutel: str) -> tuple[Regelwaarde, ...]:
        """Every set of one rule, whenever it holds."""
        return tuple(self._per_sleutel.get(sleutel, ()))

    def zoek(self, sleutel: str, op: date) -> Regelwaarde:
        for set_ in self._per_sleutel.get(sleutel, ()):
            if set_.geldt(op):
                return set_
        raise OnbekendeRegel(f"Er is geen regel {sleutel!r} op {op:%d/%m/%Y}.")

    def met(self, nieuw: Regelwaarde) -> "Regelboek":
        """The same rules with one more set: it takes over from what holds on its first day, as publishing does."""
        sets = []
        for set_ in self.sets:
            if set_.sleutel != nieuw.sleutel or not set_.geldt(nieuw.geldig_van):
                sets.append(set_)
            elif set_.geldig_van < nieuw.geldig_van:
                sets.append(Regelwaarde(set_.sleutel, set_.waarde, set_.bron, set_.geldig_van, nieuw.geldig_van))
        return Regelboek([*sets, nieuw])


# What `met_regels` set, and what this request or task found when it first asked.
_BOEK: ContextVar[Regelboek | None] = ContextVar("regelboek", default=None)
_NU: ContextVar[Regelboek | None] = ContextVar("regels_nu", default=None)
Stempel = tuple[int, int | None, int | None]
_index: tuple[Stempel, Regelboek] | None = None


@contextmanager
def met_regels(boek: Regelboek) -> Iterator[Regelboek]:
    """Inside this block `regel()` answers from `boek`: rules that are not published yet, or one snapshot for long work.
    Only this thread sees it."""
    vorige = _BOEK.set(boek)
    try:
        yield boek
    finally:
        _BOEK.reset(vorige)


def regel(sleutel: str, *, op: date) -> Regelwaarde:
    """The rule `sleutel` as it holds on `op`. Raises OnbekendeRegel when no set covers that day."""
    return regelboek().zoek(sleutel, op)


def alle_regels() -> tuple[Regelwaarde, ...]:
    """All sets that hold here and now."""
    return regelboek().sets


def regelboek() -> Regelboek:
    """The rules that hold here and now: those of `met_regels`, or as published when this request or task first asked."""
    boek = _BOEK.get() or _NU.get()
    if boek is None:
        boek = _van_nu()
        _NU.set(boek)
    return boek


def _van_nu() -> Regelboek:
    global _index
    # The stamp first: rules that are published between the two queries are read again by the next request.
    stempel, index = _stempel(), _index
    if index is None or index[0] != stempel:
        index = _index = (stempel, Regelboek(gepubliceerde_regels()))
    return index[1]


def _stempel() -> Stempel:
    """Differs after every publication and every correction: those add a row or raise the version of one."""
    # Every page asks this; building the same query with the ORM costs many times what the database needs to answer it.
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*), MAX(id), SUM(versie) FROM regels_regelset")
        aantal, laatste, versies = cursor.fetchone()
    return aantal, laatste, versies


def gepubliceerde_regels() -> tuple[Regelwaarde, ...]:
    """As they stand in the database at this moment."""
    return tuple(
        Regelwaarde(rij.sleutel, rij.waarde, rij.bron, rij.geldig_van, rij.geldig_tot) for rij in Regelset.objects.all()
    )


def kijk_opnieuw(**_: object) -> None:
    """At the start of a request or task: its first question looks whether the rules are still the same."""
    _NU.set(None)


def vergeet_regels() -> None:
    """After a change of rules: this process reads them again at once."""
    global _index
    _index = None
    kijk_opnieuw()
