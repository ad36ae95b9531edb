"""The rule sets every installation starts with; later changes are rows, made on the screen of the rules."""

from django.db import migrations

from ocmw.regels.basis import BASISREGELS


def laad(apps, schema_editor):
    Regelset = apps.get_model("regels", "Regelset")
    for sleutel, waarde, van, tot, bron, toelichting in BASISREGELS:
        Regelset.objects.get_or_create(
            sleutel=sleutel,
            geldig_van=van,
            defaults={"waarde": waarde, "geldig_tot": tot, "bron": bron, "toelichting": toelichting},
        )


class Migration(migrations.Migration):
    dependencies = [("regels", "0001_begin")]
    # Going back leaves the rows: somebody may have changed them.
    operations = [migrations.RunPython(laad, migrations.RunPython.noop)]
