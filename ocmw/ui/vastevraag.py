"""A question to the database that is built once and asked often.

Building the SQL of a long queryset costs many times what the database needs to answer it. Where the same question comes back with
other values, the ORM compiles it once, with a `Plek` where a value goes, and each time after that only the values are filled in.
The ORM stays the only one that writes SQL, and values stay parameters.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Expression, Field, QuerySet

V = TypeVar("V")


class Plek(Expression):
    """Where the value called `naam` goes, prepared as a value of `veld`: `filter(client=Plek("client", BigIntegerField()))`."""

    def __init__(self, naam: str, veld: "Field[Any, Any]") -> None:
        super().__init__(output_field=veld)
        self.naam = naam

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]


@dataclass(frozen=True)
class VasteVraag:
    """A compiled queryset of plain values (`values_list`); safe to share between threads. Without `sql` it has no rows."""

    sql: str
    parameters: tuple[Any, ...]
    omzetters: tuple[tuple[int, tuple[Any, ...], Any], ...]  # column, how its value becomes a Python value, of what
    databank: str

    @classmethod
    def van(cls, vraag: QuerySet[Any, Any]) -> "VasteVraag":
        compiler = vraag.query.get_compiler(vraag.db)
        try:
            sql, parameters = compiler.as_sql()
        except EmptyResultSet:
            return cls("", (), (), vraag.db)
        kolommen = [kolom[0] for kolom in (compiler.select or [])[: compiler.col_count]]
        omzetters = compiler.get_converters(kolommen)
        return cls(
            sql,
            tuple(parameters),
            tuple((plaats, tuple(hoe), wat) for plaats, (hoe, wat) in omzetters.items()),
            vraag.db,
        )

    def rijen(self, **waarden: Any) -> Iterator[tuple[Any, ...]]:
        """The rows with these values filled in, each under the name of its `Plek`. Raises KeyError when one is missing."""
        if not self.sql:
            return
        verbinding = connections[self.databank]
        parameters = [
            deel.output_field.get_db_prep_value(waarden[deel.naam], verbinding) if isinstance(deel, Plek) else deel
            for deel in self.parameters
        ]
        with verbinding.cursor() as cursor:
            # Compiled by the ORM, values stay parameters.
            cursor.execute(self.sql, parameters)
            gevonden = cursor.fetchall()
        for rij in gevonden:
            waarde = list(rij)
            for plaats, omzetten, wat in self.omzetters:
                for zet_om in omzetten:
                    waarde[plaats] = zet_om(waarde[plaats], wat, verbinding)
            yield tuple(waarde)


@dataclass(frozen=True)
class VasteTelling:
    """How many rows each of a few questions has, in one query."""

    namen: tuple[str, ...]
    leeg: tuple[str, ...]  # what can have no rows is not asked
    vraag: VasteVraag

    @classmethod
    def van(cls, vragen: Mapping[str, QuerySet[Any, Any]], *, plafond: int) -> "VasteTelling":
        """Each counts to `plafond` at most, so that it costs the same when there are many."""
        delen: list[str] = []
        namen: list[str] = []
        parameters: list[Any] = []
        databank = next(iter(vragen.values())).db
        for naam, vraag in vragen.items():
            compiler = vraag.order_by().values("pk")[:plafond].query.get_compiler(databank)
            try:
                sql, waarden = compiler.as_sql()
            except EmptyResultSet:
                continue
            delen.append(f"(SELECT COUNT(*) FROM ({sql}) deel{len(delen)})")  # noqa: S608 - compiled by the ORM, values stay parameters
            namen.append(naam)
            parameters.extend(waarden)
        vast = VasteVraag(f"SELECT {', '.join(delen)}" if delen else "", tuple(parameters), (), databank)
        return cls(tuple(namen), tuple(naam for naam in vragen if naam not in namen), vast)

    def tel(self) -> dict[str, int]:
        aantallen = next(self.vraag.rijen(), ())
        return dict.fromkeys(self.leeg, 0) | dict(zip(self.namen, aantallen, strict=True))


class Vragenkas(Generic[V]):
    """What was compiled before, by all that its SQL depends on: who asks, the day, the shape of the filter."""

    def __init__(self, meeste: int = 512) -> None:
        self.meeste = meeste
        self.gemaakt: dict[Hashable, V] = {}

    def geef(self, sleutel: Hashable, maak: Callable[[], V]) -> V:
        gemaakt = self.gemaakt.get(sleutel)
        if gemaakt is None:
            gemaakt = maak()
            if len(self.gemaakt) >= self.meeste:
                self.gemaakt.clear()
            self.gemaakt[sleutel] = gemaakt
        return gemaakt
