"""Keeps child processes alive and stops them together."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from _console import say, tail

# A child that dies this often in this many seconds has a cause that restarting does not cure.
MAX_DEATHS, WINDOW = 5, 60
LOG_LIMIT = 5 * 1024 * 1024


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the kernel ends a child whose parent was killed, so that no orphan keeps the port."""
    if not sys.platform.startswith("linux"):
        return None
    prctl, pr_set_pdeathsig = ctypes.CDLL(None).prctl, 1
    return lambda: prctl(pr_set_pdeathsig, signal.SIGTERM)


@dataclass
class Child:
    """One process in a group of its own, with its output in `log`."""

    name: str
    argv: Sequence[str | Path]
    log: Path
    env: dict[str, str]
    cwd: Path
    process: subprocess.Popen[bytes] | None = None
    deaths: deque[float] = field(default_factory=deque)

    def start(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".oud.log"))
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [str(part) for part in self.argv],
                cwd=self.cwd,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=_die_with_parent(),
            )

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def signal(self, number: int, *, whole_group: bool = False) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                (os.killpg if whole_group else os.kill)(self.process.pid, number)

    def revive(self) -> bool:
        """Start again what died; False when it dies too often."""
        assert self.process is not None
        now = time.monotonic()
        self.deaths.append(now)
        while self.deaths[0] < now - WINDOW:
            self.deaths.popleft()
        say(f"{self.name} is onverwacht gestopt (code {self.process.returncode}).")
        # Its own children may have survived it.
        self.signal(signal.SIGKILL, whole_group=True)
        if len(self.deaths) > MAX_DEATHS:
            return False
        time.sleep(min(len(self.deaths) - 1, 3))
        self.start()
        say(f"{self.name} is opnieuw gestart.")
        return True

    def last_lines(self) -> str:
        return tail(self.log.read_text(encoding="utf-8", errors="replace")) if self.log.exists() else ""


class Supervisor:
    def __init__(self, children: Sequence[Child]) -> None:
        self.children = children
        self.stopping = False

    def start(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        for child in self.children:
            child.start()

    def _ask_to_stop(self, *_: object) -> None:
        self.stopping = True

    def watch(self, until: Callable[[], bool] = lambda: False) -> bool:
        """Keep the children alive until `until()` or a signal; False when one of them keeps dying."""
        while not self.stopping and not until():
            for child in self.children:
                if not child.alive and not self.stopping and not child.revive():
                    say(f"{child.name} blijft stoppen. De laatste regels van {child.log}:\n{child.last_lines()}")
                    return False
            time.sleep(0.25)
        return True

    def stop(self, patience: float = 20) -> None:
        """Ask all at once (a worker finishes its task), then insist."""
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + patience
        while any(child.alive for child in self.children) and time.monotonic() < deadline:
            time.sleep(0.1)
        for child in self.children:
            child.signal(signal.SIGKILL, whole_group=True)
            if child.process is not None:
                child.process.wait()
