"""bin/start: from an empty machine to a working address, and everything stopped again with Ctrl-C."""

import argparse
import contextlib
import fcntl
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import _system
from _console import Step, run, say, stop
from _setup import PYTHON, ROOT, collect_static, environment, prepare
from _supervisor import Child, Supervisor

STARTUP_PATIENCE = 90
# Once it runs a full disk does not stop it, but opening the database anew takes a little.
ROOM_TO_START = 1024 * 1024
# A website that dies this often before its first answer will not answer a fourth time.
STARTUP_DEATHS = 3


def main() -> int:
    options = _options()
    data: Path = options.data
    lock = _claim(data, options.port)
    prepare(dev=False)
    # Logs and data are for this user only, as what the site itself writes (ocmw/settings.py).
    os.umask(0o077)
    if not _system.has_pango() and not _system.install(_system.PANGO):
        say(f"{_system.missing(_system.PANGO)}\nAl het andere werkt intussen gewoon.")
    env = _app_environment(data, options.port)
    collect_static(data, env)
    logins = _database(env)
    if options.klaarzetten:
        say("Alles staat klaar.")
        return 0
    supervisor = Supervisor(_children(data, options.port, env))
    try:
        supervisor.start()
        return _serve(supervisor, f"http://localhost:{options.port}", data, logins)
    finally:
        supervisor.stop()
        lock.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/start", description="Start OCMW-traject: web, worker en klok.")
    parser.add_argument(
        "--port",
        type=_port,
        metavar="N",
        default=_port(os.environ.get("OCMW_PORT", "8000")),
        help="poort van het adres (standaard 8000, of OCMW_PORT)",
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="MAP",
        default=Path(os.environ.get("OCMW_DATA", ROOT / "var")),
        help="map voor databank, bestanden en logboeken (standaard var/, of OCMW_DATA)",
    )
    parser.add_argument(
        "--klaarzetten", action="store_true", help="alles installeren en klaarzetten, maar niets starten"
    )
    options = parser.parse_args()
    options.data = options.data.expanduser().resolve()
    return options


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        stop(f"Een poort is een getal van 1 tot 65535, niet {text!r}.")
    return int(text)


def _claim(data: Path, port: int) -> IO[str]:
    """Hold the data folder as long as we live: the lock vanishes with the process, so it is never stale."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(data).free < ROOM_TO_START:
            stop(f"De schijf van {data} is vol. Maak plaats en start opnieuw; er is niets verloren.")
        lock = (data / "start.lock").open("a+", encoding="utf-8")
    except OSError as fout:
        stop(f"In de map {data} kan ik niet schrijven ({fout.strerror}). Kies een andere met --data.")
    try:
        # Without waiting: whoever holds it runs for days.
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        stop(
            f"OCMW-traject draait al met deze gegevens: {lock.read().strip() or data}.\n"
            "Stop het daar met Ctrl-C, of start met andere gegevens: bin/start --data MAP --port N"
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            stop(
                f"Poort {port} mag je niet gebruiken zonder beheerdersrechten. Kies er een boven 1023: bin/start --port 8000"
            )
        except OSError:
            stop(f"Poort {port} is bezet door een ander programma. Kies een andere: bin/start --port {port + 1}")
    with contextlib.suppress(OSError):  # on a full disk the lock holds without its text
        lock.truncate(0)
        lock.write(f"http://localhost:{port} (proces {os.getpid()}, map {data})\n")
        lock.flush()
    return lock


def _app_environment(data: Path, port: int) -> dict[str, str]:
    extra = {"OCMW_DATA": str(data), "XDG_CACHE_HOME": str(data / "cache"), "DJANGO_SETTINGS_MODULE": "ocmw.settings"}
    if "OCMW_SITE_URL" not in os.environ:
        extra["OCMW_SITE_URL"] = f"http://localhost:{port}"
    return environment(**extra)


def _database(env: dict[str, str]) -> dict[str, str]:
    """Bring it to this version, fill an empty one with the demo, say what changed, and return who can log in."""
    with Step("Databank klaarzetten"):
        output = run(
            [PYTHON, ROOT / "bin" / "_database.py"], cwd=ROOT, env=env, failed="De databank klaarzetten lukte niet:"
        )
    told = json.loads(output.strip().splitlines()[-1])
    for sentence in told["sentences"]:
        say(sentence)
    logins: dict[str, str] = told["logins"]
    return logins


def _children(data: Path, port: int, env: dict[str, str]) -> list[Child]:
    logs = data / "log"
    logs.mkdir(exist_ok=True)
    # One process with threads suits SQLite, which has one writer; PostgreSQL, which Redis goes with, allows more.
    processes = os.environ.get("OCMW_WEB_PROCESSEN", "2" if os.environ.get("REDIS_URL") else "1")
    web = [
        "gunicorn",
        "ocmw.wsgi",
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        processes,
        "--threads",
        "8",
        "--timeout",
        "120",
        "--graceful-timeout",
        "10",
        "--no-control-socket",
        "--log-level",
        "warning",
    ]
    worker = [
        "celery",
        "-A",
        "ocmw",
        "worker",
        "--concurrency",
        "2",
        "--loglevel",
        "INFO",
        "--without-gossip",
        "--without-mingle",
        "--hostname",
        f"ocmw-{os.getpid()}@%h",
    ]
    beat = ["celery", "-A", "ocmw", "beat", "--loglevel", "INFO", "--pidfile="]
    return [
        Child(name, [PYTHON, "-m", *argv], logs / f"{file}.log", env, ROOT)
        for name, file, argv in [("De website", "web", web), ("De worker", "worker", worker), ("De klok", "klok", beat)]
    ]


def _serve(supervisor: Supervisor, address: str, data: Path, logins: dict[str, str]) -> int:
    """A website that cannot start ends here with a sentence; one that answered once is kept up, whatever else falls."""
    website = supervisor.children[0]
    deadline = time.monotonic() + STARTUP_PATIENCE
    up = False

    def decided() -> bool:
        nonlocal up
        up = _answers(address)
        return up or website.deaths >= STARTUP_DEATHS or time.monotonic() > deadline

    supervisor.watch(until=decided)
    if not up and not supervisor.stopping:
        log = data / "log" / "web.log"
        say(f"De website antwoordt niet op {address}. Kijk in {log}:\n{website.output.last_lines()}")
        return 1
    if not supervisor.stopping:
        _welcome(address, data, logins)
        supervisor.watch()
    say("Stoppen ...")
    return 0


def _answers(address: str) -> bool:
    """Any answer but a server error; redirects (to https in production) are not followed. 503 is a website that works and
    says that the disk is full."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=5)
    try:
        connection.request("GET", "/account/login/")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return status < 500 or status == 503


def _welcome(address: str, data: Path, logins: dict[str, str]) -> None:
    say(f"\nOCMW-traject draait op {address}\n")
    if logins:
        password = logins.pop("wachtwoord")
        say(f"Demo-aanmeldingen (verzonnen mensen), wachtwoord voor allemaal: {password}")
        for email, who in logins.items():
            say(f"  {email:<42} {who}")
        say("")
    say(f"Gegevens en logboeken: {data}\nStoppen: Ctrl-C")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nGestopt.")
    except subprocess.SubprocessError as fout:
        sys.exit(f"Starten lukte niet: {fout}")
