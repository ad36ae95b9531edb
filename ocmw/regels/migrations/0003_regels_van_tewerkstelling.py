"""Rules that came with the rooms of tewerkstelling, for an installation that loaded its first rules before."""

from django.db import migrations

from ocmw.regels.basis import BASISREGELS


def vul_aan(apps, schema_editor):
    Regelset = apps.get_model("regels", "Regelset")
    bekend = set(Regelset.objects.values_list("sleutel", flat=True))
    for sleutel, waarde, van, tot, bron, toelichting in BASISREGELS:
        # A key that is there already is in the hands of the coordinator.
        if sleutel not in bekend:
            Regelset.objects.create(
                sleutel=sleutel, geldig_van=van, waarde=waarde, geldig_tot=tot, bron=bron, toelichting=toelichting
            )


class Migration(migrations.Migration):
    dependencies = [("regels", "0002_basisregels")]
    operations = [migrations.RunPython(vul_aan, migrations.RunPython.noop)]
