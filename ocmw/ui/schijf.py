"""A disk that is full: how to write so that nothing half is left, how to tell it from another error, how much is free.

The settings themselves write their key with it, so nothing here needs them before it is called.
"""

import errno
import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

VOL_CODES = {errno.ENOSPC, errno.EDQUOT}
PG_DISK_FULL = "53100"
# With less than this nothing can be written any more: SQLite asks for 32 kB at once for the index of its log.
NIETS_MEER = 256 * 1024


def schrijf_heel(pad: Path, inhoud: bytes, *, rechten: int = 0o666) -> None:
    """Write the file whole or not at all: a full disk or `kill -9` leaves what was there. Raises OSError."""
    deel = pad.with_name(f".{pad.name}.{uuid.uuid4().hex}.deel")
    try:
        with open(deel, "xb", opener=lambda naam, vlag: os.open(naam, vlag, rechten)) as bestand:
            bestand.write(inhoud)
        deel.replace(pad)
    except BaseException:
        deel.unlink(missing_ok=True)
        raise


def is_vol(fout: BaseException | None) -> bool:
    """Whether an error, or what caused it, is that no more could be written. SQLite calls a log it cannot make to fit an
    input/output error, so an error of the database on a disk without room counts too."""
    keten = list(_keten(fout))
    if any(_zegt_vol(deel) for deel in keten):
        return True
    return any(isinstance(deel, DatabaseError | sqlite3.Error) for deel in keten) and vrij() < NIETS_MEER


def vrij() -> int:
    """Bytes that can still be written in the data folder."""
    return shutil.disk_usage(settings.DATA_DIR).free


def houd_databank_open() -> None:
    """Keep one idle SQLite connection as long as this process lives.

    The last connection that closes takes the files of the write-ahead log away, and the next reader has to make them
    again: on a full disk that fails, and nothing can be read any more.
    """
    if connection.vendor == "sqlite":
        try:
            connection.ensure_connection()
            # Any read will do: only a connection that has read holds the files.
            connection.cursor().execute("SELECT 1 FROM sqlite_master LIMIT 1").close()
        except DatabaseError:
            return  # the first page says what is wrong


def _zegt_vol(fout: BaseException) -> bool:
    if isinstance(fout, OSError):
        return fout.errno in VOL_CODES
    if isinstance(fout, sqlite3.Error):
        return getattr(fout, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return getattr(fout, "pgcode", None) == PG_DISK_FULL


def _keten(fout: BaseException | None) -> Iterator[BaseException]:
    gezien: set[int] = set()
    while fout is not None and id(fout) not in gezien:
        gezien.add(id(fout))
        yield fout
        fout = fout.__cause__ or fout.__context__
