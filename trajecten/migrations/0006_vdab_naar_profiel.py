"""What the intakes know of the registration at VDAB goes to the Profiel, with who said it and when. The intake keeps its own
words as the record of that talk (docs/adr/0031)."""

from django.db import migrations
from django.db.models import Q


def naar_profiel(apps, schema_editor):
    Intake = apps.get_model("trajecten", "Intake")
    Profiel, Antwoord = apps.get_model("profiel", "Profiel"), apps.get_model("profiel", "Profielantwoord")
    gezegd = ~Q(vdab_ingeschreven="onbekend") | Q(vdab_sinds__isnull=False) | Q(vdab_hulp_nodig=True)
    for intake in Intake.objects.filter(gezegd).order_by("pk").iterator():
        nieuw = {}
        if intake.vdab_ingeschreven != "onbekend":
            nieuw["vdab"] = intake.vdab_ingeschreven
        if intake.vdab_sinds:
            nieuw["vdab_sinds"] = intake.vdab_sinds
        if intake.vdab_hulp_nodig:
            nieuw["vdab_hulp"] = True
        profiel, _ = Profiel.objects.get_or_create(
            client_id=intake.client_id, defaults={"gewijzigd_door_id": intake.gewijzigd_door_id}
        )
        Profiel.objects.filter(pk=profiel.pk).update(**nieuw)
        op = intake.gehouden_op or intake.afgerond_op or intake.gewijzigd_op.date()
        Antwoord.objects.bulk_create(
            Antwoord(
                client_id=intake.client_id,
                feit=feit,
                waarde={True: "ja"}.get(waarde, str(waarde)),
                bron="intake",
                op=op,
                door_id=intake.gewijzigd_door_id,
            )
            for feit, waarde in nieuw.items()
        )


class Migration(migrations.Migration):
    dependencies = [("trajecten", "0005_uit_intake"), ("profiel", "0003_vdab")]
    operations = [migrations.RunPython(naar_profiel, migrations.RunPython.noop)]
