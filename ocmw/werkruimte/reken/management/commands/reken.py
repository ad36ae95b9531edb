"""`bin/manage reken SOORT`: one question as JSON on standard input, the answer as JSON on standard output."""

import json
import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from ocmw.werkruimte.reken.invoer import Onbruikbaar, lees_gegevens
from ocmw.werkruimte.reken.soorten import SOORTEN, kies, reken

ONBRUIKBAAR = 2
NIET_GESCHREVEN = "Het antwoord kan niet geschreven worden."


class Command(BaseCommand):
    help = (
        f"Rekent een geval na. SOORT is {', '.join(SOORTEN)}; de feiten komen als JSON op standaardinvoer. "
        'Feiten van rechtenteller: {"start"} en, als ze bekend zijn, "tot_en_met" (laatste dag van het contract), "op" '
        '(tel tot en met deze dag), "geboortedatum", "uren", "voltijds" (38), "dagen_per_week" (5), "toelating" '
        '("voltijds" of "deeltijds"), "al_bewezen", "vorige_toelating", "aanvraag", en "gebeurtenissen": een lijst van '
        '{"soort", "van", "tot_en_met"}. Zie docs/rechtenteller.md.'
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        # Not `choices`: argparse would answer with a page of usage where a script expects one line.
        parser.add_argument("soort", nargs="*", metavar="SOORT")

    def handle(self, *args: Any, soort: list[str], **options: Any) -> None:
        try:
            functie = kies(soort)  # before reading: a mistyped soort must not wait for input
            antwoord = reken(functie, lees_gegevens(_lees_invoer()))
        except Onbruikbaar as fout:
            self._weiger(str(fout))
        except DatabaseError:
            self._weiger("De databank met de regels is niet bereikbaar of nog niet klaargemaakt.")
        else:
            self._antwoord(antwoord)

    def _antwoord(self, antwoord: dict[str, Any]) -> None:
        if sys.stdout is None:
            self._weiger(NIET_GESCHREVEN)
        try:
            try:
                self.stdout.write(json.dumps(antwoord, ensure_ascii=False, indent=2))
            except UnicodeEncodeError:  # a terminal that knows no é, or half a character that was typed
                self.stdout.write(json.dumps(antwoord, indent=2))
            self.stdout.flush()
        except OSError:  # a full disk, or nobody who reads any more
            # Python flushes once more at its end, and would say so in its own words.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            self._weiger(NIET_GESCHREVEN)

    def _weiger(self, reden: str) -> None:
        if sys.stderr is not None:
            # Control characters in what was typed must not break the one line.
            self.stderr.write(" ".join(reden.split()))
        sys.exit(ONBRUIKBAAR)


def _lees_invoer() -> bytes:
    """Raises Onbruikbaar when there is nothing to read from."""
    try:
        if sys.stdin is not None:
            return sys.stdin.buffer.read()
    except OSError:
        pass
    raise Onbruikbaar("De invoer kan niet gelezen worden. Geef de feiten als JSON op standaardinvoer.")
