from typing import Any

from django.core.management.base import BaseCommand

from ocmw.termijnen.jobs import stuur_ochtendberichten


class Command(BaseCommand):
    help = "Verstuurt de ochtendberichten van vandaag; wie er al een kreeg, krijgt er geen tweede."

    def handle(self, *args: Any, **opties: Any) -> None:
        self.stdout.write(f"{stuur_ochtendberichten()} ochtendberichten verstuurd")
