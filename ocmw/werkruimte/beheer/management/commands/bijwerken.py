from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.beheer.bijwerken import PastNiet, werk_bij


class Command(BaseCommand):
    help = (
        "Brengt de databank naar deze versie: migraties, basisregels en lijsten, en wat niet meer klopt met de feiten."
    )

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            bijgewerkt = werk_bij(op=vandaag())
        except PastNiet as zin:
            raise CommandError(str(zin)) from None
        for regel in bijgewerkt.zinnen:
            self.stdout.write(regel)
        self.stdout.write("De databank is klaar voor deze versie.")
