"""What was asked in many places is in the Profiel once: the newest answer counts, and every answer stays with who gave it and
when. The questions of phase 5 are the end list: an answer moves there, and where both have one the newest counts and the
other stays as words beside it."""

from django.db import migrations
from django.db.models import F

BUNDEL = {"opleiding": "opleiding", "werkervaring": "werkervaring", "talen": "talen", "wensen": "wensen"}
INTAKE = {"opleiding": "opleiding", "werkervaring": "werkervaring", "interesse": "wensen", "sterktes": "sterktes"}
WOORDEN_FASE2 = {"wil": "wensen", "kan": "sterktes", "diplomas": "opleiding", "computer": "computer"}
KEUZES_FASE2 = {"realistisch": "realistisch", "rijbewijs": "rijbewijs"}
PROFIEL = ("jobdoelwit", "realistisch", "rijbewijs", "computer")
JA_NEE = {"ja", "nee"}
FASE5 = ("kan_blijven", "maatregelen", "sollicitaties_voorbereid", "nieuw_werk")
NAAR = {
    "kan_blijven": ("blijven", {"ja": "ja", "nee": "nee", "onbekend": "onbekend"}),
    "maatregelen": ("maatregelen", {}),
    "sollicitaties_voorbereid": ("sollicitaties", {"ja": "gedaan", "nee": "nog_niet"}),
    "nieuw_werk": ("sollicitaties", {}),
}


def verzamel(apps):
    """(client, moment, who, where, fact, value) of everything that was said before."""
    for naam, kaart, bron in (("Doorverwijzing", BUNDEL, "bundel"), ("Intake", INTAKE, "intake")):
        for rij in apps.get_model("trajecten", naam).objects.iterator():
            for veld, feit in kaart.items():
                if (waarde := getattr(rij, veld)).strip():
                    yield rij.client_id, rij.gewijzigd_op, rij.gewijzigd_door_id, bron, feit, waarde
    vragen = [*WOORDEN_FASE2, *KEUZES_FASE2]
    for rij in apps.get_model("trajecten", "Fasebeantwoording").objects.filter(vraag__in=vragen).iterator():
        feit = WOORDEN_FASE2.get(rij.vraag) or KEUZES_FASE2[rij.vraag]
        waarde = rij.toelichting if rij.vraag in WOORDEN_FASE2 else rij.antwoord
        if waarde.strip() and (rij.vraag in WOORDEN_FASE2 or waarde in JA_NEE):
            yield rij.client_id, rij.gewijzigd_op, rij.gewijzigd_door_id, "fase2", feit, waarde
    for rij in apps.get_model("profiel", "Profiel").objects.iterator():
        for feit in PROFIEL:
            if (waarde := getattr(rij, feit)).strip() and waarde != "onbekend":
                yield rij.client_id, rij.gewijzigd_op, rij.gewijzigd_door_id, "dossier", feit, waarde


def vul_profiel(apps, schema_editor):
    Profiel, Antwoord = apps.get_model("profiel", "Profiel"), apps.get_model("profiel", "Profielantwoord")
    per_client = {}
    for client, *gezegd in verzamel(apps):
        per_client.setdefault(client, []).append(gezegd)
    for client, alles in per_client.items():
        alles.sort(key=lambda gezegd: gezegd[0])
        Antwoord.objects.bulk_create(
            Antwoord(client_id=client, op=moment.date(), door_id=door, bron=bron, feit=feit, waarde=waarde)
            for moment, door, bron, feit, waarde in alles
        )
        nieuwste = {feit: waarde for _, _, _, feit, waarde in alles}
        profiel, nieuw = Profiel.objects.get_or_create(client_id=client, defaults=nieuwste)
        if not nieuw:
            Profiel.objects.filter(pk=profiel.pk).update(**nieuwste, versie=F("versie") + 1)


def naar_de_eindlijst(apps, schema_editor):
    Eindepunt = apps.get_model("einde", "Eindepunt")
    Contract = apps.get_model("tewerkstelling", "Tewerkstelling")
    oud = apps.get_model("trajecten", "Fasebeantwoording").objects.filter(vraag__in=FASE5)
    for rij in oud.select_related("gewijzigd_door").order_by("gewijzigd_op"):
        contract = Contract.objects.filter(client_id=rij.client_id, soort="art60").order_by("-van").first()
        if contract is None:
            continue  # no list to move to: the answer stays where it is
        code, vertaling = NAAR[rij.vraag]
        antwoord = vertaling.get(rij.antwoord, "")
        punt = Eindepunt.objects.filter(contract=contract, code=code).first()
        if punt is None:
            Eindepunt.objects.create(
                client_id=rij.client_id, contract=contract, code=code, antwoord=antwoord, toelichting=_woorden(rij),
                beantwoord_op=rij.beantwoord_op, gewijzigd_op=rij.gewijzigd_op, gewijzigd_door=rij.gewijzigd_door,
            )  # fmt: skip
        else:
            _leg_samen(punt, rij, antwoord)
        rij.delete()


def _woorden(rij):
    """The words, and the answer when the list has no such answer."""
    los = "" if rij.antwoord in NAAR[rij.vraag][1] or not rij.antwoord else f"Nieuw werk zoeken: {rij.antwoord}."
    return " ".join(deel for deel in (los, rij.toelichting.strip()) if deel)


def _leg_samen(punt, rij, antwoord):
    wie = f"{rij.gewijzigd_door.voornaam} {rij.gewijzigd_door.achternaam}".strip() if rij.gewijzigd_door else ""
    if antwoord and antwoord != punt.antwoord and rij.gewijzigd_op > punt.gewijzigd_op:
        if punt.antwoord:
            punt.toelichting = f"{punt.toelichting}\nEerder op deze lijst, op {punt.beantwoord_op:%d/%m/%Y}: {punt.antwoord.replace('_', ' ')}."
        punt.antwoord, punt.beantwoord_op = antwoord, rij.beantwoord_op
        punt.gewijzigd_op, punt.gewijzigd_door = rij.gewijzigd_op, rij.gewijzigd_door
    elif rij.antwoord and antwoord != punt.antwoord:
        door = f" door {wie}" if wie else ""
        punt.toelichting = f"{punt.toelichting}\nIn fase 5, op {rij.beantwoord_op:%d/%m/%Y}{door}: {rij.antwoord}."
    if woorden := _woorden(rij):
        punt.toelichting = f"{punt.toelichting}\n{woorden}"
    punt.toelichting, punt.versie = punt.toelichting.strip(), punt.versie + 1
    punt.save()


class Migration(migrations.Migration):

    dependencies = [
        ("einde", "0001_begin"),
        ("profiel", "0002_een_keer"),
        ("tewerkstelling", "0001_begin"),
        ("trajecten", "0001_begin"),
    ]

    operations = [
        migrations.RunPython(vul_profiel, migrations.RunPython.noop),
        migrations.RunPython(naar_de_eindlijst, migrations.RunPython.noop),
    ]
