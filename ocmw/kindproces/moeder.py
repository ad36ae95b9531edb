"""The program of a loaded process (`python -I moeder.py`): it read the libraries of one kind of work, and forks a child for
every piece of it. Started and asked by `warm.py`.

It never sees a byte of a stranger: input and output of a child are pipes that only pass through. Every child is new, sets the
limits and closes the locks of `kind.py` itself, does one piece of work and is gone. It takes its mother's loaded pages along,
nothing of an earlier child.

Arguments: the number of the socket on which questions come, the path of kind.py, the work, what it is loaded with, and the
seconds without work after which it goes.
A question is the folder of the child, with four file descriptors: its input, output and error, and a line to whoever asked.
On that line goes the code the child ended with; whatever comes back on it, or its end, kills the child.
"""

import gc
import importlib.util
import json
import os
import select
import signal
import socket
import sys
import tempfile
from types import ModuleType


def laad_kind(pad: str) -> ModuleType:
    plan = importlib.util.spec_from_file_location("kind", pad)
    if plan is None or plan.loader is None:
        raise ImportError(pad)
    kind = importlib.util.module_from_spec(plan)
    plan.loader.exec_module(kind)
    return kind


class Kindermoeder:
    def __init__(self, vragen: socket.socket, kind: ModuleType, los: float) -> None:
        self.vragen, self.kind, self.los = vragen, kind, los
        self.kinderen: dict[int, socket.socket] = {}
        self.gedood: set[int] = set()
        self.wek, wekker = os.pipe()
        os.set_blocking(self.wek, False)
        os.set_blocking(wekker, False)
        signal.set_wakeup_fd(wekker)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def werk(self) -> None:
        """Until who asks is gone, or for a long time has nothing to ask."""
        while True:
            lijnen = {lijn: pid for pid, lijn in self.kinderen.items() if pid not in self.gedood}
            open_: list[socket.socket | int] = [self.vragen, self.wek, *lijnen]
            klaar, _, _ = select.select(open_, [], [], None if self.kinderen else self.los)
            if not klaar:
                return
            # Whose end is known first: a number may be given to another process once its child was waited for.
            if self.wek in klaar:
                self.begraaf()
            for lijn, pid in lijnen.items():
                if lijn in klaar and pid in self.kinderen:
                    self.dood(pid)
            if self.vragen in klaar and not self.baar():
                for pid in self.kinderen:
                    self.dood(pid)
                return

    def dood(self, pid: int) -> None:
        self.gedood.add(pid)
        os.kill(pid, signal.SIGKILL)

    def begraaf(self) -> None:
        os.read(self.wek, 4096)
        while self.kinderen:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            self.gedood.discard(pid)
            with self.kinderen.pop(pid) as lijn:
                try:
                    lijn.sendall(str(os.waitstatus_to_exitcode(status)).encode())
                except OSError:
                    continue  # who asked is gone

    def baar(self) -> bool:
        """False when nobody will ask again."""
        map_, pijpen, _, _ = socket.recv_fds(self.vragen, 4096, 4)
        if not map_:
            return False
        pid = os.fork()
        if not pid:
            self.word_kind(map_.decode(), pijpen)
        for pijp in pijpen[:3]:
            os.close(pijp)
        self.kinderen[pid] = socket.socket(fileno=pijpen[3])
        return True

    def word_kind(self, map_: str, pijpen: list[int]) -> None:
        code = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for nummer, pijp in enumerate(pijpen[:3]):
                os.dup2(pijp, nummer)
            # What is left open leads to the mother and to other children.
            os.closerange(3, os.sysconf("SC_OPEN_MAX"))
            sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
            os.chdir(map_)
            os.environ["TMPDIR"] = tempfile.tempdir = map_  # who loaded may have asked where, before
            code = self.kind.main()
            sys.stderr.flush()
        except MemoryError:
            code = self.kind.GEEN_GEHEUGEN
        finally:
            os._exit(code)


def main(vragen: str, pad: str, werk: str, gegevens: str, los: str) -> None:
    kind = laad_kind(pad)
    kind.laad(werk)(**json.loads(gegevens))
    gc.collect()
    gc.freeze()  # a collection in a child would write, and so copy, every page of what was loaded
    Kindermoeder(socket.socket(fileno=int(vragen)), kind, float(los)).werk()


if __name__ == "__main__":
    main(*sys.argv[1:])
