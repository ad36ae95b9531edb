"""`importeer_caseload FILE --ocmw CODE [--proef]`: the import without a screen; prints what it did as JSON."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.invoer.actions import beoordeel_invoer, bewaar_bladen, neem_over
from ocmw.werkruimte.invoer.samenvatting import samenvatting
from ocmw.werkruimte.invoer.werkboek import MAX_BESTAND, TE_GROOT, lees_werkboek


class Command(BaseCommand):
    help = "Neemt een caseload uit een rekenblad over in de dossiers van een OCMW."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path)
        parser.add_argument("--ocmw", required=True, help="de code van het OCMW, bijvoorbeeld aalst")
        parser.add_argument("--proef", action="store_true", help="alleen nakijken, niets bewaren")
        parser.add_argument("--door", default="", help="e-mailadres van wie invoert; anders de eerste coördinator")

    def handle(self, *args: Any, bestand: Path, ocmw: str, proef: bool, door: str, **options: Any) -> None:
        try:
            resultaat = self._voer_in(bestand, ocmw, door, proef=proef)
        except Geweigerd as weigering:
            self.stderr.write(" ".join(weigering.reden.split()))
            sys.exit(2)
        self.stdout.write(json.dumps(resultaat, ensure_ascii=False, indent=2))

    def _voer_in(self, bestand: Path, code: str, email: str, *, proef: bool) -> dict[str, Any]:
        ocmw = Ocmw.objects.filter(code=code).first()
        if ocmw is None:
            raise Geweigerd(f"Er is geen OCMW met code '{code}'.")
        door = _wie(ocmw, email)
        ruw = _lees(bestand)
        bladen = lees_werkboek(ruw)  # before the transaction: it takes its time in another process
        with transaction.atomic():
            invoer = bewaar_bladen(bladen, ruw=ruw, bestandsnaam=bestand.name, ocmw=ocmw, door=door, op=vandaag())
            beoordeel_invoer(invoer, door=door, op=vandaag())
            if proef:
                resultaat = samenvatting(invoer)
                transaction.set_rollback(True)
                return resultaat
        return samenvatting(neem_over(invoer, door=door, op=vandaag()))


def _lees(bestand: Path) -> bytes:
    try:
        if bestand.stat().st_size > MAX_BESTAND:
            raise Geweigerd(TE_GROOT)
        return bestand.read_bytes()
    except OSError as fout:
        raise Geweigerd(f"We kunnen het bestand '{bestand}' niet lezen.") from fout


def _wie(ocmw: Ocmw, email: str) -> Medewerker:
    """Who stands in the journaal as the one who imported."""
    collegas = Medewerker.objects.filter(ocmw=ocmw, is_active=True).order_by("pk")
    if email:
        collegas = collegas.filter(email=email.lower())
    gevonden = next((collega for collega in collegas if collega.mag(Recht.INVOEREN)), None)
    if gevonden is None:
        raise Geweigerd(f"Niemand van {ocmw.naam} mag een caseload invoeren{f' als {email}' if email else ''}.")
    return gevonden
