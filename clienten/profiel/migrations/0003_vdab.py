"""The registration at VDAB is kept once, with the rest of what is asked once."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('profiel', '0002_een_keer'),
    ]

    operations = [
        migrations.AddField(
            model_name='profiel',
            name='vdab',
            field=models.CharField(choices=[('ja', 'ja'), ('nee', 'nee'), ('onbekend', 'onbekend')], default='onbekend', max_length=8, verbose_name='ingeschreven bij VDAB als werkzoekende'),
        ),
        migrations.AddField(
            model_name='profiel',
            name='vdab_hulp',
            field=models.BooleanField(default=False, verbose_name='heeft hulp nodig bij de inschrijving'),
        ),
        migrations.AddField(
            model_name='profiel',
            name='vdab_sinds',
            field=models.DateField(blank=True, null=True, verbose_name='ingeschreven sinds'),
        ),
        migrations.AlterField(
            model_name='profielantwoord',
            name='bron',
            field=models.CharField(choices=[('bundel', 'in de doorverwijsbundel'), ('intake', 'in de intake'), ('fase2', 'bij fase 2'), ('werkprofiel', 'in het werkprofiel'), ('cv', 'bij het cv'), ('evaluatie', 'na een evaluatie'), ('startlijst', 'bij de startlijst'), ('dossier', 'in het dossier')], max_length=12, verbose_name='waar'),
        ),
    ]
