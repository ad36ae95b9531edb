"""One list: the order the address asks, and its pages, whose cost does not grow with the table: the total is exact up to a
ceiling, then "meer dan 500"."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.http import HttpRequest

from ocmw.ui.vastevraag import VasteTelling

PER_PAGINA = 25
PLAFOND = 500

T = TypeVar("T")


@dataclass(frozen=True)
class Pagina:
    rijen: Sequence[Any]
    nummer: int
    per: int
    aantal: int
    meer_dan: bool  # the total stopped counting at the ceiling
    heeft_volgende: bool

    @property
    def heeft_vorige(self) -> bool:
        return self.nummer > 1

    @property
    def vorige(self) -> int:
        return self.nummer - 1

    @property
    def volgende(self) -> int:
        return self.nummer + 1

    @property
    def eerste(self) -> int:
        return (self.nummer - 1) * self.per + 1

    @property
    def laatste(self) -> int:
        return self.eerste + len(self.rijen) - 1

    @property
    def totaal(self) -> str:
        return f"meer dan {self.aantal}" if self.meer_dan else str(self.aantal)

    @property
    def meer_paginas(self) -> bool:
        return self.heeft_vorige or self.heeft_volgende


@dataclass(frozen=True)
class LegeLaatst:
    """Rows in the order of a column that may be empty: `met` a value first, then those `zonder`, in either direction.

    Two queries instead of one NULLS LAST, which neither database reads from an index when the order is turned round.
    """

    met: QuerySet[Any]
    zonder: QuerySet[Any]
    alle: QuerySet[Any]

    def __getitem__(self, stuk: slice) -> list[Any]:
        return self.lees(stuk.start or 0, stuk.stop, lambda vraag, begin, eind: list(vraag[begin:eind]))

    def lees(self, begin: int, eind: int, lees: Callable[[QuerySet[Any], int, int], Sequence[Any]]) -> list[Any]:
        """The rows [begin, eind) of both together; the second part is asked for only where the first ends."""
        rijen = list(lees(self.met, begin, eind))
        nog = eind - begin - len(rijen)
        if nog:
            over = begin - self.met.order_by().count() if begin and not rijen else 0
            rijen += lees(self.zonder, over, over + nog)
        return rijen


def sorteer(
    rijen: QuerySet[Any], sleutel: str | None, sorteringen: Mapping[str, Sequence[str]], standaard: str = ""
) -> tuple[QuerySet[Any] | LegeLaatst, str]:
    """Ordered rows and the key in force ("-naam" turns it round); an unknown key is `standaard`, or else the first one.

    Every row stays: where the column is empty it comes last, in either direction. `rijen` carries its joins already.
    """
    gekozen = _gekozen(sleutel, sorteringen, standaard)
    kolommen = sorteringen[gekozen.removeprefix("-")]
    if gekozen.startswith("-"):
        kolommen = [kolom.removeprefix("-") if kolom.startswith("-") else f"-{kolom}" for kolom in kolommen]
    eerste = kolommen[0].removeprefix("-")
    if not _kan_leeg(rijen, eerste):
        return rijen.order_by(*kolommen), gekozen
    leeg = rijen.filter(**{f"{eerste}__isnull": True}).order_by(*kolommen[1:])
    return LegeLaatst(rijen.filter(**{f"{eerste}__isnull": False}).order_by(*kolommen), leeg, rijen), gekozen


def sorteer_rijen(
    rijen: Iterable[T], sleutel: str | None, sorteringen: Mapping[str, Callable[[T], Any]], standaard: str = ""
) -> tuple[list[T], str]:
    """The same for rows in memory. The first key of `sorteringen` settles what is equal; a key of None comes last."""
    gekozen = _gekozen(sleutel, sorteringen, standaard)
    waarde, gelijk = sorteringen[gekozen.removeprefix("-")], next(iter(sorteringen.values()))
    om = gekozen.startswith("-")
    op_naam = sorted(rijen, key=gelijk, reverse=om)
    met = sorted((rij for rij in op_naam if waarde(rij) is not None), key=waarde, reverse=om)
    return met + [rij for rij in op_naam if waarde(rij) is None], gekozen


def _gekozen(sleutel: str | None, sorteringen: Mapping[str, Any], standaard: str) -> str:
    if sleutel and sleutel.removeprefix("-") in sorteringen:
        return sleutel
    return standaard or next(iter(sorteringen))


def _kan_leeg(rijen: QuerySet[Any], pad: str) -> bool:
    """Whether this column of the model may be NULL; what is counted for a row (an annotation) always has a value."""
    model, leeg = rijen.model, False
    if pad in rijen.query.annotations:
        return False
    for naam in pad.split("__"):
        veld: Any = model._meta.get_field(naam)
        leeg, model = leeg or veld.null, veld.related_model
    return leeg


def bladnummer(request: HttpRequest) -> str:
    """The number in the address: `?pagina=`, or what it was called on some lists before."""
    return request.GET.get("pagina") or request.GET.get("blad", "")


def blader(
    vraag: QuerySet[Any] | LegeLaatst | Sequence[Any],
    nummer: Any,
    *,
    per: int = PER_PAGINA,
    plafond: int = PLAFOND,
    lees: Callable[[QuerySet[Any]], Sequence[Any]] | None = None,
) -> Pagina:
    """One page of ordered rows; a page number that makes no sense gives the first page.

    A queryset costs two queries. `lees` turns the rows of the page into plain values, which costs less than model
    instances; what it joins is joined to this page only: the page itself is cut from the one table, along its index.
    Rows in memory (what is counted from facts cannot be cut by the database) are counted whole.
    Past the last page you get the last one, as long as the total is known exactly.
    """
    if isinstance(vraag, QuerySet | LegeLaatst):
        alle = vraag.alle if isinstance(vraag, LegeLaatst) else vraag
        geteld = alle.order_by()[: plafond + 1].count()
    else:
        geteld = plafond = len(vraag)
    meer_dan = geteld > plafond
    aantal = min(geteld, plafond)
    pagina = int(nummer) if str(nummer).isdecimal() and len(str(nummer)) < 7 else 1
    if not meer_dan:
        pagina = min(pagina, max(1, -(-aantal // per)))
    pagina = max(1, pagina)
    begin = (pagina - 1) * per

    def stuk(deel: Any, van: int, tot: int) -> Sequence[Any]:
        return lees(_alleen_deze(deel, van, tot)) if lees else list(deel[van:tot])

    eind = begin + per + 1
    rijen = vraag.lees(begin, eind, stuk) if isinstance(vraag, LegeLaatst) else stuk(vraag, begin, eind)
    return Pagina(rijen[:per], pagina, per, aantal, meer_dan, len(rijen) > per)


def _alleen_deze(vraag: QuerySet[Any], begin: int, eind: int) -> QuerySet[Any]:
    """The rows [begin, eind) of `vraag` in the same order, as a queryset that others may join to."""
    volgorde = vraag.query.order_by or vraag.model._meta.ordering
    return vraag.model._default_manager.filter(pk__in=vraag.values("pk")[begin:eind]).order_by(*volgorde)


def tel_samen(vragen: Mapping[str, QuerySet[Any]], *, plafond: int) -> dict[str, int]:
    """How many rows each queryset has, at most `plafond` each, all in one query."""
    return VasteTelling.van(vragen, plafond=plafond).tel()


def eerste_van_elk(vragen: list[QuerySet[Any]], *, per: int) -> list[Any]:
    """The primary keys of the first `per` rows of each ordered queryset, in one query."""
    delen: list[str] = []
    parameters: list[Any] = []
    verbinding = connections[vragen[0].db]
    for vraag in vragen:
        try:
            sql, waarden = vraag.values("pk")[:per].query.get_compiler(connection=verbinding).as_sql()
        except EmptyResultSet:
            continue
        delen.append(f"SELECT * FROM ({sql}) deel{len(delen)}")  # noqa: S608 - every part is compiled by the ORM
        parameters.extend(waarden)
    if not delen:
        return []
    with verbinding.cursor() as cursor:
        # Sliced parts: the ORM refuses to put those together on SQLite, which takes them as subqueries.
        cursor.execute(" UNION ALL ".join(delen), parameters)
        return [rij[0] for rij in cursor.fetchall()]
