"""The day by which a mentor answers, for an installation that loaded its first rules before."""

from django.db import migrations

from ocmw.regels.basis.evaluatie import REGELS


def vul_aan(apps, schema_editor):
    Regelset = apps.get_model("regels", "Regelset")
    bekend = set(Regelset.objects.values_list("sleutel", flat=True))
    for sleutel, waarde, van, tot, bron, toelichting in REGELS:
        # A key that is there already is in the hands of the coordinator.
        if sleutel not in bekend:
            Regelset.objects.create(
                sleutel=sleutel, geldig_van=van, waarde=waarde, geldig_tot=tot, bron=bron, toelichting=toelichting
            )


class Migration(migrations.Migration):
    dependencies = [("regels", "0005_een_ritme_voor_de_nazorg")]
    operations = [migrations.RunPython(vul_aan, migrations.RunPython.noop)]
