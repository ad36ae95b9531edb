"""Art.60 can run beside a contract of another kind; two of art.60, or two of the others, still share no day."""

from django.db import migrations

AF = "ALTER TABLE tewerkstelling_tewerkstelling DROP CONSTRAINT IF EXISTS contract_zonder_overlap;"
OP = f"""
{AF}
ALTER TABLE tewerkstelling_tewerkstelling ADD CONSTRAINT contract_zonder_overlap
    EXCLUDE USING gist (client_id WITH =, ((soort = 'art60')::int) WITH =, daterange(van, tot, '[)') WITH &&);
"""
TERUG = f"""
{AF}
ALTER TABLE tewerkstelling_tewerkstelling ADD CONSTRAINT contract_zonder_overlap
    EXCLUDE USING gist (client_id WITH =, daterange(van, tot, '[)') WITH &&);
"""


def op(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(OP)  # SQLite has no exclusion constraints: there the actions refuse, behind their lock


def terug(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(TERUG)  # the way back of the above


class Migration(migrations.Migration):
    dependencies = [("tewerkstelling", "0002_geen_overlap")]
    operations = [migrations.RunPython(op, terug)]
