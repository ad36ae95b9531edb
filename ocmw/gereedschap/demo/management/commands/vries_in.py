import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction

from ocmw.gereedschap.demo.vullen import Vuller
from ocmw.gereedschap.testing import sjabloon, versie
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.sweep import markeer


class Command(BaseCommand):
    help = (
        "Bewaart de demo in de tabellen van deze code als de bevroren versie waarvan de test van elke upgrade vertrekt."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("versie", help="bijvoorbeeld 0.1; maak een versie die al uitgegeven is nooit opnieuw")

    def handle(self, *args: Any, **opties: Any) -> None:
        """In a database of its own, and rolled back: nothing is sent, and what runs here is not touched."""
        op = vandaag()
        sjabloon.zet_klaar()
        try:
            with transaction.atomic():
                Vuller(op).vul(secrets.token_urlsafe())  # nobody will log in there
                markeer(op)
                connection.check_constraints()
                bevroren = versie.neem_op(opties["versie"], op=op)
                transaction.set_rollback(True)
        finally:
            sjabloon.ruim_op()
        rijen = sum(len(tabel.rijen) for tabel in bevroren.tabellen.values())
        grootte = bevroren.schrijf() // 1000
        self.stdout.write(f"{bevroren.pad.name}: {len(bevroren.tabellen)} tabellen, {rijen} rijen, {grootte} kB.")
