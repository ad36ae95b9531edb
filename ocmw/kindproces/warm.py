"""Children of a process that loaded their libraries before (`moeder.py`): for work that costs less than loading what it needs.

Limits, locks, folder and answer are those of a child that starts from nothing (`starten.py`), because it runs the same program.
One loaded process per kind of work in each process that asks; it goes when that one goes, or when there is nothing to do.
"""

import json
import os
import select
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from ocmw.kindproces import kind, moeder

# A process that forks without starting anew is a promise of Linux only: macOS ends one whose libraries used its frameworks.
KAN = sys.platform == "linux"
LOS = 600.0  # seconds without work after which a loaded process goes: its memory is worth more then than the next start


class MoederWeg(Exception):
    """The loaded process is gone, with the child if there was one."""


class Geladen:
    """One loaded process, as who asks sees it."""

    def __init__(self, werk: str, gegevens: dict[str, object], omgeving: dict[str, str]) -> None:
        self.eigenaar = os.getpid()
        self._vragen, daar = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with daar:
            self._proces = subprocess.Popen(  # noqa: S603 - a fixed program
                [
                    *(sys.executable, "-I", "-X", "utf8", moeder.__file__),
                    *(str(daar.fileno()), kind.__file__, werk, json.dumps(gegevens), str(LOS)),
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[daar.fileno()],
                env=omgeving,
            )

    def sluit(self) -> None:
        self._vragen.close()
        if self.eigenaar == os.getpid():
            self._proces.kill()
            self._proces.wait()

    def baar(self, map_: str) -> "Kindlijn":
        paren = [os.pipe() for _ in range(3)]
        lijn, daar = socket.socketpair()
        (in_daar, hier_in), (hier_uit, uit_daar), (hier_fout, fout_daar) = paren
        weg = [in_daar, uit_daar, fout_daar]
        try:
            socket.send_fds(self._vragen, [map_.encode()], [*weg, daar.fileno()])
        except OSError as fout:
            for pijp in (hier_in, hier_uit, hier_fout):
                os.close(pijp)
            lijn.close()
            raise MoederWeg from fout
        finally:
            for pijp in weg:
                os.close(pijp)
            daar.close()
        return Kindlijn(lijn, hier_in, hier_uit, hier_fout)


class Kindlijn:
    """The pipes of one child and the line on which its end comes."""

    def __init__(self, lijn: socket.socket, in_: int, uit: int, fout: int) -> None:
        self.lijn, self.in_, self.pijpen = lijn, in_, {uit: bytearray(), fout: bytearray()}
        self.uit, self.fout = self.pijpen.values()

    def voer(self, invoer: bytes) -> None:
        """Beside the waiting: a child that is still busy with something else reads no further than a pipe holds."""

        def schrijf() -> None:
            with suppress(OSError), os.fdopen(self.in_, "wb") as buis:  # a child that died reads no further
                buis.write(invoer)

        threading.Thread(target=schrijf, daemon=True).start()

    def wacht(self, seconden: float) -> int | None:
        """The code the child ended with, once all it wrote was read; None when that took longer. Raises MoederWeg."""
        uiterlijk = time.monotonic() + seconden
        while self.pijpen:
            klaar, _, _ = select.select(list(self.pijpen), [], [], max(0, uiterlijk - time.monotonic()))
            if not klaar:
                return None
            for pijp in klaar:
                if stuk := os.read(pijp, 1 << 20):
                    self.pijpen[pijp] += stuk
                else:
                    del self.pijpen[pijp]
                    os.close(pijp)
        if not select.select([self.lijn], [], [], max(0, uiterlijk - time.monotonic()))[0]:
            return None
        if code := self.lijn.recv(16):
            return int(code)
        raise MoederWeg

    def dood(self) -> None:
        with suppress(OSError):
            self.lijn.sendall(b"x")

    def sluit(self) -> None:
        for pijp in self.pijpen:
            os.close(pijp)
        self.lijn.close()


class Voorraad:
    """The loaded processes of this process, by kind of work."""

    def __init__(self) -> None:
        self._geladen: dict[str, Geladen] = {}
        self._beurt = threading.Lock()

    def baar(self, werk: str, gegevens: dict[str, object], omgeving: dict[str, str], map_: str) -> Kindlijn:
        with self._beurt:
            geladen = self._geladen.get(werk)
            if geladen and geladen.eigenaar == os.getpid():
                with suppress(MoederWeg):
                    return geladen.baar(map_)
            # Of before this process was forked itself, or gone for want of work.
            if geladen:
                geladen.sluit()
            geladen = self._geladen[werk] = Geladen(werk, gegevens, omgeving)
            return geladen.baar(map_)

    def sluit(self) -> None:
        with self._beurt:
            for geladen in self._geladen.values():
                geladen.sluit()
            self._geladen.clear()


VOORRAAD = Voorraad()


def draai(
    invoer: bytes, omgeving: dict[str, str], tik: Callable[[], None], tik_seconden: float, uiterlijk: float
) -> tuple[bytes, bytes, int, bool]:
    """As `starten.koud`: what the child wrote, its code, and whether it was killed because the clock ran out. Raises MoederWeg."""
    opdracht = json.loads(invoer.partition(b"\n")[0])
    with tempfile.TemporaryDirectory(prefix="ocmw-kind-") as map_:
        lijn = VOORRAAD.baar(opdracht["werk"], opdracht["gegevens"], omgeving, map_)
        te_lang = False
        try:
            lijn.voer(invoer)
            while (code := lijn.wacht(min(tik_seconden, max(0.05, uiterlijk - time.monotonic())))) is None:
                tik()
                if time.monotonic() > uiterlijk:
                    te_lang = True
                    lijn.dood()
        except BaseException:
            lijn.dood()
            raise
        finally:
            lijn.sluit()
        return bytes(lijn.uit), bytes(lijn.fout), code, te_lang
