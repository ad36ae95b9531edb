"""Two roles of PostgreSQL: the owner changes tables, the role of the website only fills them (docs/adr/0043).

Who breaks into the website then has no right to drop a table, to switch off a trigger, or to change a row of the journaal. On
SQLite there is one file and one user: there the triggers are all there is.
"""

import os

import dj_database_url
from django.db import connection

ALLEEN_TOEVOEGEN = ("journaal_journaalregel", "journaal_zegel")
ALLEEN_LEZEN = ("django_migrations",)


def rol_van_de_website() -> str:
    """The user of DATABASE_URL when migrations have a user of their own (OCMW_EIGENAAR_URL); empty when there is one."""
    if connection.vendor != "postgresql" or not os.environ.get("OCMW_EIGENAAR_URL"):
        return ""
    rol = dj_database_url.parse(os.environ.get("DATABASE_URL", "")).get("USER", "")
    return "" if rol == connection.settings_dict["USER"] else str(rol)


def is_eigenaar() -> bool:
    """Whether this connection may change tables. A new database belongs to whoever may make tables in it."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        # Who owns a table stands in the catalogue only.
        cursor.execute(
            "SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('django_migrations')"
        )
        rij = cursor.fetchone()
    return rij is None or bool(rij[0])


def verleen_rechten(rol: str) -> None:
    """What the website needs and nothing more. Run by the owner, after every migrate; may run as often as you like.

    Raises DatabaseError when the role does not exist.
    """
    naam = connection.ops.quote_name(rol)
    zinnen = [
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {naam}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {naam}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {naam}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {naam}",
        f"REVOKE UPDATE, DELETE ON {', '.join(ALLEEN_TOEVOEGEN)} FROM {naam}",
        f"REVOKE INSERT, UPDATE, DELETE ON {', '.join(ALLEEN_LEZEN)} FROM {naam}",
    ]
    with connection.cursor() as cursor:
        for zin in zinnen:
            cursor.execute(zin)  # rights are no rows: Django has no words for them
