"""`bin/manage maak_rapport NAAM [--client ID | --ocmw CODE --van DATE --tot DATE] --uit FILE.pdf`

Whoever may run this can read the database, so it asks no login; without `--als` health and addiction stay out, and the
journaal says the system made it. With `--als EMAIL` it goes by that colleague's rights and view.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.utils.timezone import localtime

from clienten.models import Client
from ocmw.journaal.journaalcodes import DOSSIER_AFGEDRUKT
from ocmw.journaal.models import noteer
from ocmw.kalender.klok import nu, vandaag
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.rapporten.actions import rapporteerbare_ocmws
from ocmw.werkruimte.rapporten.cijfers import Bereik
from ocmw.werkruimte.rapporten.dossier import GEEN_RECHT, NIET_GEKOZEN, dossier_rapport
from ocmw.werkruimte.rapporten.enums import Deel, Formaat, Rapportsoort
from ocmw.werkruimte.rapporten.journaalcodes import RAPPORT_GEMAAKT
from ocmw.werkruimte.rapporten.maken import als_bestand, caseload_voor, wie_en_rol
from ocmw.werkruimte.rapporten.rapport import Rapport


class Onmaakbaar(Exception):
    """The question cannot be answered; the text is one Dutch line for standard error, with exit code 2."""


class EenRegel(CommandParser):
    """argparse prints a page of usage in English; people script against one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, "Deze opdracht kennen we niet. Zie: bin/manage maak_rapport --help\n")


class Command(BaseCommand):
    help = "Maakt een rapport als bestand: 'dossier' van één cliënt of 'caseload' van een periode."
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.__class__ = EenRegel  # Django offers no other way to choose the class of its parser
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("naam", metavar="NAAM", nargs="?", help="dossier of caseload")
        parser.add_argument("--client", metavar="ID", help="nummer van de cliënt (dossier)")
        parser.add_argument("--ocmw", metavar="CODE", help="code van het OCMW (caseload)")
        parser.add_argument("--van", metavar="DATUM", help="eerste dag, zoals 2026-01-01")
        parser.add_argument("--tot", metavar="DATUM", help="laatste dag, telt mee")
        parser.add_argument("--uit", metavar="BESTAND", help="waar het bestand komt (.pdf of .xlsx)")
        parser.add_argument("--delen", metavar="LIJST", help="onderdelen van het dossier, met komma's (anders alle)")
        parser.add_argument("--als", metavar="E-MAIL", help="met de rechten van deze medewerker")
        parser.add_argument("--afgeschermd", action="store_true", help="ook gezondheid en verslaving (met --als)")
        parser.add_argument("--buiten-team", action="store_true", help="kleine groepen verbergen (caseload)")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            uit = _uitvoer(opties["uit"])
            uit.write_bytes(_maak(opties, Formaat.XLSX if uit.suffix == ".xlsx" else Formaat.PDF))
        except OSError as fout:
            self._weiger(f"Het bestand {opties['uit']} kon niet geschreven worden ({fout.strerror}).")
        except (Onmaakbaar, Geweigerd) as fout:
            self._weiger(str(fout))
        except DatabaseError:
            self._weiger("De databank is niet bereikbaar of nog niet klaargemaakt.")
        else:
            self.stdout.write(str(uit))

    def _weiger(self, reden: str) -> NoReturn:
        self.stderr.write(" ".join(reden.split()))
        sys.exit(2)


def _maak(opties: dict[str, Any], formaat: Formaat) -> bytes:
    if opties["naam"] not in Rapportsoort.values:
        raise Onmaakbaar(f"Er is geen rapport “{opties['naam'] or ''}”. Kies dossier of caseload.")
    wie = _medewerker(opties["als"])
    rapport = _dossier(opties, wie) if opties["naam"] == Rapportsoort.DOSSIER else _caseload(opties, wie)
    return als_bestand(rapport, soort=opties["naam"], formaat=formaat)


def _dossier(opties: dict[str, Any], wie: Medewerker | None) -> Rapport:
    if opties["ocmw"] or opties["van"] or opties["tot"]:
        raise Onmaakbaar("Een dossierverslag gaat over één cliënt: geef --client, zonder --ocmw, --van of --tot.")
    nummer = str(opties["client"] or "").removeprefix("D")
    zichtbaar = Client.objects.select_related("ocmw")
    if wie:
        zichtbaar = zichtbaar.zichtbaar_voor(wie)
    client = zichtbaar.filter(pk=int(nummer)).first() if nummer.isascii() and nummer.isdecimal() else None
    if client is None:
        raise Onmaakbaar(f"Er is geen cliënt met nummer “{opties['client'] or ''}”. Geef --client met een nummer.")
    mag = wie is not None and wie.mag(Recht.AFGESCHERMD_LEZEN)
    if opties["afgeschermd"] and not mag:
        raise Onmaakbaar("Gezondheid en verslaving vragen --als met een medewerker die ze mag lezen.")
    if wie and not wie.mag(Recht.RAPPORT_DOSSIER):
        raise Onmaakbaar("Deze medewerker mag geen dossierverslag maken.")
    delen = _delen(opties["delen"])
    rapport = dossier_rapport(
        client,
        delen=delen,
        moment=nu(),
        opgemaakt_door=wie_en_rol(wie) if wie else "systeembeheer",
        afgeschermd=opties["afgeschermd"],
        waarom_niet=NIET_GEKOZEN if mag or wie is None else GEEN_RECHT,
    )
    noteer(DOSSIER_AFGEDRUKT, client, door=wie, client=client, delen=delen, afgeschermd=opties["afgeschermd"])
    return rapport


def _caseload(opties: dict[str, Any], wie: Medewerker | None) -> Rapport:
    if opties["client"]:
        raise Onmaakbaar("Een caseloadrapport gaat over een OCMW: geef --ocmw, --van en --tot, zonder --client.")
    if wie and not wie.mag(Recht.RAPPORT_CASELOAD):
        raise Onmaakbaar("Deze medewerker mag geen caseloadrapport maken.")
    ocmws = rapporteerbare_ocmws(wie, op=vandaag()) if wie else list(Ocmw.objects.all())
    ocmw = next((o for o in ocmws if o.code == opties["ocmw"]), None)
    if ocmw is None:
        codes = ", ".join(o.code for o in ocmws)
        raise Onmaakbaar(f"Er is geen OCMW met code “{opties['ocmw'] or ''}”. Kies uit: {codes or 'geen'}.")
    van, tot = _dag(opties["van"], "--van"), _dag(opties["tot"], "--tot")
    if tot < van:
        raise Onmaakbaar("De laatste dag (--tot) ligt voor de eerste dag (--van).")
    if van > vandaag():
        raise Onmaakbaar("Kies een periode die al begonnen is.")
    rapport = caseload_voor(
        Bereik((ocmw,), van, tot, localtime(nu()).date(), voor=wie),
        buiten_team=opties["buiten_team"],
        opgemaakt_door=wie_en_rol(wie) if wie else "systeembeheer",
    )
    noteer(RAPPORT_GEMAAKT, ocmw, door=wie, soort="caseload", van=van, tot=tot, buiten_team=opties["buiten_team"])
    return rapport


def _uitvoer(tekst: str | None) -> Path:
    uit = Path(tekst or "")
    if not tekst or uit.suffix not in {".pdf", ".xlsx"}:
        raise Onmaakbaar("Geef met --uit een bestand dat eindigt op .pdf of .xlsx.")
    if not uit.parent.is_dir():
        raise Onmaakbaar(f"De map {uit.parent} bestaat niet.")
    return uit


def _medewerker(email: str | None) -> Medewerker | None:
    if not email:
        return None
    wie = Medewerker.objects.select_related("ocmw").filter(email=email.lower(), is_active=True).first()
    if wie is None:
        raise Onmaakbaar(f"Er is geen actieve medewerker met het adres “{email}”.")
    return wie


def _delen(tekst: str | None) -> list[str]:
    gekozen = [deel.strip() for deel in tekst.split(",")] if tekst else list(Deel.values)
    vreemd = [deel for deel in gekozen if deel not in Deel.values]
    if vreemd:
        raise Onmaakbaar(f"Er is geen onderdeel “{vreemd[0]}”. Kies uit: {', '.join(Deel.values)}.")
    return gekozen


def _dag(tekst: str | None, optie: str) -> date:
    try:
        return date.fromisoformat(tekst or "")
    except ValueError:
        raise Onmaakbaar(f"Geef met {optie} een datum zoals 2026-01-01, niet “{tekst or ''}”.") from None
