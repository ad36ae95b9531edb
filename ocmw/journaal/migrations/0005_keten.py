"""The chain, and a database that removes nothing of it: DELETE on SQLite and TRUNCATE on PostgreSQL passed until now."""

from django.db import migrations, models

TABELLEN = ("journaal_journaalregel", "journaal_zegel")


def _postgres(tabel):
    # The function is that of 0002.
    doe = "FOR EACH STATEMENT EXECUTE FUNCTION journaal_alleen_aanvullen()"
    yield f"CREATE TRIGGER {tabel}_niet_leeg BEFORE TRUNCATE ON {tabel} {doe}"
    if tabel == "journaal_zegel":
        yield f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE ON {tabel} {doe.replace('STATEMENT', 'ROW')}"


def _sqlite(tabel):
    weiger = "BEGIN SELECT RAISE(ABORT, 'Het journaal wordt alleen aangevuld.'); END"
    yield f"CREATE TRIGGER {tabel}_niet_weg BEFORE DELETE ON {tabel} {weiger}"
    if tabel == "journaal_zegel":
        yield f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE ON {tabel} {weiger}"


def op(apps, schema_editor):
    maak = _postgres if schema_editor.connection.vendor == "postgresql" else _sqlite
    for tabel in TABELLEN:
        for zin in maak(tabel):
            schema_editor.execute(zin)  # Django has no triggers


def af(apps, schema_editor):
    op_tabel = schema_editor.connection.vendor == "postgresql"
    for tabel in TABELLEN:
        for naam in ("niet_leeg", "niet_weg", "vast"):
            # PostgreSQL names the table of a trigger, SQLite does not.
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_{naam}" + (f" ON {tabel}" if op_tabel else ""))


class Migration(migrations.Migration):
    dependencies = [("journaal", "0004_soort_aanmelden")]
    operations = [
        migrations.CreateModel(
            name="Zegel",
            fields=[
                ("regel_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("keten", models.BigIntegerField(help_text="The OCMW of the row; 0 for rows of nobody.")),
                ("nummer", models.BigIntegerField(help_text="1, 2, 3 ... within the chain, without a gap.")),
                ("hash", models.BinaryField(max_length=32)),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("keten", "nummer"), name="zegel_nummer_eenmaal")]},
        ),
        migrations.RunPython(op, af),
    ]
