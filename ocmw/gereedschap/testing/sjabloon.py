"""One template database per engine: migrated once, copied by every test process, kept until a migration changes.

Migrating a hundred tables costs ten seconds of processor time, and each parallel process of each run would pay it again.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from ocmw.ui.installatie import laad_basis

MAP = Path(settings.BASE_DIR) / "var" / "sjabloon"


def afdruk() -> str:
    """What a template is made from: every migration of ours and the pinned versions of everybody else's."""
    bronnen = [Path(settings.BASE_DIR) / "requirements.lock"]
    for config in apps.get_app_configs():
        if Path(config.path).is_relative_to(settings.BASE_DIR) and ".venv" not in config.path:
            bronnen += [*Path(config.path, "migrations").glob("*.py"), *Path(config.path).glob("regels.py")]
            bronnen += [*Path(config.path).glob("basis.py"), *Path(config.path).glob("aanbod.py")]
    som = hashlib.sha256()
    for bron in sorted(bronnen):
        som.update(str(bron.relative_to(settings.BASE_DIR)).encode() + b"\0" + bron.read_bytes())
    return som.hexdigest()[:12]


@contextmanager
def om_de_beurt() -> Iterator[None]:
    """Two processes of one run must not both make it."""
    MAP.mkdir(parents=True, exist_ok=True)
    with (MAP / "slot").open("w") as slot:
        # Goes with the process, so a killed run leaves nobody waiting.
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def zet_klaar() -> None:
    """Point the connection of this process at a fresh copy of the template; the template is made when it is not there."""
    with om_de_beurt():
        (_sqlite if connection.vendor == "sqlite" else _postgres)(afdruk())


def kopieer(naar: Path) -> None:
    """A migrated file for processes with a database of their own; nothing on an engine without files: they migrate."""
    if connection.vendor == "sqlite":
        shutil.copyfile(MAP / f"{afdruk()}.sqlite3", naar)


def ruim_op() -> None:
    """The copy goes, the template stays."""
    naam = connection.settings_dict["NAME"]
    connection.close()
    _gooi_weg(naam)


@contextmanager
def lege_databank() -> Iterator[None]:
    """Beside the database of the tests one without a single table, for as long as it takes: to migrate, to upgrade."""
    eigen = str(connection.settings_dict["NAME"])
    leeg = eigen.removesuffix(".sqlite3") + "_leeg" + (".sqlite3" if connection.vendor == "sqlite" else "")
    _gooi_weg(leeg)
    if connection.vendor == "postgresql":
        with _beheer() as cursor:
            # A name cannot be a parameter; it is ours, and quoted.
            cursor.execute(f"CREATE DATABASE {_citeer(leeg)}")
    _richt_op(leeg)
    try:
        yield
    finally:
        _richt_op(eigen)
        _gooi_weg(leeg)


def _gooi_weg(naam: str) -> None:
    if connection.vendor == "sqlite":
        _weg(Path(naam))
    else:
        with _beheer() as cursor:
            # Whole databases are made and dropped here, which the ORM cannot; the names are our own, and quoted.
            cursor.execute(f"DROP DATABASE IF EXISTS {_citeer(naam)} WITH (FORCE)")


def _vul() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    laad_basis()


def _richt_op(naam: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = naam


# --- SQLite: a file -------------------------------------------------------------------------------
def _sqlite(merk: str) -> None:
    sjabloon = MAP / f"{merk}.sqlite3"
    if not sjabloon.exists():
        for oud in MAP.glob("*.sqlite3*"):
            oud.unlink()
        half = MAP / f"{merk}.half"
        _weg(half)
        _richt_op(str(half))
        _vul()
        with connection.cursor() as cursor:
            # One file, without the write-ahead log beside it.
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        half.rename(sjabloon)
    eigen = Path(connection.settings_dict["TEST"]["NAME"])
    _weg(eigen)
    shutil.copyfile(sjabloon, eigen)
    _richt_op(str(eigen))


def _weg(databank: Path) -> None:
    for eind in ("", "-wal", "-shm"):
        databank.with_name(databank.name + eind).unlink(missing_ok=True)


# --- PostgreSQL: a database -------------------------------------------------------------------------
def _postgres(merk: str) -> None:
    sjabloon = f"ocmw_sjabloon_{merk}"
    eigen = (
        f"test_{connection.settings_dict['NAME'].removeprefix('test_')}_{os.environ.get('PYTEST_XDIST_WORKER', 'een')}"
    )
    with _beheer() as cursor:
        # The catalogue of the server: no model of ours.
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'ocmw_sjabloon_%%'")
        bestaat = {naam for (naam,) in cursor.fetchall()}
        if sjabloon not in bestaat:
            for oud in bestaat:
                # Made from other migrations: nobody asks for it any more.
                cursor.execute(f"DROP DATABASE {_citeer(oud)} WITH (FORCE)")
            half = f"{sjabloon}_half"
            # Under another name until it is whole: a run that is killed leaves no half template.
            cursor.execute(f"CREATE DATABASE {_citeer(half)}")
            _richt_op(half)
            _vul()
            connection.close()
            # Whole from here on.
            cursor.execute(f"ALTER DATABASE {_citeer(half)} RENAME TO {_citeer(sjabloon)}")
        # A copy of the template takes a moment, the migrations a minute.
        cursor.execute(f"DROP DATABASE IF EXISTS {_citeer(eigen)} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {_citeer(eigen)} TEMPLATE {_citeer(sjabloon)}")  # as above
    _richt_op(eigen)


def _beheer() -> AbstractContextManager[Any]:
    """A cursor outside the database of the tests, as Django makes one to create databases."""
    return connection._nodb_cursor()


def _citeer(naam: str) -> str:
    return connection.ops.quote_name(naam)
