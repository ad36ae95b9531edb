"""From the database as it was left to the one this version needs: one step at every start, safe to run twice."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from ocmw.ui.installatie import laad_basis
from ocmw.werkruimte.beheer.databankrol import is_eigenaar, rol_van_de_website, verleen_rechten
from ocmw.werkruimte.dossier.controle import Controleuitslag, controleer, haal_nachten_in

TE_OUD = (
    "Deze databank is gemaakt voor versie 0.1 en kan niet bijgewerkt worden. Begin met een lege databank (een andere "
    "DATABASE_URL of OCMW_DATA), of blijf werken met de versie die ze maakte."
)
TE_NIEUW = (
    "Deze databank werd al bijgewerkt door een nieuwere versie. Start die versie opnieuw, of zet de back-up terug van "
    "voor de upgrade."
)
NIET_VAN_ONS = (
    "De databank moet bijgewerkt worden, en dat mag alleen haar eigenaar. Draai 'bin/manage bijwerken' met OCMW_EIGENAAR_URL "
    "(docs/beheer.md, Twee rollen)."
)
# Labels that rooms had before 0.1.
VERDWENEN = {"rechten", "afronding"}
SLOT = 601  # any number, as long as nothing else of ours locks it


class PastNiet(Exception):
    """The sentence to show; the database was not touched."""


@dataclass(frozen=True)
class Bijgewerkt:
    nieuw: bool  # an empty database: everything was added, and nobody needs to read that
    stappen: int
    basis: dict[str, int]
    controle: Controleuitslag

    @property
    def zinnen(self) -> list[str]:
        """What a person should know; empty when nothing had to change."""
        if self.nieuw:
            return []
        zinnen = [f"De tabellen zijn aangepast aan deze versie (stappen: {self.stappen})."] if self.stappen else []
        zinnen += [f"Toegevoegd aan de {naam}: {aantal}." for naam, aantal in self.basis.items() if aantal]
        if self.controle.aantal:
            zinnen.append(
                f"Gelijkgezet met de feiten: {self.controle.aantal} termijnen en lijstgegevens (dossiers: "
                f"{self.controle.hersteld}). Het journaal noemt die dossiers; na een week stilstand is dit gewoon."
            )
        return zinnen


def werk_bij(*, op: date) -> Bijgewerkt:
    """Migrate, add what is missing from the basic rules and lists, and put right what no longer follows from the facts."""
    with _om_de_beurt():
        weiger_wat_niet_past()
        gedaan = _gedaan()
        if _te_doen() and not is_eigenaar():
            raise PastNiet(NIET_VAN_ONS)
        call_command("migrate", interactive=False, verbosity=0)
        if rol := rol_van_de_website():
            verleen_rechten(rol)
        basis = laad_basis()
        # That a night passed while nothing ran is not worth a sentence.
        haal_nachten_in(op)
        return Bijgewerkt(not gedaan, len(_gedaan() - gedaan), basis, controleer(op, herstel=True))


@contextmanager
def _om_de_beurt() -> Iterator[None]:
    """Two machines or two starts at once: the second waits, and then finds everything done."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # A lock of the session, so that it holds over the many transactions of a migrate.
            cursor.execute("SELECT pg_advisory_lock(%s)", [SLOT])
            try:
                yield
            finally:
                # Given back at once: the connection may live on in a worker.
                cursor.execute("SELECT pg_advisory_unlock(%s)", [SLOT])
        return
    databank = Path(connection.settings_dict["NAME"])
    with databank.with_name(f"{databank.name}.slot").open("w") as slot:
        # SQLite has no advisory lock; the file stands beside the database, where every start can reach it.
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def weiger_wat_niet_past() -> None:
    """Before 0.1 the migrations began anew: such a database knows steps of ours that no longer exist. So does one of a
    later version, but that one knows all of ours too."""
    eigen = {config.label for config in apps.get_app_configs() if _van_ons(Path(config.path))}
    bekend = {stap for stap in MigrationLoader(connection).disk_migrations if stap[0] in eigen}
    gedaan = {stap for stap in _gedaan() if stap[0] in eigen | VERDWENEN}
    if gedaan - bekend:
        raise PastNiet(TE_OUD if bekend - gedaan else TE_NIEUW)


def _te_doen() -> bool:
    uitvoerder = MigrationExecutor(connection)
    return bool(uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()))


def _gedaan() -> set[tuple[str, str]]:
    return set(MigrationRecorder(connection).applied_migrations())


def _van_ons(pad: Path) -> bool:
    return pad.is_relative_to(settings.BASE_DIR) and ".venv" not in pad.parts
