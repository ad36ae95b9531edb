"""`regel(sleutel, op=...)`: the value of a rule on a day, with its source, so every result can show both.

Every process keeps the published rules in one index. The first question of each request or task asks the database, in one
query, whether they are still those; within that request or task nothing changes any more.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection

from ocmw.regels.bron import Bron
from ocmw.regels.models import Huisregeldeling, Regelset
from ocmw.regels.sleutels import beschrijving


@dataclass(frozen=True)
class Regelwaarde:
    sleutel: str
    waarde: Any
    bron: str
    geldig_van: date
    geldig_tot: date | None
    ocmw: int | None = None

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


class VanWelkOcmw(RuntimeError):
    """A house rule that some OCMW changed was asked without saying for whom: a fault of ours, and any answer would be a
    guess. Say it with `huisregels_van()`."""


class Regelboek:
    """A fixed set of rules, looked up by key. What is calculated inside `met_regels(boek)` uses these and no others.

    `volgt`: an OCMW -> the OCMW whose house rules it works with, when that is another one."""

    def __init__(self, sets: Iterable[Regelwaarde], volgt: Mapping[int, int] | None = None) -> None:
        self.sets = tuple(sets)
        self.volgt = dict(volgt or {})
        self._gewoon: dict[str, list[Regelwaarde]] = {}
        self._eigen: dict[str, dict[int, list[Regelwaarde]]] = {}
        for set_ in self.sets:
            if set_.ocmw is None:
                self._gewoon.setdefault(set_.sleutel, []).append(set_)
            else:
                self._eigen.setdefault(set_.sleutel, {}).setdefault(set_.ocmw, []).append(set_)

    def van(self, sleutel: str) -> tuple[Regelwaarde, ...]:
        """Every set of one rule for everybody, whenever it holds."""
        return tuple(self._gewoon.get(sleutel, ()))

    def zoek(self, sleutel: str, op: date, ocmw: int | None = None) -> Regelwaarde:
        """The own set of `ocmw` (or of the one it follows) on that day, else the one for everybody. Raises VanWelkOcmw when
        some OCMW has an own set and nobody said for which one this is asked."""
        if eigen := self._eigen.get(sleutel):
            if ocmw is None:
                raise VanWelkOcmw(sleutel)
            for set_ in eigen.get(self.volgt.get(ocmw, ocmw), ()):
                if set_.geldt(op):
                    return set_
        for set_ in self._gewoon.get(sleutel, ()):
            if set_.geldt(op):
                return set_
        raise OnbekendeRegel(f"Er is geen regel {sleutel!r} op {op:%d/%m/%Y}.")

    def huis(self, ocmw: int) -> int | None:
        """The same for two OCMWs that get the same answer to every question: one batch can be asked for both."""
        eigenaar = self.volgt.get(ocmw, ocmw)
        return eigenaar if any(eigenaar in per for per in self._eigen.values()) else None

    def met(self, nieuw: Regelwaarde) -> "Regelboek":
        """The same rules with one more set: it takes over from what holds on its first day, as publishing does."""
        sets = []
        for set_ in self.sets:
            anders = (set_.sleutel, set_.ocmw) != (nieuw.sleutel, nieuw.ocmw)
            if anders or not set_.geldt(nieuw.geldig_van):
                sets.append(set_)
            elif set_.geldig_van < nieuw.geldig_van:
                sets.append(replace(set_, geldig_tot=nieuw.geldig_van))
        return Regelboek([*sets, nieuw], self.volgt)


class Luisterboek(Regelboek):
    """The same rules, and whether `sleutel` was asked: what never asked a rule says the same when only that rule changes."""

    def __init__(self, boek: Regelboek, sleutel: str) -> None:
        super().__init__(boek.sets, boek.volgt)
        self.sleutel, self.gevraagd = sleutel, False

    def van(self, sleutel: str) -> tuple[Regelwaarde, ...]:
        self.gevraagd |= sleutel == self.sleutel
        return super().van(sleutel)

    def zoek(self, sleutel: str, op: date, ocmw: int | None = None) -> Regelwaarde:
        self.gevraagd |= sleutel == self.sleutel
        return super().zoek(sleutel, op, ocmw)


# What `met_regels` set, and what this request or task found when it first asked.
_BOEK: ContextVar[Regelboek | None] = ContextVar("regelboek", default=None)
_NU: ContextVar[Regelboek | None] = ContextVar("regels_nu", default=None)
# For which OCMW a house rule is asked: of the dossier that is open, else of who is logged in.
_OCMW: ContextVar[int | None] = ContextVar("huisregels_van", default=None)
Stempel = tuple[int | None, ...]
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


@contextmanager
def huisregels_van(ocmw: int) -> Iterator[None]:
    """Inside this block a house rule is the one of this OCMW: around what derives or shows the dates of its dossiers."""
    vorige = _OCMW.set(ocmw)
    try:
        yield
    finally:
        _OCMW.reset(vorige)


def neem_huisregels_van(ocmw: int) -> None:
    """The same for the rest of this request: a dossier was opened, or somebody is logged in."""
    _OCMW.set(ocmw)


def regel(sleutel: str, *, op: date) -> Regelwaarde:
    """The rule `sleutel` as it holds on `op`; a house rule as it holds in the OCMW it is asked for (`huisregels_van`).
    Raises OnbekendeRegel when no set covers that day."""
    return regelboek().zoek(sleutel, op, _OCMW.get())


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
        index = _index = (stempel, gepubliceerd_boek())
    return index[1]


def _stempel() -> Stempel:
    """Differs after every publication and every correction: those add a row or raise the version of one."""
    # Every page asks this; building the same query with the ORM costs many times what the database needs to answer it.
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*), MAX(id), SUM(versie), (SELECT MAX(id) FROM regels_huisregeldeling),"
            " (SELECT COUNT(*) FROM regels_huisregeldeling), (SELECT SUM(versie) FROM regels_huisregeldeling)"
            " FROM regels_regelset"
        )
        stempel: Stempel = cursor.fetchone()
    return tuple(stempel)


def gepubliceerde_regels() -> tuple[Regelwaarde, ...]:
    """As they stand in the database at this moment."""
    return tuple(
        Regelwaarde(rij.sleutel, rij.waarde, rij.bron, rij.geldig_van, rij.geldig_tot, rij.ocmw_id)
        for rij in Regelset.objects.all()
    )


def gepubliceerd_boek() -> Regelboek:
    """The same, with who works with whose house rules."""
    return Regelboek(gepubliceerde_regels(), dict(Huisregeldeling.objects.values_list("ocmw", "van")))


def kijk_opnieuw(**_: object) -> None:
    """At the start of a request or task: its first question looks whether the rules are still the same."""
    _NU.set(None)
    _OCMW.set(None)


def vergeet_regels() -> None:
    """After a change of rules: this process reads them again at once."""
    global _index
    _index = None
    _NU.set(None)
