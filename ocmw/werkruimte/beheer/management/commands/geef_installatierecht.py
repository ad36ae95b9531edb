"""Who runs the server decides who may change rules that hold for every OCMW; no screen and no role gives this right."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.beheer.actions import zet_installatierecht


class Command(BaseCommand):
    help = "Geeft een medewerker het recht om wettelijke regels voor te stellen en goed te keuren (--neem: neemt het terug)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--neem", action="store_true", help="neemt het recht terug")

    def handle(self, *args: Any, **opties: Any) -> None:
        medewerker = Medewerker.objects.filter(email=opties["email"].lower(), is_active=True).first()
        if medewerker is None:
            raise CommandError(f"Er is geen medewerker in dienst met {opties['email']}.")
        try:
            zet_installatierecht(medewerker, heeft=not opties["neem"])
        except Geweigerd as weigering:
            raise CommandError(weigering.reden) from weigering
        nu = "mag niet meer" if opties["neem"] else "mag nu"
        self.stdout.write(f"{medewerker.naam} ({medewerker.ocmw}) {nu} wettelijke regels voorstellen en goedkeuren.")
        houders = Medewerker.objects.filter(is_active=True, installatierecht=True)
        self.stdout.write(f"Met dit recht: {', '.join(f'{wie.naam} ({wie.ocmw})' for wie in houders) or 'niemand'}.")
