"""bin/check: every check that is not a test, two at a time; all of them run, then the exit code says whether one failed.

With --herstel the formatters first write what they would otherwise complain about. With names only those checks: that is
how the hooks of .pre-commit-config.yaml run the same list.
"""

import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from _console import say, stop, tail
from _setup import PYTHON, ROOT, VENV, environment, prepare

PACKAGES = ["ocmw", "clienten", "trajecten", "tewerkstelling", "nazorg"]


@dataclass(frozen=True)
class Check:
    code: str  # the name on the command line, and of the hook
    name: str
    argv: list[str]
    env: dict[str, str]


def main(arguments: list[str]) -> int:
    repair, wanted = "--herstel" in arguments, {argument for argument in arguments if argument != "--herstel"}
    with tempfile.TemporaryDirectory() as data, ThreadPoolExecutor(max_workers=2) as pool:
        checks = all_checks(data)
        if wanted - {check.code for check in checks}:
            stop(f"bin/check kent --herstel, en deze controles: {' '.join(check.code for check in checks)}")
        prepare(dev=True)
        if repair:
            _repair()
        results = list(pool.map(_run, [check for check in checks if not wanted or check.code in wanted]))
    failed = [name for name, passed in results if not passed]
    say(
        f"\n{len(failed)} van {len(results)} controles mislukt: {', '.join(failed)}"
        if failed
        else f"\nAlle {len(results)} controles in orde."
    )
    return 1 if failed else 0


def _repair() -> None:
    for argv in (
        ["ruff", "check", "--fix", "--quiet", "."],
        ["ruff", "format", "--quiet", "."],
        ["djade", "--target-version", "5.2", *_templates()],
    ):
        subprocess.run(
            [VENV / "bin" / argv[0], *argv[1:]], cwd=ROOT, env=environment(), capture_output=True, check=False
        )


def _templates() -> list[str]:
    return [str(path) for path in sorted((ROOT / "templates").rglob("*.html"))]


def all_checks(data: str) -> list[Check]:
    tool = {name: str(VENV / "bin" / name) for name in ("ruff", "djade", "djlint", "mypy", "lint-imports")}
    manage = [str(PYTHON), "manage.py"]
    scripts = [str(path) for path in sorted((ROOT / "bin").glob("*.py"))]
    # A fresh SQLite and no servers: the checks look at the code, not at the data of whoever runs them.
    plain = {
        name: value
        for name, value in environment(OCMW_DATA=data).items()
        if name not in {"DATABASE_URL", "REDIS_URL", "OCMW_PRODUCTIE", "OCMW_DEBUG"}
    }
    # What a real installation sets (docs/beheer.md); the values are not secrets.
    production = plain | {
        "OCMW_PRODUCTIE": "True",
        "OCMW_SECRET_KEY": "alleen-voor-de-controle-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ",
        "OCMW_HOSTS": "traject.ocmw.example",
        "OCMW_ORIGINS": "https://traject.ocmw.example",
        "OCMW_PROXIES": "127.0.0.1",
        "OCMW_SITE_URL": "https://traject.ocmw.example",
        "DATABASE_URL": "postgres://ocmw@localhost/ocmw",
        "REDIS_URL": "redis://localhost:6379/0",
    }
    return [
        # mypy first: it takes longest, the others run beside it.
        Check("types", "types (mypy)", [tool["mypy"], *PACKAGES, *scripts], plain),
        Check("opmaak", "opmaak van Python (ruff format)", [tool["ruff"], "format", "--check", "."], plain),
        Check("regels", "regels voor Python (ruff)", [tool["ruff"], "check", "."], plain),
        Check(
            "template-opmaak",
            "opmaak van templates (djade)",
            [tool["djade"], "--target-version", "5.2", "--check", *_templates()],
            plain,
        ),
        Check(
            "template-regels",
            "regels voor templates (djlint)",
            [tool["djlint"], "--lint", "--quiet", "templates"],
            plain,
        ),
        Check("redenen", "elke uitzondering zegt waarom", [str(PYTHON), str(ROOT / "bin" / "_reasons.py")], plain),
        Check("imports", "richting van imports (import-linter)", [tool["lint-imports"], "--no-cache"], plain),
        Check("migraties", "migraties volledig", [*manage, "makemigrations", "--check", "--dry-run"], plain),
        Check("django", "Django", [*manage, "check", "--fail-level", "WARNING"], plain),
        Check(
            "productie", "Django in productie", [*manage, "check", "--deploy", "--fail-level", "WARNING"], production
        ),
    ]


def _run(check: Check) -> tuple[str, bool]:
    begin = time.monotonic()
    done = subprocess.run(
        check.argv,
        cwd=ROOT,
        env=check.env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    passed = done.returncode == 0
    line = f"{'ok  ' if passed else 'FOUT'} {check.name:<40} {time.monotonic() - begin:5.1f} s"
    say(line if passed else f"{line}\n{tail(done.stdout, 60)}\n")
    return check.name, passed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
