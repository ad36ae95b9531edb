"""Words and a picture per domain for the client, agreements of a visit, and the lists every installation starts with."""

from django.db import migrations, models

from tewerkstelling.evaluaties.basis import VOOR_CLIENT, laad_basislijsten


def laad(apps, schema_editor):
    schaal, lijst, domein, competentie = (
        apps.get_model("evaluaties", naam) for naam in ("Schaal", "Competentielijst", "Domein", "Competentie")
    )
    for naam, (clientnaam, beeld) in VOOR_CLIENT.items():  # lists that an earlier installation loaded
        domein.objects.filter(naam=naam, clientnaam="").update(clientnaam=clientnaam, beeld=beeld)
    laad_basislijsten(schaal, lijst, domein, competentie)


class Migration(migrations.Migration):
    dependencies = [("evaluaties", "0002_basislijsten"), ("trajecten", "0004_antwoord_gelezen")]
    operations = [
        migrations.AddField(
            model_name="domein",
            name="beeld",
            field=models.CharField(
                choices=[
                    ("hand-thumbs-up", "Duim omhoog"),
                    ("stars", "Sterren"),
                    ("alarm", "Wekker"),
                    ("people", "Mensen"),
                    ("chat-dots", "Praten"),
                    ("person-arms-up", "Iemand met de armen omhoog"),
                    ("signpost-split", "Wegwijzer"),
                    ("tools", "Gereedschap"),
                ],
                default="hand-thumbs-up",
                max_length=20,
                verbose_name="beeld voor de cliënt",
            ),
        ),
        migrations.AddField(
            model_name="domein",
            name="clientnaam",
            field=models.CharField(
                blank=True, default="", max_length=60, verbose_name="domein in woorden voor de cliënt"
            ),
        ),
        migrations.AddField(
            model_name="werkbezoek",
            name="afspraken",
            field=models.ManyToManyField(blank=True, related_name="werkbezoeken", to="trajecten.actiepunt"),
        ),
        migrations.RunPython(laad, migrations.RunPython.noop),
    ]
