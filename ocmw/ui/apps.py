from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created


def raam_schijf(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """PostgreSQL guesses that a row by its number costs four times one in order, as on a disk that turns; it would rather read
    every client than look up the hundred that a search found."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # A setting of the connection: no model knows it.
            cursor.execute("SET random_page_cost = 1.1")


class UiConfig(AppConfig):
    name = "ocmw.ui"
    label = "ui"

    def ready(self) -> None:
        connection_created.connect(raam_schijf, dispatch_uid="raam_schijf")
