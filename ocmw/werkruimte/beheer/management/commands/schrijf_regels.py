from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ocmw.werkruimte.beheer.regelblad import regelblad


class Command(BaseCommand):
    help = "Schrijft docs/regels.md opnieuw uit de regels waarmee een installatie begint."

    def handle(self, *args: Any, **opties: Any) -> None:
        pad = Path(settings.BASE_DIR, "docs", "regels.md")
        pad.write_text(regelblad(), encoding="utf-8")
        self.stdout.write(str(pad))
