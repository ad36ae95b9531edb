"""A child process that works on the database of the running test, to be killed or raced."""

import os
from pathlib import Path
from urllib.parse import quote

from django.db import connection


def omgeving(data: Path) -> dict[str, str]:
    """The environment of a child: this test's database, its own folder for files."""
    return {
        **os.environ,
        "DATABASE_URL": _databank(),
        "OCMW_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "ocmw.settings",
    }


def _databank() -> str:
    s = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{s['NAME']}"
    # A host may be the folder of a unix socket; its slashes would end the host part of an URL.
    plaats = quote(s["HOST"] or "localhost", safe="") + (f":{s['PORT']}" if s["PORT"] else "")
    return f"postgres://{quote(s['USER'], safe='')}:{quote(s['PASSWORD'], safe='')}@{plaats}/{s['NAME']}"
