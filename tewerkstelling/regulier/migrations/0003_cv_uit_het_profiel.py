"""The job somebody wants and the licence stand in the Profiel; the cv printed its own words for them (docs/adr/0031)."""

from django.db import migrations

VELDEN = {"jobdoel": "jobdoelwit", "rijbewijs": "rijbewijs"}


def naar_profiel(apps, schema_editor):
    """What the cv said is kept as an answer; it counts where the Profiel said nothing."""
    Cv = apps.get_model("regulier", "Cv")
    Profiel, Antwoord = apps.get_model("profiel", "Profiel"), apps.get_model("profiel", "Profielantwoord")
    for cv in Cv.objects.exclude(jobdoel="", rijbewijs="").order_by("pk").iterator():
        profiel, _ = Profiel.objects.get_or_create(
            client_id=cv.client_id, defaults={"gewijzigd_door_id": cv.gewijzigd_door_id}
        )
        leeg = {"jobdoelwit": not profiel.jobdoelwit, "rijbewijs": profiel.rijbewijs == "onbekend"}
        licentie = "nee" if cv.rijbewijs.strip().lower() in {"nee", "geen", "neen"} else "ja"
        wordt = {"jobdoelwit": cv.jobdoel, "rijbewijs": licentie}
        for kolom, feit in VELDEN.items():
            gezegd = getattr(cv, kolom).strip()
            if not gezegd:
                continue
            if leeg[feit]:
                Profiel.objects.filter(pk=profiel.pk).update(**{feit: wordt[feit]})
            if leeg[feit] or gezegd != profiel.jobdoelwit:
                Antwoord.objects.create(
                    client_id=cv.client_id,
                    feit=feit,
                    waarde=gezegd,
                    bron="cv",
                    op=cv.gewijzigd_op.date(),
                    door_id=cv.gewijzigd_door_id,
                )


def terug_op_het_cv(apps, schema_editor):
    """The cv prints again what counts."""
    Cv, Profiel = apps.get_model("regulier", "Cv"), apps.get_model("profiel", "Profiel")
    for profiel in Profiel.objects.filter(client__cv__isnull=False).iterator():
        rijbewijs = "B" if profiel.rijbewijs == "ja" else ""
        Cv.objects.filter(client_id=profiel.client_id).update(jobdoel=profiel.jobdoelwit[:120], rijbewijs=rijbewijs)


class Migration(migrations.Migration):
    dependencies = [("regulier", "0002_talenten"), ("profiel", "0003_vdab")]
    operations = [
        migrations.RunPython(naar_profiel, terug_op_het_cv),
        migrations.RemoveField(model_name="cv", name="jobdoel"),
        migrations.RemoveField(model_name="cv", name="rijbewijs"),
    ]
