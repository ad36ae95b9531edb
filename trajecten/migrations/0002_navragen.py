"""Contact with the service becomes a log: the one date that stood there is its first row. A "ja" that was answered before gets its
side problem; the clock of what was already open starts on the day of this change, not in the past."""

import django.db.models.deletion
import django.utils.timezone
from datetime import timedelta
from django.conf import settings
from django.db import migrations, models

BELEMMEREND = ("aangepakt", "open")
THEMA_VAN_VRAAG = {"gezondheid": "gezondheid", "verslaving": "verslaving", "andere_hulp": "andere"}


def zet_over(apps, schema_editor):
    Randprobleem = apps.get_model("trajecten", "Randprobleem")
    Navraag = apps.get_model("trajecten", "Navraag")
    Fasebeantwoording = apps.get_model("trajecten", "Fasebeantwoording")
    eerste_check = django.utils.timezone.localdate() + timedelta(days=30)
    for rij in Randprobleem.objects.all().iterator():
        op = rij.contact_gehouden_op or rij.werkt_eraan_op
        if op or rij.werkt_eraan != "onbekend":
            Navraag.objects.create(
                client_id=rij.client_id,
                probleem=rij,
                op=op or rij.gemeld_op,
                met=rij.doorverwezen_naar if rij.contact_gehouden_op else "",
                werkt_eraan=rij.werkt_eraan,
                door_id=rij.gewijzigd_door_id,
                gewijzigd_door_id=rij.gewijzigd_door_id,
                afgeschermd=rij.afgeschermd,
            )
            if rij.contact_gehouden_op and rij.werkt_eraan_op and rij.contact_gehouden_op != rij.werkt_eraan_op:
                # Two days stood there: both stay.
                Navraag.objects.create(
                    client_id=rij.client_id,
                    probleem=rij,
                    op=rij.werkt_eraan_op,
                    werkt_eraan=rij.werkt_eraan,
                    door_id=rij.gewijzigd_door_id,
                    gewijzigd_door_id=rij.gewijzigd_door_id,
                    afgeschermd=rij.afgeschermd,
                )
    Randprobleem.objects.filter(status__in=BELEMMEREND).update(volgende_check_op=eerste_check)
    ja = Fasebeantwoording.objects.filter(antwoord="ja", vraag__in=THEMA_VAN_VRAAG, traject__afgesloten_op=None)
    for antwoord in ja.iterator():
        thema = THEMA_VAN_VRAAG[antwoord.vraag]
        van_thema = Randprobleem.objects.filter(client_id=antwoord.client_id, thema=thema)
        rij = van_thema.filter(status__in=BELEMMEREND).first() or van_thema.first()
        if rij is not None:
            Randprobleem.objects.filter(pk=rij.pk).update(uit_vraag=antwoord.vraag)
        else:
            Randprobleem.objects.create(
                client_id=antwoord.client_id,
                thema=thema,
                afgeschermd=thema != "andere",
                uit_vraag=antwoord.vraag,
                omschrijving=antwoord.toelichting,
                gemeld_op=antwoord.beantwoord_op,
                volgende_check_op=eerste_check,
                gewijzigd_door_id=antwoord.gewijzigd_door_id,
            )


    _toets_nu(schema_editor)


def _toets_nu(schema_editor):
    """PostgreSQL alters no table with rows whose foreign keys it still has to check: let it check them now."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # Django has no word for it
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")  # the way back of the above


def zet_terug(apps, schema_editor):
    Randprobleem = apps.get_model("trajecten", "Randprobleem")
    Navraag = apps.get_model("trajecten", "Navraag")
    for navraag in Navraag.objects.order_by("op", "pk"):
        Randprobleem.objects.filter(pk=navraag.probleem_id).update(
            contact_gehouden_op=navraag.op, werkt_eraan=navraag.werkt_eraan, werkt_eraan_op=navraag.op
        )
    _toets_nu(schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("clienten", "0002_zoeken"),
        ("trajecten", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Navraag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("gewijzigd_op", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("op", models.DateField(verbose_name="wanneer")),
                ("met", models.CharField(blank=True, default="", max_length=120, verbose_name="met welke dienst of wie")),
                (
                    "werkt_eraan",
                    models.CharField(
                        choices=[("ja", "ja"), ("nee", "nee"), ("onbekend", "onbekend")],
                        default="onbekend",
                        max_length=8,
                        verbose_name="werkt de cliënt eraan?",
                    ),
                ),
                ("verslag", models.TextField(blank=True, default="", verbose_name="wat is er gezegd?")),
                ("afgeschermd", models.BooleanField(default=False, editable=False)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="navragen", to="clienten.client"
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gewijzigd_door",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "probleem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="navragen",
                        to="trajecten.randprobleem",
                    ),
                ),
            ],
            options={"verbose_name_plural": "navragen", "ordering": ["-op", "-pk"]},
        ),
        migrations.AddField(
            model_name="randprobleem",
            name="uit_vraag",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                help_text="The question (fasen.VRAGEN) whose ja opened it.",
                max_length=30,
            ),
        ),
        migrations.AddField(
            model_name="randprobleem",
            name="volgende_check_op",
            field=models.DateField(blank=True, null=True, verbose_name="volgende navraag op"),
        ),
        migrations.AlterField(
            model_name="randprobleem",
            name="omschrijving",
            field=models.TextField(blank=True, default="", verbose_name="wat is er aan de hand?"),
        ),
        migrations.RunPython(zet_over, zet_terug),
    ]
