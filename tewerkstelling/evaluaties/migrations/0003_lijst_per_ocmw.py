"""A competence list belongs to an OCMW. What was everybody's stays so, until an OCMW makes its own version (ADR 0028)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def van_het_ene_ocmw(apps, schema_editor):
    """Where there is one OCMW, what its people made is its own: it can go on editing what is not used yet."""
    ocmws = list(apps.get_model("toegang", "Ocmw").objects.all()[:2])
    if len(ocmws) == 1:
        lijsten = apps.get_model("evaluaties", "Competentielijst").objects.filter(gewijzigd_door__isnull=False)
        lijsten.update(ocmw=ocmws[0])


class Migration(migrations.Migration):

    dependencies = [
        ('evaluaties', '0002_talenten'),
        ('toegang', '0002_installatierecht'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='competentielijst',
            name='competentielijst_uniek',
        ),
        migrations.AddField(
            model_name='competentielijst',
            name='ocmw',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='competentielijsten', to='toegang.ocmw'),
        ),
        migrations.AddConstraint(
            model_name='competentielijst',
            constraint=models.UniqueConstraint(condition=models.Q(('ocmw', None)), fields=('code', 'nummer'), name='competentielijst_uniek', violation_error_message='Deze versie bestaat al.'),
        ),
        migrations.AddConstraint(
            model_name='competentielijst',
            constraint=models.UniqueConstraint(fields=('ocmw', 'code', 'nummer'), name='competentielijst_uniek_per_ocmw', violation_error_message='Deze versie bestaat al.'),
        ),
        migrations.RunPython(van_het_ene_ocmw, migrations.RunPython.noop),
    ]
