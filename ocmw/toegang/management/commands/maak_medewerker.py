"""The first colleague of a new installation; afterwards a beheerder does this on screen."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Rol
from ocmw.toegang.uitnodiging import zet_code


class Command(BaseCommand):
    help = "Maakt een medewerker (en zo nodig het OCMW) en toont een wachtwoord om mee te beginnen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--voornaam", required=True)
        parser.add_argument("--achternaam", required=True)
        parser.add_argument("--rol", required=True, choices=Rol.values)
        parser.add_argument("--ocmw", required=True, metavar="CODE")
        parser.add_argument("--ocmw-naam", metavar="NAAM", help="maakt het OCMW als de code nog niet bestaat")

    @transaction.atomic
    def handle(self, *args: Any, **opties: Any) -> None:
        ocmw = self._ocmw(opties["ocmw"], opties["ocmw_naam"])
        medewerker = Medewerker(
            email=opties["email"].lower(),
            voornaam=opties["voornaam"],
            achternaam=opties["achternaam"],
            rol=opties["rol"],
            ocmw=ocmw,
        )
        code = zet_code(medewerker, van="wie de server beheert")
        try:
            medewerker.full_clean()
        except ValidationError as fout:
            raise CommandError(" ".join(fout.messages)) from fout
        medewerker.save()
        self.stdout.write(f"{medewerker.naam} kan aanmelden met {medewerker.email} en {code}")
        self.stdout.write("Die code werkt een uur; daarna kiest de medewerker een eigen wachtwoord.")

    def _ocmw(self, code: str, naam: str | None) -> Ocmw:
        ocmw = Ocmw.objects.filter(code=code).first()
        if ocmw is None and naam:
            ocmw = Ocmw.objects.create(code=code, naam=naam)
        if ocmw is None:
            raise CommandError(f"Er is geen OCMW met code {code}. Geef --ocmw-naam om het te maken.")
        return ocmw
