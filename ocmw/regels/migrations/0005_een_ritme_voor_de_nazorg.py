"""Two rules said how often there is contact in the nazorg. The termijn follows `traject.stilte_dagen`; the other one goes."""

from django.db import migrations


def verwijder(apps, schema_editor):
    apps.get_model("regels", "Regelset").objects.filter(sleutel="nazorg.contact_maanden").delete()


class Migration(migrations.Migration):
    dependencies = [("regels", "0004_concept")]
    operations = [migrations.RunPython(verwijder, migrations.RunPython.noop)]
