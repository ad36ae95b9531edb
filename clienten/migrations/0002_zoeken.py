"""What only PostgreSQL can and must: names in one order whatever the language of the server, and an index to look inside them.

SQLite compares bytes by itself. Its databases are those of small teams, where reading through the names takes milliseconds.
"""

from django.db import migrations

OP = """
CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER TABLE clienten_client ALTER COLUMN zoeknaam TYPE varchar(220) COLLATE "C";
ALTER TABLE clienten_stand ALTER COLUMN zoeknaam TYPE varchar(220) COLLATE "C";
CREATE INDEX client_zoekwoorden ON clienten_client USING gin (zoekwoorden gin_trgm_ops);
"""
AF = """
DROP INDEX IF EXISTS client_zoekwoorden;
ALTER TABLE clienten_stand ALTER COLUMN zoeknaam TYPE varchar(220) COLLATE "default";
ALTER TABLE clienten_client ALTER COLUMN zoeknaam TYPE varchar(220) COLLATE "default";
"""


def op(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(OP)  # no other engine has these


def af(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(AF)  # the extension stays: it may be of somebody else too


class Migration(migrations.Migration):
    dependencies = [("clienten", "0001_begin")]
    operations = [migrations.RunPython(op, af)]
