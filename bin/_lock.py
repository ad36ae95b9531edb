"""bin/lock: write requirements.lock and requirements-dev.lock anew from the lists that we keep by hand.

The lists say what we chose, the locks say everything that comes along, each with its hashes, for every Python and every
machine we run on. With --nieuwste also what nobody chose moves to its newest version.
"""

import sys
import tempfile
from pathlib import Path

from _console import Step, run, say, stop
from _setup import LOCKS, ROOT, VENV, environment, locked, prepare


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--nieuwste"]):
        stop("bin/lock kent alleen --nieuwste: neem ook van wat meekomt de nieuwste versie.")
    prepare(dev=True)
    upgrade = ["--upgrade"] if arguments else []
    runtime, dev = LOCKS
    with Step("Pakketten vastleggen, met hun vingerafdrukken"):
        _compile("requirements.txt", runtime, upgrade)
        # What the application runs on is locked once; the second file holds only what the tools add.
        apart = [part for name in sorted(locked(ROOT / runtime)) for part in ("--no-emit-package", name)]
        _compile("requirements-dev.txt", dev, [*upgrade, "--constraints", runtime, *apart])
    say("Bekijk het verschil (git diff), draai bin/test, en leg de lijsten en de sloten samen vast.")
    return 0


def _compile(source: str, lock: str, options: list[str]) -> None:
    with tempfile.TemporaryDirectory() as cache:
        run(
            [
                VENV / "bin" / "uv",
                "pip",
                "compile",
                source,
                "--quiet",
                "--universal",
                "--python-version",
                "3.11",
                "--generate-hashes",
                "--custom-compile-command",
                "bin/lock",
                # Neither the settings nor the mirror of whoever runs this may show in the file.
                "--no-config",
                "--no-emit-index-url",
                "--no-emit-find-links",
                "--cache-dir",
                cache,
                "--output-file",
                lock,
                *options,
            ],
            cwd=ROOT,
            env=environment(),
            failed=f"{lock} maken lukte niet. Is er een verbinding met internet?",
        )
    path = Path(ROOT, lock)
    kept = path.read_text(encoding="utf-8").partition("\n# The following packages were excluded")[0]
    path.write_text(f"{kept.rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
