import json
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.test.utils import override_settings

from ocmw.gereedschap.bench.genereer import Wereld
from ocmw.gereedschap.bench.meetbank import Maten, Meetbank
from ocmw.gereedschap.bench.metingen import alle_proeven
from ocmw.gereedschap.bench.proef import GROEI, Loop, Proef
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Ocmw

# The sizes the aims of growth are about.
GROOT = {"clienten": 200_000, "journaal": 1_000_000, "pdfs": 100}


class Command(BaseCommand):
    help = (
        "Maakt een grote verzonnen databank en meet elk als verhouding tot een referentie: pagina's, wat mensen bewaren, "
        "de nacht, invoer, PDF. Telt ook wat één handeling doorloopt. Een regel die mislukt, verbergt de andere niet."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        gewoon = Maten()
        parser.add_argument("--clienten", type=int, default=gewoon.clienten)
        parser.add_argument("--rondes", type=int, default=gewoon.rondes)
        parser.add_argument("--journaal", type=int, help="regels in het volle journaal (standaard 5 per cliënt)")
        parser.add_argument("--pdfs", type=int, default=gewoon.pdfs, help="hoeveel PDF's tegelijk gemaakt worden")
        parser.add_argument("--redis", default=settings.REDIS_URL, help="adres van een Redis om mee te meten")
        parser.add_argument(
            "--groot", action="store_true", help="200.000 cliënten, 1.000.000 journaalregels, 100 PDF's"
        )
        parser.add_argument("--alleen", action="append", metavar="NAAM", help="deel van een naam; mag meermaals")
        parser.add_argument("--lijst", action="store_true", help="toont de namen van de metingen en meet niets")
        parser.add_argument("--eis", action="store_true", help="eindigt met 1 als een streefdoel gemist is")
        parser.add_argument(
            "--json", action="store_true", help="op het einde alles als JSON; de tabel gaat naar stderr"
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        proeven = gekozen(opties["alleen"])
        if opties["lijst"]:
            self.stdout.write("\n".join(proef.naam for proef in proeven))
            return
        if Ocmw.objects.exclude(code="bench").exists():
            raise CommandError("Dit is geen lege databank; de metingen vullen hun eigen databank.")
        loop = self._meet(proeven, _maten(opties), json_uit=opties["json"])
        if opties["json"]:
            self.stdout.write(json.dumps(loop.lijnen, indent=1, ensure_ascii=False))
        self._besluit(loop, eis=opties["eis"])

    def _meet(self, proeven: Sequence[Proef], maten: Maten, *, json_uit: bool) -> Loop:
        uit = self.stderr if json_uit else self.stdout

        def schrijf(lijn: str) -> None:
            uit.write(lijn)
            uit.flush()

        bank = Meetbank(Wereld(vandaag()), maten)
        breedte = max(len(f"{proef.naam}: {GROEI}" if proef.groeit else proef.naam) for proef in proeven)
        with ExitStack() as stapel:
            stapel.enter_context(_eigen_instellingen(stapel.enter_context(tempfile.TemporaryDirectory())))
            loop = Loop(bank, breedte=breedte, schrijf=schrijf, meld=self.stderr.write)
            loop.draai(proeven)
        return loop

    def _besluit(self, loop: Loop, *, eis: bool) -> None:
        if loop.gemist:
            self.stderr.write(f"\nGemist ({len(loop.gemist)}): {', '.join(loop.gemist)}")
        if loop.mislukt:
            raise CommandError(f"Mislukt ({len(loop.mislukt)}): {', '.join(loop.mislukt)}")
        if eis and loop.gemist:
            raise CommandError("Niet elk streefdoel is gehaald.")


def gekozen(namen: list[str] | None) -> list[Proef]:
    proeven = alle_proeven()
    if not namen:
        return list(proeven)
    keuze = [proef for proef in proeven if any(naam.lower() in proef.naam.lower() for naam in namen)]
    if not keuze:
        raise CommandError(f"Geen enkele meting heet zo: {', '.join(namen)}. Zie --lijst.")
    return keuze


def _maten(opties: dict[str, Any]) -> Maten:
    maten = {naam: opties[naam] for naam in ("clienten", "rondes", "journaal", "pdfs", "redis")}
    if opties["groot"]:
        maten |= GROOT
    if maten["journaal"] is None:
        maten["journaal"] = 5 * maten["clienten"]
    return Maten(**maten)


def _eigen_instellingen(map_: str) -> override_settings:
    """The addresses of the references beside our own, and files that are gone afterwards."""
    bestanden = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": map_, "base_url": None},
    }
    return override_settings(
        ROOT_URLCONF="ocmw.gereedschap.bench.referentie",
        ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, "testserver"],
        STORAGES={**settings.STORAGES, "default": bestanden},
    )
