"""What came with the installation carried codes of a list that no user has, such as "(A21)": they go. What people published
themselves stays as they wrote it. Version 0.1 had them; a fresh database has none."""

import re

from django.db import migrations

CODES = re.compile(r"\s*\([A-Z]\d{1,2}[a-z]?(?:(?:,| en|-) ?\w+)*\)")
BRONNEN = {
    "eigen aanname van de toepassing; geen bron gevonden": "geen openbare bron",
    "domein T20, T21 en W11": "Vlaams Parlement, SV 319; Verordening 1304/2013, bijlage I; Brussels Times",
}


def schoon(waarde):
    if isinstance(waarde, str):
        return CODES.sub("", BRONNEN.get(waarde, waarde))
    if isinstance(waarde, list):
        return [schoon(deel) for deel in waarde]
    if isinstance(waarde, dict):
        return {naam: schoon(deel) for naam, deel in waarde.items()}
    return waarde


def haal_codes_weg(apps, schema_editor):
    Regelset = apps.get_model("regels", "Regelset")
    for rij in Regelset.objects.filter(gepubliceerd_op=None):
        nieuw = {naam: schoon(getattr(rij, naam)) for naam in ("bron", "toelichting", "waarde")}
        if any(getattr(rij, naam) != waarde for naam, waarde in nieuw.items()):
            # A higher version: every process reads the rules again.
            Regelset.objects.filter(pk=rij.pk).update(**nieuw, versie=rij.versie + 1)


class Migration(migrations.Migration):
    dependencies = [("regels", "0003_huisregels")]

    operations = [migrations.RunPython(haal_codes_weg, migrations.RunPython.noop)]
