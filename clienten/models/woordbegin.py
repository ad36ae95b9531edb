"""A word in the search column begins like this: one lookup, and on PostgreSQL an index that answers it."""

from typing import Any

from django.db import models
from django.db.models.lookups import Contains


@models.TextField.register_lookup
class Woordbegin(Contains):
    """`zoekwoorden__woordbegin="broe"`, for a column of words each behind a space. PostgreSQL keeps the words themselves in an
    index (migration 0003) and walks the few that begin so; letter triples, which a common name shares with thousands, cost thirty
    times that. SQLite reads through the names."""

    lookup_name = "woordbegin"
    param_pattern = "%% %s%%"

    def get_rhs_op(self, connection: Any, rhs: str) -> str:
        return str(connection.operators["contains"] % rhs)

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        links, parameters = self.process_lhs(compiler, connection)
        # A lexeme between quotes stands as it is: nothing in it is read as an operator.
        woord = str(self.rhs).replace("\\", "\\\\").replace("'", "''")
        woorden = f"array_to_tsvector(array_remove(string_to_array({links}, ' '), ''))"
        return f"{woorden} @@ %s::tsquery", [*parameters, f"'{woord}':*"]
