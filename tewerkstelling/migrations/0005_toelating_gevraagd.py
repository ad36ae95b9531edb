"""The wage and the choice of the client are asked: they say as what the RVA will admit (A17a, A18)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def nog_niet_gevraagd(apps, schema_editor):
    """Full-time was what a contract said when nobody chose: it still counts that way, now as an assumption."""
    apps.get_model("tewerkstelling", "Tewerkstelling").objects.filter(toelating="voltijds").update(toelating="")


def voltijds(apps, schema_editor):
    apps.get_model("tewerkstelling", "Tewerkstelling").objects.filter(toelating="").update(toelating="voltijds")


class Migration(migrations.Migration):

    dependencies = [
        ('clienten', '0002_zoeken'),
        ('tewerkstelling', '0004_talenten'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='tewerkstelling',
            name='maandloon',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, verbose_name='brutoloon per maand'),
        ),
        migrations.AddField(
            model_name='tewerkstelling',
            name='toelating_gevraagd_door',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='tewerkstelling',
            name='toelating_gevraagd_op',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='tewerkstelling',
            name='toelating',
            field=models.CharField(blank=True, choices=[(None, 'Nog niet gevraagd'), ('voltijds', 'Voltijds werknemer: volle dagen'), ('deeltijds', 'Vrijwillig deeltijds: halve dagen')], default='', max_length=10, verbose_name='toelating als'),
        ),
        migrations.AddConstraint(
            model_name='tewerkstelling',
            constraint=models.CheckConstraint(condition=models.Q(('maandloon', None), ('maandloon__gt', 0), _connector='OR'), name='maandloon_niet_negatief', violation_error_message='Het loon is meer dan nul.'),
        ),
        migrations.RunPython(nog_niet_gevraagd, voltijds),
    ]
