import json
import sys
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ocmw.kalender.klok import vandaag
from ocmw.termijnen.sweep import PARTIJ, markeer


class Command(BaseCommand):
    help = (
        "Markeert de termijnen die vervallen zijn, zoals elke nacht gebeurt, en drukt af wat er gemarkeerd is (JSON)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--op", metavar="DATUM", default="", help="De dag, als JJJJ-MM-DD; zonder is het vandaag.")
        parser.add_argument("--partij", type=int, default=PARTIJ, help="Hoeveel termijnen per transactie.")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            op = date.fromisoformat(opties["op"]) if opties["op"] else vandaag()
        except ValueError:
            self.stderr.write(
                f"{opties['op']!r} is geen datum. Schrijf de dag als JJJJ-MM-DD, bijvoorbeeld 2027-03-31."
            )
            sys.exit(2)
        self.stdout.write(json.dumps(markeer(op, partij=max(1, opties["partij"])).als_json(), indent=1))
