"""A child process that works on the database of the running test, to be killed or raced."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
import traceback
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
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


def wie_houdt_de_databank_vast() -> str:
    """Who may still work on the database of this test: other threads of ours with what they do, other processes that have its
    file open. A test that leaves one behind fails the next test, which cannot know it."""
    draden = {draad.ident: draad.name for draad in threading.enumerate() if draad is not threading.current_thread()}
    stapels = sys._current_frames()
    wie = [
        f"draad {naam}: {''.join(traceback.format_stack(stapels[nr])[-3:])}"
        for nr, naam in draden.items()
        if nr in stapels
    ]
    for proces in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # of somebody else, or over by now
            open_ = {str(fd.readlink()) for fd in (proces / "fd").iterdir()}
            if int(proces.name) != os.getpid() and str(connection.settings_dict["NAME"]) in open_:
                wie.append(f"proces {(proces / 'cmdline').read_text().replace(chr(0), ' ')}")
    return "; ".join(wie) or "geen draad en geen proces meer te vinden"


class Moeder:
    """One interpreter that has loaded Django and is forked for every child: a kill test starts dozens of them.

    A child is a real process with its own connections, and `kill -9` ends it like any other; what it saves is two seconds of
    processor time per start. `bron` is Python that may load what it needs and defines `werk(*args)`, which a child runs; what
    `werk` changes in its modules is gone with the child.
    """

    def __init__(self, bron: str, data: Path, **env: str) -> None:
        self.map = data
        pad = data / "werker.py"
        pad.write_text(bron, encoding="utf-8")
        self._proces = subprocess.Popen(
            [sys.executable, "-m", "ocmw.gereedschap.testing.moeder", str(pad)], env={**omgeving(data), **env},
            cwd=settings.BASE_DIR, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            bufsize=0,  # what a buffer holds, select does not see
        )  # fmt: skip
        self._kind: Kind | None = None
        self._lees("klaar")

    def __enter__(self) -> "Moeder":
        return self

    def __exit__(self, *_: object) -> None:
        """Ends with the test, also when the test failed while a child worked."""
        if self._kind and self._kind.poll() is None:
            self._kind.kill()
        with self._proces:
            self._proces.stdin.close()

    def start(self, *args: object) -> "Kind":
        fout = self.map / "werker.fout"
        fout.unlink(missing_ok=True)
        opdracht = {"args": [str(arg) for arg in args], "fout": str(fout)}
        self._proces.stdin.write(json.dumps(opdracht).encode() + b"\n")
        self._kind = Kind(int(self._lees()), self, fout)
        return self._kind

    def _lees(self, verwacht: str = "") -> str:
        regel = self._proces.stdout.readline().decode().strip()
        assert regel, f"de moeder stopte (code {self._proces.wait()})"
        assert verwacht in regel
        return regel

    def _einde(self, geduld: float) -> int | None:
        """The code with which the child ended; None when it still lives after `geduld` seconds."""
        return int(self._lees()) if select.select([self._proces.stdout], [], [], geduld)[0] else None


class Kind:
    """A child of `Moeder`, in the words of subprocess.Popen."""

    def __init__(self, pid: int, moeder: Moeder, fout: Path) -> None:
        self.pid, self.returncode = pid, None
        self._moeder, self._fout = moeder, fout

    def poll(self) -> int | None:
        return self._wacht(0)

    def wait(self, timeout: float = 600) -> int:
        """The code it ended with. Patient, because a busy machine is no failure."""
        assert self._wacht(timeout) is not None, f"na {timeout} s nog bezig"
        return self.returncode

    def kill(self) -> bool:
        """`kill -9`. True when that ended it, False when its work was over before; a work that failed is an error."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        assert self.wait() in {0, -signal.SIGKILL}, self.fout
        return self.returncode == -signal.SIGKILL

    @property
    def fout(self) -> str:
        """What it wrote to standard error."""
        return self._fout.read_text(encoding="utf-8") if self._fout.exists() else ""

    def _wacht(self, geduld: float) -> int | None:
        if self.returncode is None:
            self.returncode = self._moeder._einde(geduld)
        return self.returncode
