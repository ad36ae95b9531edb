"""A question to the database that is built once and asked often.

Building the SQL of a long queryset costs many times what the database needs to answer it. Where the same question comes back with
other values, the ORM compiles it once, with a `Plek` where a value goes, and each time after that only the values are filled in.
The ORM stays the only one that writes SQL, and values stay parameters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Expression, Field, QuerySet


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
