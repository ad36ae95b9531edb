"""What the RVA was asked about besides start and hours, so that an answer that is no longer true shows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rechtenteller", "0001_begin")]
    operations = [
        migrations.AddField(
            "rvaberekening",
            "basis_feiten",
            models.JSONField(blank=True, editable=False, null=True, verbose_name="feiten in de aanvraag"),
        ),
    ]
