"""bin/bench: the generated database on SQLite and on PostgreSQL; --sqlite or --postgres for one of them.

The rest of the arguments goes to `bin/manage bench`: --alleen NAAM, --lijst, --eis, --groot ...
"""

import os
import subprocess
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from _console import say
from _servers import answering_redis, servers
from _setup import PYTHON, ROOT, environment, prepare

DATA = ROOT / "var" / "bench"
SQLITE = {"DATABASE_URL": f"sqlite:///{DATA / 'bench.sqlite3'}", "REDIS_URL": ""}


def main(arguments: list[str]) -> int:
    engines = [name for name in ("sqlite", "postgres") if f"--{name}" in arguments] or ["sqlite", "postgres"]
    rest = [argument for argument in arguments if argument not in {"--sqlite", "--postgres"}]
    prepare(dev=False)
    if "--lijst" in rest:
        return _manage(environment(OCMW_DATA=str(DATA), **SQLITE), "bench", *rest)
    return max(_measure(engine, rest) for engine in engines)


def _measure(engine: str, arguments: list[str]) -> int:
    say(f"Metingen op {engine}")
    DATA.mkdir(parents=True, exist_ok=True)
    for old in DATA.glob("bench.sqlite3*"):
        old.unlink()
    place: AbstractContextManager[dict[str, str]] = servers() if engine == "postgres" else nullcontext(SQLITE)
    with place as urls:
        # The cache of the bench is in the process; one measurement puts a real Redis beside it.
        redis = urls.get("REDIS_URL") or os.environ.get("REDIS_URL") or answering_redis()
        urls = {**urls, "REDIS_URL": ""}
        if engine == "postgres":
            urls["DATABASE_URL"] = _own_database(urls["DATABASE_URL"])
        env = environment(OCMW_DATA=str(DATA), OCMW_LOG="WARNING", **urls)
        return max(_manage(env, "bijwerken"), _manage(env, "bench", f"--redis={redis}", *arguments))


def _own_database(url: str) -> str:
    """A fresh database beside the one named in `url`; never the real one."""
    fresh = f"{url.rsplit('/', 1)[0]}/ocmw_bench"
    question = (
        "import sys, dj_database_url as d, psycopg2 as p; s = d.parse(sys.argv[1])\n"
        "c = p.connect(host=s['HOST'] or None, port=s['PORT'] or None, user=s['USER'] or None,"
        " password=s['PASSWORD'] or None, dbname='postgres'); c.autocommit = True; k = c.cursor()\n"
        "k.execute('drop database if exists ocmw_bench'); k.execute('create database ocmw_bench')\n"
    )
    subprocess.run([PYTHON, "-c", question, url], cwd=ROOT, env=environment(), check=True)
    return fresh


def _manage(env: dict[str, str], *arguments: str) -> int:
    return subprocess.run([PYTHON, Path("manage.py"), *arguments], cwd=ROOT, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
