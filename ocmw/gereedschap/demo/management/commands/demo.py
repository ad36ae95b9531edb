from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ocmw.gereedschap.demo.vullen import Vuller, demo_wachtwoord
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.sweep import markeer
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Rol
from ocmw.ui.installatie import laad_basis


class Command(BaseCommand):
    help = "Vult een lege databank met verzonnen OCMW's, medewerkers en cliënten, en toont de demo-logins."

    def handle(self, *args: Any, **opties: Any) -> None:
        if Ocmw.objects.exists():
            if not Medewerker.objects.filter(email__endswith="@demo.example").exists():
                raise CommandError("De databank is niet leeg; de demo vult alleen een lege databank.")
            self.stdout.write("De demo staat al in de databank.")
        else:
            laad_basis()  # a database that was only migrated has no rules yet
            Vuller(vandaag()).vul(demo_wachtwoord())
            markeer(vandaag())  # what the night would have done
        logins = Medewerker.objects.filter(email__regex=r"^(mw|atb|coordinator|lesgever|beheer)\.")
        volgorde = list(Rol.values)
        for medewerker in sorted(logins, key=lambda m: (m.ocmw_id, volgorde.index(m.rol))):
            self.stdout.write(f"  {medewerker.email:<42} {medewerker.get_rol_display()}")
        self.stdout.write(f"  wachtwoord voor elke login: {demo_wachtwoord()}")
