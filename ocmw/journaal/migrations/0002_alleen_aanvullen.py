"""The journaal refuses UPDATE (both engines) and DELETE (PostgreSQL) below Django too."""

from django.db import migrations

POSTGRES_OP = """
CREATE FUNCTION journaal_alleen_aanvullen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Het journaal wordt alleen aangevuld.';
END $$;
CREATE TRIGGER journaal_alleen_aanvullen BEFORE UPDATE OR DELETE ON journaal_journaalregel
    FOR EACH ROW EXECUTE FUNCTION journaal_alleen_aanvullen();
"""
POSTGRES_AF = """
DROP TRIGGER IF EXISTS journaal_alleen_aanvullen ON journaal_journaalregel;
DROP FUNCTION IF EXISTS journaal_alleen_aanvullen();
"""
SQLITE_OP = """
CREATE TRIGGER journaal_alleen_aanvullen BEFORE UPDATE ON journaal_journaalregel
BEGIN SELECT RAISE(ABORT, 'Het journaal wordt alleen aangevuld.'); END;
"""
SQLITE_AF = "DROP TRIGGER IF EXISTS journaal_alleen_aanvullen;"


def _voer_uit(schema_editor, postgres, sqlite):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(postgres)  # Django has no triggers
    else:
        schema_editor.connection.cursor().execute(sqlite)  # the same trigger in SQLite's words


def op(apps, schema_editor):
    _voer_uit(schema_editor, POSTGRES_OP, SQLITE_OP)


def af(apps, schema_editor):
    _voer_uit(schema_editor, POSTGRES_AF, SQLITE_AF)


class Migration(migrations.Migration):
    dependencies = [("journaal", "0001_begin")]
    operations = [migrations.RunPython(op, af)]
