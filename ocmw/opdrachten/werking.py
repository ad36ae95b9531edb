"""Does everything that should run, run? Facts for the page of the beheerder, the bar on every page, and a monitor.

Worker and clock each touch a file: that costs nothing, needs no room on a full disk and no database. With more than one
machine the data folder is shared (docs/beheer.md), and so are the signs.
"""

import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from celery import current_app
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from kombu.exceptions import OperationalError

from ocmw.journaal.uitslag import is_gebroken
from ocmw.ui.schijf import vrij

WORKER, KLOK, MAIL = "worker", "klok", "mail"
# The clock ticks at least every minute, the worker beats every few seconds; a machine may be busy for a while.
STIL_NA = timedelta(minutes=3)
# The mail server is asked every five minutes, by the clock.
MAIL_STIL_NA = timedelta(minutes=16)


def geef_teken(wie: str) -> None:
    """I live. Never an error: a sign that cannot be left is a sign that is missing."""
    try:
        (settings.TEKEN_DIR / wie).touch()
    except OSError:
        return


def laatste_teken(wie: str) -> datetime | None:
    try:
        return datetime.fromtimestamp((settings.TEKEN_DIR / wie).stat().st_mtime, tz=UTC)
    except OSError:
        return None


def leeft(wie: str, *, binnen: timedelta = STIL_NA) -> bool:
    teken = laatste_teken(wie)
    return teken is not None and timezone.now() - teken < binnen


def schijf_ruim() -> bool:
    return vrij() >= settings.SCHIJF_MINSTENS_MB * 1024 * 1024


@dataclass(frozen=True)
class Gezondheid:
    """Yes or no, and nothing else: a monitor without an account reads this."""

    worker: bool
    klok: bool
    databank: bool
    wachtrij: bool
    schijf: bool
    mail: bool
    journaal: bool

    @property
    def goed(self) -> bool:
        return all(asdict(self).values())


def gezondheid() -> Gezondheid:
    return Gezondheid(
        worker=leeft(WORKER),
        klok=leeft(KLOK),
        databank=_databank_antwoordt(),
        wachtrij=_rij_antwoordt(),
        schijf=schijf_ruim(),
        mail=mail_vertrekt(),
        journaal=not is_gebroken(),
    )


def mail_vertrekt() -> bool:
    """What the clock last saw: a stranger who asks must not make us knock at another server."""
    return not _via_een_server() or leeft(MAIL, binnen=MAIL_STIL_NA)


def _via_een_server() -> bool:
    return settings.EMAIL_BACKEND == "django.core.mail.backends.smtp.EmailBackend"


def _rij_antwoordt() -> bool:
    if not settings.REDIS_URL:
        return os.access(settings.RIJ_DIR / "berichten", os.R_OK | os.W_OK | os.X_OK)
    return _wachtend_bij_redis() is not None


def _databank_antwoordt() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")  # asks nothing of any table: only whether somebody answers
    except DatabaseError:
        return False
    return True


@dataclass(frozen=True)
class Wachtrij:
    """The queue: how many messages wait (None: Redis does not answer), since when the oldest, and what was set aside."""

    wachtend: int | None
    sinds: datetime | None
    kapot: tuple[tuple[str, datetime], ...]


def stand_van_de_rij() -> Wachtrij:
    if settings.REDIS_URL:
        return Wachtrij(_wachtend_bij_redis(), None, ())
    berichten = [moment for naam, moment in _inhoud(settings.RIJ_DIR / "berichten") if naam.endswith(".msg")]
    opzij = sorted(_inhoud(settings.RIJ_DIR / "kapot"), key=lambda deel: deel[1], reverse=True)
    return Wachtrij(len(berichten), min(berichten, default=None), tuple(opzij))


def _inhoud(map_: Path) -> list[tuple[str, datetime]]:
    """Name and moment of each file; one that a worker takes meanwhile is no longer there."""
    gevonden = []
    for pad in map_.iterdir():
        try:
            gevonden.append((pad.name, datetime.fromtimestamp(pad.lstat().st_ctime, tz=UTC)))
        except FileNotFoundError:
            continue
    return gevonden


def _wachtend_bij_redis() -> int | None:
    try:
        with current_app.connection_for_read() as verbinding, suppress(*verbinding.channel_errors):
            verbinding.ensure_connection(max_retries=1, timeout=2)
            rij = verbinding.default_channel.queue_declare(current_app.conf.task_default_queue, passive=True)  # type: ignore[attr-defined]  # kombu's stubs do not know the channel
            return int(rij.message_count)
        return 0  # Redis knows no queue in which nothing waits
    except (OperationalError, OSError):
        return None
