"""The words of a name in an index of their own, in the place of the letter triples (clienten/models/woordbegin.py)."""

from django.db import migrations

OP = """
CREATE INDEX client_woordbegin ON clienten_client
USING gin (array_to_tsvector(array_remove(string_to_array(zoekwoorden, ' '), '')));
DROP INDEX IF EXISTS client_zoekwoorden;
"""
AF = """
CREATE INDEX client_zoekwoorden ON clienten_client USING gin (zoekwoorden gin_trgm_ops);
DROP INDEX IF EXISTS client_woordbegin;
"""


def op(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(OP)  # no other engine has these


def af(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(AF)  # no other engine has these


class Migration(migrations.Migration):
    dependencies = [("clienten", "0002_zoeken")]
    operations = [migrations.RunPython(op, af)]
