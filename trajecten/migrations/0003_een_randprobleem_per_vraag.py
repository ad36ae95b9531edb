"""After the rows: PostgreSQL changes no table in the transaction that just wrote its rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trajecten", "0002_navragen")]

    operations = [
        migrations.RemoveField(model_name="randprobleem", name="contact_gehouden_op"),
        migrations.RemoveField(model_name="randprobleem", name="werkt_eraan"),
        migrations.RemoveField(model_name="randprobleem", name="werkt_eraan_op"),
        migrations.AddConstraint(
            model_name="randprobleem",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("status__in", ["aangepakt", "open"]), models.Q(("uit_vraag", ""), _negated=True)
                ),
                fields=("client", "uit_vraag"),
                name="een_open_randprobleem_per_vraag",
                violation_error_message="Er staat al een open randprobleem bij deze vraag.",
            ),
        ),
    ]
