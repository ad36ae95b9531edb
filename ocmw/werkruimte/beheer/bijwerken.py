"""From the database as it was left to the one this version needs: one step at every start, safe to run twice."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from ocmw.ui.installatie import laad_basis
from ocmw.werkruimte.dossier.controle import Uitslag, controleer

TE_OUD = (
    "Deze databank is gemaakt voor versie 0.1 en kan niet bijgewerkt worden. Begin met een lege databank (een andere "
    "DATABASE_URL of OCMW_DATA), of blijf werken met de versie die ze maakte."
)


class TeOud(Exception):
    """The sentence to show; the database was not touched."""


@dataclass
class Bijgewerkt:
    basis: dict[str, int] = field(default_factory=dict)
    controle: Uitslag = field(default_factory=Uitslag)

    @property
    def zinnen(self) -> list[str]:
        """What a person should know; empty when nothing had to change."""
        zinnen = [f"{aantal} {naam} toegevoegd." for naam, aantal in self.basis.items() if aantal]
        if self.controle.aantal:
            zinnen.append(
                f"{self.controle.aantal} afgeleide gegevens klopten niet meer met de feiten; "
                f"{self.controle.hersteld} dossiers zijn rechtgezet (zie het journaal)."
            )
        return zinnen


def werk_bij(*, op: date) -> Bijgewerkt:
    """Migrate, add what is missing from the basic rules and lists, and put right what no longer follows from the facts."""
    weiger_te_oud()
    call_command("migrate", interactive=False, verbosity=0)
    return Bijgewerkt(laad_basis(), controleer(op, herstel=True))


def weiger_te_oud() -> None:
    """Before 0.1 the migrations began anew: such a database knows steps of ours that no longer exist."""
    bekend = MigrationLoader(connection, ignore_no_migrations=True)
    eigen = {config.label for config in apps.get_app_configs() if _van_ons(Path(config.path))}
    gedaan = {sleutel for sleutel in bekend.applied_migrations if sleutel[0] in eigen | VERDWENEN}
    if gedaan - set(bekend.disk_migrations):
        raise TeOud(TE_OUD)


# Labels that rooms had before 0.1.
VERDWENEN = {"rechten", "afronding"}


def _van_ons(pad: Path) -> bool:
    return pad.is_relative_to(settings.BASE_DIR) and ".venv" not in pad.parts
