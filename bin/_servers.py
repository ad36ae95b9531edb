"""PostgreSQL and Redis for the tests: the ones you name, the ones that answer on this machine, or our own for the occasion."""

import getpass
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import _system
from _console import Step, stop, tail
from _setup import PYTHON, ROOT, environment

PATIENCE = 30
# Speed over safety: these servers hold test data and live as long as the tests.
POSTGRES_SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200",
                     "listen_addresses="]  # fmt: skip


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    """DATABASE_URL and REDIS_URL for as long as the block runs; what was started here is stopped afterwards."""
    # Short, because the path of a unix socket may have 107 characters at most.
    with (
        tempfile.TemporaryDirectory(prefix="ocmw-", dir="/tmp") as folder,
        _database(Path(folder)) as database,
        _redis(Path(folder)) as redis,
    ):
        yield {"DATABASE_URL": database, "REDIS_URL": redis}


@contextmanager
def _database(folder: Path) -> Iterator[str]:
    # A server of our own does not wait for the disk; emptying a hundred tables after each browser test is most of a run.
    program = _postgres_program("postgres")
    if found := os.environ.get("DATABASE_URL") or ("" if program else _answering_database()):
        yield found
        return
    program = program or _install_postgres()
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    data = folder / "pg"
    data.mkdir(mode=0o700)
    if user:
        folder.chmod(0o711)
        shutil.chown(data, user)
    with Step("PostgreSQL starten voor de tests"):
        _as(user, [program.with_name("initdb"), "-D", data / "d", "-A", "trust", "-U", "ocmw", "--no-sync",
                   "-E", "UTF8", "--locale=C.UTF-8"])  # fmt: skip
        options = [part for setting in POSTGRES_SETTINGS for part in ("-c", setting)]
        process = subprocess.Popen(_command(user, [program, "-D", data / "d", "-k", data, *options]),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=(folder / "pg.log").open("wb"), start_new_session=True)  # fmt: skip
        url = f"postgres://ocmw@{quote(str(data), safe='')}/ocmw"
        maintenance = f"postgres://ocmw@{quote(str(data), safe='')}/postgres"
        _wait(lambda: _psycopg(maintenance), process, folder / "pg.log")
    try:
        yield url
    finally:
        _end(process)


def _answering_database() -> str:
    """A PostgreSQL on this machine in which we may make a test database, without a password."""
    for user in dict.fromkeys([os.environ.get("PGUSER", ""), getpass.getuser(), "postgres"]):
        for host in ("127.0.0.1", quote("/var/run/postgresql", safe="")):
            if user and _psycopg(f"postgres://{user}@{host}/postgres"):
                return f"postgres://{user}@{host}/ocmw"
    return ""


def _psycopg(url: str) -> bool:
    """Does it answer, and may we create databases there?"""
    question = (
        "import sys, dj_database_url as d, psycopg2 as p; s = d.parse(sys.argv[1])\n"
        "c = p.connect(host=s['HOST'], user=s['USER'], dbname=s['NAME'], connect_timeout=3).cursor()\n"
        "c.execute('select rolcreatedb or rolsuper from pg_roles where rolname = current_user')\n"
        "sys.exit(not c.fetchone()[0])"
    )
    return subprocess.run([PYTHON, "-c", question, url], env=environment(), cwd=ROOT, capture_output=True,
                          check=False).returncode == 0  # fmt: skip


def _postgres_program(name: str) -> Path | None:
    """Debian keeps the server programs outside PATH; take the newest."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([*map(str, folders), os.environ.get("PATH", os.defpath)]))
    return Path(found) if found else None


def _install_postgres() -> Path:
    program = _postgres_program("postgres") if _system.install(_system.POSTGRESQL) else None
    if program is None:
        stop(f"{_system.missing(_system.POSTGRESQL)}\nOf geef een bestaande server met DATABASE_URL.")
    return program


@contextmanager
def _redis(folder: Path) -> Iterator[str]:
    if found := os.environ.get("REDIS_URL") or answering_redis():
        yield found
        return
    if not shutil.which("redis-server") and not _system.install(_system.REDIS):
        stop(f"{_system.missing(_system.REDIS)}\nOf geef een bestaande server met REDIS_URL.")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "redis.log"
    process = subprocess.Popen(["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "",
                                "--appendonly", "no", "--dir", str(folder)], stdin=subprocess.DEVNULL,
                               stdout=log.open("wb"), stderr=subprocess.STDOUT, start_new_session=True)  # fmt: skip
    try:
        _wait(lambda: _redis_keys(port, 0) is not None, process, log)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        _end(process)


def answering_redis() -> str:
    """Empty database numbers of a Redis on this machine, the first of two: the tests empty what they use."""
    for number in range(14, 0, -1):
        keys = [_redis_keys(6379, number), _redis_keys(6379, number + 1)]
        if None in keys:
            return ""
        if keys == [0, 0]:
            return f"redis://127.0.0.1:6379/{number}"
    return ""


def _redis_keys(port: int, number: int) -> int | None:
    """How many keys a database number holds, or None when no Redis answers."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(b"SELECT %d\r\nDBSIZE\r\n" % number)
            answer = connection.makefile("rb")
            selected, size = answer.readline(), answer.readline()
    except OSError:
        return None
    return int(size[1:]) if selected == b"+OK\r\n" and size.startswith(b":") else None


def _wait(ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            _end(process)
            stop(f"De server startte niet:\n{tail(log.read_text(encoding='utf-8', errors='replace'))}")
        time.sleep(0.1)


def _as(user: str | None, argv: Sequence[object]) -> None:
    done = subprocess.run(_command(user, argv), capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"{argv[0]} lukte niet:\n{tail(done.stdout + done.stderr)}")


def _command(user: str | None, argv: Sequence[object]) -> list[str]:
    if user is None:
        return list(map(str, argv))
    account = pwd.getpwnam(user)
    return ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups", *map(str, argv)]


def _end(process: subprocess.Popen[bytes]) -> None:
    # SIGINT is PostgreSQL's fast shutdown; Redis stops at once too.
    process.send_signal(2)
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
