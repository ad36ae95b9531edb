"""The child process of ocmw/kindproces for tests that are about something else: forked from one that loaded its libraries.

WeasyPrint and openpyxl cost more to load than most papers and workbooks cost to make or read. Limits, locks, the folder and
the answer are those of ocmw/kindproces/kind.py; what is tested of the child itself takes the fixture `echt_kind`.
"""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from ocmw.kindproces import kind, starten

PROGRAMMA = Path(__file__).with_name("kindmoeder.py")


class Kinderen:
    """One loaded process per kind of work; one child of it at a time."""

    def __init__(self) -> None:
        self._moeders: dict[str, subprocess.Popen[bytes]] = {}
        self._beurt = threading.Lock()

    def __enter__(self) -> "Kinderen":
        return self

    def __exit__(self, *_: object) -> None:
        for moeder in self._moeders.values():
            with moeder:
                moeder.stdin.close()

    def draai(self, invoer: bytes, seconden: int, tik: Callable[[], None]) -> tuple[bytes, bytes, int, bool]:
        """As `starten._draai`, which it stands in for."""
        opdracht = json.loads(invoer.partition(b"\n")[0])
        with self._beurt, tempfile.TemporaryDirectory(prefix="ocmw-kind-") as map_:
            paden = {naam: Path(map_, naam) for naam in ("in", "uit", "fout", "map")}
            paden["map"].mkdir()
            paden["in"].write_bytes(invoer)
            moeder = self._moeder(opdracht["werk"], opdracht["gegevens"])
            moeder.stdin.write(json.dumps({naam: str(pad) for naam, pad in paden.items()}).encode() + b"\n")
            code, te_lang = _wacht(moeder, seconden, tik)
            uit, fout = (paden[naam].read_bytes() if paden[naam].exists() else b"" for naam in ("uit", "fout"))
        return uit, fout, code, te_lang

    def _moeder(self, werk: str, gegevens: dict) -> "subprocess.Popen[bytes]":
        if werk not in self._moeders:
            self._moeders[werk] = subprocess.Popen(
                [sys.executable, "-I", "-X", "utf8", PROGRAMMA, kind.__file__, werk, json.dumps(gegevens)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,  # what a buffer holds, select does not see
                env={naam: waarde for naam, waarde in os.environ.items() if naam.startswith(starten._OMGEVING)},
            )
        return self._moeders[werk]


def _wacht(moeder: "subprocess.Popen[bytes]", seconden: int, tik: Callable[[], None]) -> tuple[int, bool]:
    pid, te_lang = _getal(moeder), False
    uiterlijk = time.monotonic() + starten.GEDULD * seconden
    while not select.select([moeder.stdout], [], [], min(starten.TIK, max(0.05, uiterlijk - time.monotonic())))[0]:
        try:
            tik()
        except BaseException:
            _dood(pid)
            _getal(moeder)
            raise
        if time.monotonic() > uiterlijk:
            te_lang = True
            _dood(pid)
    return _getal(moeder), te_lang


def _getal(moeder: "subprocess.Popen[bytes]") -> int:
    regel = moeder.stdout.readline()
    assert regel, f"het geladen proces stopte (code {moeder.wait()})"
    return int(regel)


def _dood(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
