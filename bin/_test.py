"""bin/test: the whole suite on SQLite; with --postgres what may differ on PostgreSQL and Redis, with --lang --postgres the
whole suite there too. Other arguments go to pytest."""

import os
import signal
import subprocess
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import _system
from _console import say, stop
from _servers import servers
from _setup import PYTHON, ROOT, environment, prepare


def main(arguments: list[str]) -> int:
    postgres, whole = "--postgres" in arguments, "--lang" in arguments
    arguments = [argument for argument in arguments if argument not in {"--postgres", "--lang"}]
    marks = "databank or postgres" if postgres and not whole else ""
    in_ci = os.environ.get("CI", "") not in {"", "false"}
    prepare(dev=True)
    if not _system.has_pango() and not _system.install(_system.PANGO):
        stop(_system.missing(_system.PANGO))
    if not _system.has_nginx() and not _system.install(_system.NGINX) and in_ci:
        stop(_system.missing(_system.NGINX))
    browser = _browser(in_ci=in_ci)
    if not browser and in_ci:
        stop(_system.missing(_system.CHROMIUM))
    engine: AbstractContextManager[dict[str, str]] = servers() if postgres else nullcontext({})
    with engine as urls:
        code = _pytest(arguments, urls, marks, browser=browser)
    if not browser:
        say(f"Niet alles is getest. {_system.missing(_system.CHROMIUM)}")
    return code


def _browser(*, in_ci: bool) -> str | None:
    """What stands on this machine; CI has the light one put beside it when it can be had."""
    found = _system.chromium()
    if found and (not in_ci or os.environ.get("OCMW_CHROMIUM") or Path(found).name in _system.CHROMIUM_SHELL.apt):
        return found
    if _system.install(_system.CHROMIUM_SHELL) or (not found and _system.install(_system.CHROMIUM)):
        return _system.chromium()
    return found


def _pytest(arguments: list[str], urls: dict[str, str], marks: str, *, browser: str | None) -> int:
    # Data of its own: tests must never touch the database and files of a running bin/start.
    data = Path(os.environ.get("OCMW_DATA", ROOT / "var")) / ("test-postgres" if urls else "test")
    env = environment(OCMW_DATA=str(data), OCMW_CHROMIUM=browser or "", **urls)
    if not urls:
        env = {name: value for name, value in env.items() if name not in {"DATABASE_URL", "REDIS_URL"}}
    if not browser:
        marks = f"({marks}) and not browser" if marks else "not browser"
    command = [
        str(PYTHON),
        "-m",
        "pytest",
        "-p",
        "ocmw.gereedschap.testing.suite",
        "-m",
        marks,
        "-n",
        "2",
        "--dist",
        "loadfile",
        "--no-loadscope-reorder",  # by itself it starts with the files that count most tests, and ends with the longest
        *arguments,
    ]
    process = subprocess.Popen(command, cwd=ROOT, env=env)
    # Ctrl-C reaches pytest by itself; we wait for its summary.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    return process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
