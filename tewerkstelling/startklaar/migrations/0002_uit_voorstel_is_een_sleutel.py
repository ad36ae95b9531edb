"""The number of the match proposal becomes a key. What points at nothing, or at a proposal of somebody else, is empty."""

import django.db.models.deletion
from django.db import migrations, models


def maak_los(apps, schema_editor):
    Plaatsing, Voorstel = apps.get_model("startklaar", "Plaatsing"), apps.get_model("match", "Voorstel")
    zelfde = Voorstel.objects.filter(pk=models.OuterRef("uit_voorstel"), client=models.OuterRef("client"))
    Plaatsing.objects.exclude(uit_voorstel=None).exclude(models.Exists(zelfde)).update(uit_voorstel=None)


class Migration(migrations.Migration):

    dependencies = [
        ("match", "0001_begin"),
        ("startklaar", "0001_begin"),
    ]

    operations = [
        migrations.RunPython(maak_los, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="plaatsing",
            name="uit_voorstel",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                editable=False,
                help_text="The match proposal it came from; of the same client.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="match.voorstel",
            ),
        ),
    ]
