"""`importeer_caseload FILE --ocmw CODE [--proef]`: the import without a screen; prints what it did as JSON."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from ocmw.invoer.actions import beoordeel_invoer, lees_in, neem_over
from ocmw.invoer.keuring import MAX_BESTAND, TE_GROOT
from ocmw.invoer.models import Invoer
from ocmw.invoer.samenvatting import samenvatting
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd


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
        if proef:
            with transaction.atomic():
                resultaat = samenvatting(self._beoordeel(bestand, ocmw, door))
                transaction.set_rollback(True)
            return resultaat
        invoer = self._beoordeel(bestand, ocmw, door)
        return samenvatting(neem_over(invoer, door=door, op=vandaag()))

    def _beoordeel(self, bestand: Path, ocmw: Ocmw, door: Medewerker) -> Invoer:
        with transaction.atomic():
            invoer = lees_in(_lees(bestand), bestandsnaam=bestand.name, ocmw=ocmw, door=door, op=vandaag())
            return beoordeel_invoer(invoer, door=door, op=vandaag())


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
