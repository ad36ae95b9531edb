import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.dossier.controle import controleer


class Command(BaseCommand):
    help = "Leidt termijnen en lijstgegevens opnieuw af uit de feiten en drukt elk verschil af (JSON)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--herstel", action="store_true", help="Zet recht wat afwijkt.")

    def handle(self, *args: Any, **opties: Any) -> None:
        uitslag = controleer(vandaag(), herstel=opties["herstel"])
        self.stdout.write(json.dumps(uitslag.als_json(), indent=1))
