"""What the scripts say and how they stop: Dutch, one line, no traceback."""

import contextlib
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn


def say(line: str) -> None:
    # Our own output may be a file on a disk that is full, or a terminal that is gone: no reason to stop.
    with contextlib.suppress(OSError):
        print(line, flush=True)


def stop(line: str) -> NoReturn:
    """End the script with one sentence on standard error and exit code 1."""
    print(line, file=sys.stderr, flush=True)
    raise SystemExit(1)


def tail(text: str, lines: int = 15) -> str:
    return "\n".join("    " + line for line in text.strip().splitlines()[-lines:])


def run(argv: Sequence[str | Path], *, cwd: Path, env: dict[str, str], failed: str) -> str:
    """Run a command quietly; when it fails, show its last lines under the sentence `failed` and stop."""
    done = subprocess.run(
        [str(part) for part in argv],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        stop(f"{failed}\n{tail(done.stdout)}")
    return done.stdout


class Step:
    """`with Step("Pakketten installeren"):` prints the line before and the seconds after."""

    def __init__(self, line: str) -> None:
        self.line = line

    def __enter__(self) -> None:
        print(f"{self.line} ... ", end="", flush=True)
        self.begin = time.monotonic()

    def __exit__(self, kind: object, *_: object) -> None:
        print(f"{time.monotonic() - self.begin:.0f} s" if kind is None else "", flush=True)
