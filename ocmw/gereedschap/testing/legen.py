"""Empty the tables after a test with real commits: only those that hold rows, and without making the rights again.

Django's own flush empties all hundred tables and then writes every content type and permission anew, after each test. Those
two never differ from what the migrations left, so here they stay.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.test import TransactionTestCase

BLIJFT = {"django_migrations", "django_content_type", "auth_permission"}
# The database refuses to remove anything here, for tests too: the trigger goes away and comes back, as only an owner can do.
ALLEEN_AANVULLEN = {"journaal_journaalregel", "journaal_zegel"}


def gevulde_tabellen(connection: BaseDatabaseWrapper) -> list[str]:
    tabellen = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - BLIJFT
    naam = connection.ops.quote_name
    with connection.cursor() as cursor:
        # Which of all tables hold anything, in one question: nearly all of them are empty.
        cursor.execute(
            " UNION ALL ".join(f"SELECT '{t}' WHERE EXISTS (SELECT 1 FROM {naam(t)})" for t in sorted(tabellen))
        )
        return [rij[0] for rij in cursor.fetchall()]


def leeg(connection: BaseDatabaseWrapper) -> None:
    naam = connection.ops.quote_name
    # In one transaction: foreign keys are judged at its end, so the order does not matter.
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for tabel in gevulde_tabellen(connection):
            with _zonder_wacht(connection, cursor, tabel) if tabel in ALLEEN_AANVULLEN else nullcontext():
                cursor.execute(
                    f"DELETE FROM {naam(tabel)}"
                )  # the ORM would load and cascade; the names are of our models


@contextmanager
def _zonder_wacht(connection: BaseDatabaseWrapper, cursor: CursorWrapper, tabel: str) -> Iterator[None]:
    if connection.vendor == "postgresql":
        cursor.execute(f"ALTER TABLE {connection.ops.quote_name(tabel)} DISABLE TRIGGER USER")  # Django has no triggers
        yield
        cursor.execute(f"ALTER TABLE {connection.ops.quote_name(tabel)} ENABLE TRIGGER USER")  # as before
        return
    # SQLite cannot disable a trigger; what made it, makes it again.
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [tabel])
    wachten = cursor.fetchall()
    for wacht, _ in wachten:
        cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(wacht)}")  # Django has no triggers
    yield
    for _, sql in wachten:
        cursor.execute(sql)  # its own words, read above


def _fixture_teardown(self: TransactionTestCase) -> None:
    for alias in self._databases_names(include_mirrors=False):
        leeg(connections[alias])


def leeg_na_elke_test() -> None:
    """Called once, by conftest.py."""
    TransactionTestCase._fixture_teardown = _fixture_teardown
