import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.test.utils import override_settings

from ocmw.bench.genereer import Wereld
from ocmw.bench.meten import als_tabel
from ocmw.bench.metingen import meet_alles
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Ocmw


class Command(BaseCommand):
    help = (
        "Maakt een grote verzonnen databank en meet pagina's, ronde, invoer en PDF als verhouding tot een referentie."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--clienten", type=int, default=20_000)
        parser.add_argument("--rondes", type=int, default=15)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **opties: Any) -> None:
        if Ocmw.objects.exclude(code="bench").exists():
            raise CommandError("Dit is geen lege databank; de metingen vullen hun eigen databank.")
        wereld = Wereld(vandaag())
        hosts = [*settings.ALLOWED_HOSTS, "testserver"]
        with override_settings(ROOT_URLCONF="ocmw.bench.referentie", ALLOWED_HOSTS=hosts):
            metingen = meet_alles(wereld, opties["clienten"], rondes=opties["rondes"], meld=self.stderr.write)
        if opties["json"]:
            self.stdout.write(json.dumps([meting.__dict__ for meting in metingen], indent=1))
        else:
            self.stdout.write(f"\n{connection.vendor}, {opties['clienten']} cliënten\n\n{als_tabel(metingen)}\n")
