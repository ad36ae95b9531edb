"""The competence lists every installation starts with."""

from django.db import migrations

from tewerkstelling.evaluaties.basis import laad_basislijsten


def laad(apps, schema_editor):
    laad_basislijsten(
        *(apps.get_model("evaluaties", naam) for naam in ("Schaal", "Competentielijst", "Domein", "Competentie"))
    )


class Migration(migrations.Migration):
    dependencies = [("evaluaties", "0001_begin")]
    operations = [migrations.RunPython(laad, migrations.RunPython.noop)]
