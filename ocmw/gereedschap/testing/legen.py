"""Empty the tables after a test with real commits: only those that hold rows, and without making the rights again.

Django's own flush empties all hundred tables and then writes every content type and permission anew, after each test. Those
two never differ from what the migrations left, so here they stay.
"""

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import TransactionTestCase

BLIJFT = {"django_migrations", "django_content_type", "auth_permission"}
# PostgreSQL refuses a DELETE here, for tests too.
ALLEEN_AANVULLEN = {"journaal_journaalregel"}


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
            truncate = connection.vendor == "postgresql" and tabel in ALLEEN_AANVULLEN
            # A trigger guards what is only added to, and the ORM knows no way past it; the names come from our own models.
            cursor.execute(f"{'TRUNCATE' if truncate else 'DELETE FROM'} {naam(tabel)}")


def _fixture_teardown(self: TransactionTestCase) -> None:
    for alias in self._databases_names(include_mirrors=False):
        leeg(connections[alias])


def leeg_na_elke_test() -> None:
    """Called once, by conftest.py."""
    TransactionTestCase._fixture_teardown = _fixture_teardown
