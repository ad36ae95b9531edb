"""Keeps child processes alive, keeps their logs, and stops them together."""

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from _console import say, tail

# Who lives this long has left its trouble behind: the next death counts as the first.
SETTLED = 60
# Between two starts: at once, then 1, 2, 4 ... seconds. Never giving up costs one start a minute.
LONGEST_PAUSE = 60
# From here it is no accident any more: say so, with the last lines of its log.
KEEPS_DYING = 6
LOG_LIMIT = 5 * 1024 * 1024


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the kernel ends a child whose parent was killed, so that no orphan keeps the port."""
    if not sys.platform.startswith("linux"):
        return None
    prctl, pr_set_pdeathsig = ctypes.CDLL(None).prctl, 1
    return lambda: prctl(pr_set_pdeathsig, signal.SIGTERM)


@dataclass
class Log:
    """The output of a child, which writes to a pipe and so never meets a full disk: we do, and drop what does not fit."""

    name: str
    path: Path
    pipe: int | None = None
    full: bool = False

    def open(self) -> int:
        """A fresh pipe; the end to write to is for the child."""
        self.close()
        self.pipe, writing = os.pipe()
        os.set_blocking(self.pipe, False)
        return writing

    def copy(self) -> None:
        """Everything that waits in the pipe, to the file."""
        while self.pipe is not None:
            try:
                chunk = os.read(self.pipe, 64 * 1024)
            except BlockingIOError:
                return
            if not chunk:
                self.close()
                return
            self._write(chunk)

    def close(self) -> None:
        if self.pipe is not None:
            os.close(self.pipe)
            self.pipe = None

    def _write(self, chunk: bytes) -> None:
        try:
            if self.path.exists() and self.path.stat().st_size > LOG_LIMIT:
                self.path.replace(self.path.with_suffix(".oud.log"))
            with self.path.open("ab", buffering=0) as output:
                output.write(chunk)
        except OSError as error:
            if not self.full:
                say(
                    f"Het logboek van {self.name} kan niet geschreven worden ({error.strerror}); al het andere gaat door."
                )
            self.full = True
        else:
            self.full = False

    def last_lines(self) -> str:
        self.copy()
        try:
            return tail(self.path.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return ""


@dataclass
class Child:
    """One process in a group of its own, with its output in `log`."""

    name: str
    argv: Sequence[str | Path]
    log: Path
    env: dict[str, str]
    cwd: Path
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0  # one after another, each soon after its start
    _started: float = 0
    _resume: float | None = None

    def __post_init__(self) -> None:
        self.output = Log(self.name, self.log)

    def start(self) -> None:
        self._started, self._resume = time.monotonic(), None
        writing = self.output.open()
        try:
            self.process = subprocess.Popen(
                [str(part) for part in self.argv],
                cwd=self.cwd,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=writing,
                stderr=writing,
                start_new_session=True,
                preexec_fn=_die_with_parent(),
            )
        finally:
            os.close(writing)

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def signal(self, number: int, *, whole_group: bool = False) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                (os.killpg if whole_group else os.kill)(self.process.pid, number)

    def keep_alive(self) -> None:
        """Bury what died and start it again when its pause is over; never waits, because the others need watching too."""
        if self.alive:
            return
        if self._resume is None:
            self._bury()
        if self._resume is not None and time.monotonic() >= self._resume:
            try:
                self.start()
            except OSError as error:
                say(f"{self.name} kan niet starten ({error.strerror}).")
                self._bury()
            else:
                say(f"{self.name} is opnieuw gestart.")

    def _bury(self) -> None:
        now = time.monotonic()
        self.deaths = 1 if now - self._started > SETTLED else self.deaths + 1
        pause = 0 if self.deaths == 1 else min(2 ** (self.deaths - 2), LONGEST_PAUSE)
        self._resume = now + pause
        # Its own children may have survived it.
        self.signal(signal.SIGKILL, whole_group=True)
        code = self.process.returncode if self.process is not None else "?"
        when = f" Over {pause} s opnieuw." if pause else ""
        if self.deaths == KEEPS_DYING:
            say(
                f"{self.name} blijft stoppen (code {code}); al het andere blijft werken.{when}"
                f" De laatste regels van {self.log}:\n{self.output.last_lines()}"
            )
        else:
            say(f"{self.name} is onverwacht gestopt (code {code}).{when}")


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

    def watch(self, until: Callable[[], bool] = lambda: False) -> None:
        """Keep the children alive until `until()` or a signal. One that keeps dying never takes the others along."""
        while not self.stopping and not until():
            for child in self.children:
                if not self.stopping:
                    child.keep_alive()
            self._log(0.25)

    def _log(self, seconds: float) -> None:
        """Wait that long at most, and keep the logs."""
        pipes = [child.output.pipe for child in self.children if child.output.pipe is not None]
        with contextlib.suppress(InterruptedError):
            select.select(pipes, [], [], seconds)
        for child in self.children:
            child.output.copy()

    def stop(self, patience: float = 20) -> None:
        """Ask all at once (a worker finishes its task), then insist."""
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + patience
        while any(child.alive for child in self.children) and time.monotonic() < deadline:
            self._log(0.1)
        for child in self.children:
            child.signal(signal.SIGKILL, whole_group=True)
            if child.process is not None:
                child.process.wait()
            child.output.copy()
