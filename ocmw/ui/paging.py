"""Pages whose cost does not grow with the table: the total is exact up to a ceiling, then "meer dan 500"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from ocmw.ui.vastevraag import VasteTelling

PER_PAGINA = 25
PLAFOND = 500


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


def blader(
    vraag: QuerySet[Any],
    nummer: Any,
    *,
    per: int = PER_PAGINA,
    plafond: int = PLAFOND,
    lees: Callable[[QuerySet[Any]], Sequence[Any]] | None = None,
) -> Pagina:
    """One page of an ordered queryset in two queries; a page number that makes no sense gives the first page.

    `lees` turns the rows of the page into plain values, which costs less than model instances. What it joins is joined
    to this page only: the page itself is cut from the one table, along its index.
    Past the last page you get the last one, as long as the total is known exactly.
    """
    geteld = vraag.order_by()[: plafond + 1].count()
    meer_dan = geteld > plafond
    aantal = min(geteld, plafond)
    pagina = int(nummer) if str(nummer).isdecimal() and len(str(nummer)) < 7 else 1
    if not meer_dan:
        pagina = min(pagina, max(1, -(-aantal // per)))
    pagina = max(1, pagina)
    begin = (pagina - 1) * per
    rijen = lees(_alleen_deze(vraag, begin, begin + per + 1)) if lees else list(vraag[begin : begin + per + 1])
    return Pagina(rijen[:per], pagina, per, aantal, meer_dan, len(rijen) > per)


def blader_rijen(rijen: Sequence[Any], nummer: Any, *, per: int = PER_PAGINA) -> Pagina:
    """One page of rows that are in memory already: what is counted from facts cannot be cut by the database."""
    pagina = int(nummer) if str(nummer).isdecimal() and len(str(nummer)) < 7 else 1
    pagina = max(1, min(pagina, -(-len(rijen) // per)))
    begin = (pagina - 1) * per
    volgende = len(rijen) > begin + per
    return Pagina(rijen[begin : begin + per], pagina, per, len(rijen), meer_dan=False, heeft_volgende=volgende)


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
