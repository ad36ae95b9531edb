"""No two contracts of one client and no two interruptions of one contract on the same day: PostgreSQL refuses it itself.

SQLite has no exclusion constraints; there the actions refuse, behind the same lock (tewerkstelling/actions)."""

from django.db import migrations

OP = """
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE tewerkstelling_tewerkstelling ADD CONSTRAINT contract_zonder_overlap
    EXCLUDE USING gist (client_id WITH =, daterange(van, tot, '[)') WITH &&);
ALTER TABLE tewerkstelling_onderbreking ADD CONSTRAINT onderbreking_zonder_overlap
    EXCLUDE USING gist (contract_id WITH =, daterange(van, tot, '[)') WITH &&);
"""
AF = """
ALTER TABLE tewerkstelling_tewerkstelling DROP CONSTRAINT IF EXISTS contract_zonder_overlap;
ALTER TABLE tewerkstelling_onderbreking DROP CONSTRAINT IF EXISTS onderbreking_zonder_overlap;
"""


def op(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(OP)  # on the model it would be asked of SQLite too, which has none


def af(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(AF)  # the way back of the above


class Migration(migrations.Migration):
    dependencies = [("tewerkstelling", "0001_begin")]
    operations = [migrations.RunPython(op, af)]
