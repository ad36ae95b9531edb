"""An interruption may go on without anybody knowing when it ends."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clienten', '0004_sluiting'),
        ('tewerkstelling', '0005_toelating_gevraagd'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='onderbreking',
            name='onderbreking_periode',
        ),
        migrations.AlterField(
            model_name='onderbreking',
            name='tot',
            field=models.DateField(blank=True, help_text='First day after the interruption.', null=True),
        ),
        migrations.AddConstraint(
            model_name='onderbreking',
            constraint=models.CheckConstraint(condition=models.Q(('tot', None), ('tot__gt', models.F('van')), _connector='OR'), name='onderbreking_periode', violation_error_message='De laatste dag ligt niet voor de eerste dag.'),
        ),
    ]
