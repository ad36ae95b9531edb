"""What the scripts here share: the virtual environment, the packages and the browser assets.

Every step is skipped when its input did not change, so that a second run costs next to nothing. Standard library only: this
runs before anything is installed.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import _system
from _assets import copy_assets
from _console import Step, run, say, stop

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
# What the application runs on, and what the tools add to it.
LOCKS = ("requirements.lock", "requirements-dev.lock")


def prepare(*, dev: bool) -> None:
    """Make the checkout ready to run; with `dev` also the tools of bin/test and bin/check."""
    with _one_at_a_time():
        _python_packages(dev=dev)
        _assets(dev=dev)


def environment(**extra: str) -> dict[str, str]:
    """The environment of everything we start: our Python first, no writing in the home folder."""
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    env["PATH"] = f"{VENV / 'bin'}{os.pathsep}{env.get('PATH', os.defpath)}"
    env.pop("PYTHONHOME", None)
    return _system.library_path({**env, **extra})


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """A bin/test beside a bin/start in the same checkout must not install twice at once."""
    (ROOT / "var").mkdir(exist_ok=True)
    with (ROOT / "var" / "opzet.lock").open("w") as lock:
        try:
            # A lock of the system, not a file that is there or not: it goes with the process, so it is never stale.
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Een andere bin/start of bin/test zet deze map klaar; even wachten ...")
            # The second time with patience: the first only asked whether there is something to say.
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _python_packages(*, dev: bool) -> None:
    locks = LOCKS if dev else LOCKS[:1]
    wanted = {name: _digest(ROOT / name) for name in locks}
    installed = all(_stamp_is(VENV, name, value) for name, value in wanted.items())
    if (why := _why_anew(installed=installed)) is not None:
        _make_venv(why)
    elif installed:
        return
    with Step("Python-pakketten installeren (de eerste keer een paar minuten)"):
        run(
            [
                PYTHON,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-input",
                "--disable-pip-version-check",
                # Nothing may be written outside the checkout.
                "--no-cache-dir",
                "--require-hashes",
                # Building a package would fetch tools that no lock names.
                "--only-binary=:all:",
                *(part for name in locks for part in ("-r", name)),
            ],
            cwd=ROOT,
            env=environment(),
            failed="De Python-pakketten installeren lukte niet. Is er een verbinding met internet?",
        )
    # What was read before pip read it: a lock that changes meanwhile is installed the next time.
    for name, value in wanted.items():
        _write_stamp(VENV, name, value)


def _why_anew(*, installed: bool) -> str | None:
    """Why .venv must be made (again), as part of a sentence; empty the first time, None when it can stay."""
    if not os.path.lexists(VENV):
        return ""
    # A link is somebody's choice, and may point to an environment that something else made.
    if not VENV.is_symlink():
        place = _stamps(VENV).get("plaats")
        if place is None:
            return "ze was maar half gemaakt"
        # The scripts inside hold absolute paths.
        if place != str(VENV.resolve()):
            return "de map is verhuisd"
    if not _sound("--venv"):
        return "de Python waarmee ze gemaakt is, werkt niet meer"
    # Reads the list of every package, so only when we are about to install.
    if not installed and not _sound("--venv", "--whole"):
        return "een pakket erin is maar half geïnstalleerd"
    return None


def _sound(*what: str) -> bool:
    try:
        done = subprocess.run(
            [PYTHON, "-I", ROOT / "bin" / "_sound.py", *what], cwd=ROOT, capture_output=True, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def _make_venv(why: str) -> None:
    if not _can_make_venv() and not (_system.install(_system.VENV) and _can_make_venv()):
        stop(_system.missing(_system.VENV))
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()  # what a link points to is not ours to empty
    with Step(f"Python-omgeving .venv opnieuw maken: {why}" if why else "Python-omgeving .venv maken"):
        run(
            [sys.executable, "-m", "venv", "--clear", VENV],
            cwd=ROOT,
            env=dict(os.environ),
            failed="De map .venv maken lukte niet:",
        )
    _write_stamp(VENV, "plaats", str(VENV.resolve()))


def _can_make_venv() -> bool:
    """Debian ships `venv` without `ensurepip`, and then fails halfway; ask before."""
    return (
        subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True, check=False).returncode
        == 0
    )


def locked(lock: Path) -> dict[str, str]:
    """Every package in a lock with its version."""
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def _assets(*, dev: bool) -> None:
    lock = _digest(ROOT / "package-lock.json")
    if not any(_stamp_is(NODE_MODULES, name, lock) for name in (["dev"] if dev else ["dev", "gewoon"])):
        if NODE_MODULES.is_symlink():
            NODE_MODULES.unlink()  # as with .venv: npm first empties what it finds, also at the other end of a link
        with Step("Opmaak en lettertypen ophalen"), tempfile.TemporaryDirectory() as cache:
            run(
                [
                    VENV / "bin" / "npm",
                    "ci",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--cache",
                    cache,
                    *([] if dev else ["--omit=dev"]),
                ],
                cwd=ROOT,
                env=environment(),
                failed="De opmaak en lettertypen ophalen (npm) lukte niet. Is er een verbinding met internet?",
            )
        _write_stamp(NODE_MODULES, "dev" if dev else "gewoon", lock)
    fonts = ROOT / "bin" / "_fonts.py"
    wanted = lock + _digest(ROOT / "bin" / "_assets.py") + _digest(fonts)
    if not _stamp_is(VENDOR, "bron", wanted):
        copy_assets(NODE_MODULES, VENDOR)
        run([PYTHON, fonts, VENDOR.parent], cwd=ROOT, env=environment(), failed="De lettertypen uitpakken lukte niet:")
        _write_stamp(VENDOR, "bron", wanted)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _stamps(folder: Path) -> dict[str, str]:
    try:
        stamps: dict[str, str] = json.loads((folder / ".opzet.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps


def _stamp_is(folder: Path, name: str, value: str) -> bool:
    return _stamps(folder).get(name) == value


def _write_stamp(folder: Path, name: str, value: str) -> None:
    """Written last: a step that was interrupted has no stamp and is done again."""
    stamps = _stamps(folder) | {name: value}
    (folder / ".opzet.json").write_text(json.dumps(stamps, indent=1), encoding="utf-8")


def folder_digest(*folders: Path) -> str:
    """What is in these folders, by name, size and time: cheap enough for every start."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                state = file.stat()
                digest.update(f"{file.relative_to(folder)} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect_static(data: Path, env: dict[str, str]) -> None:
    """Gather and compress the static files in the data folder, when they changed."""
    wanted = folder_digest(ROOT / "static") + _stamps(VENV).get(LOCKS[0], "")
    if _stamp_is(data / "static", "bron", wanted):
        return
    shutil.rmtree(data / "static", ignore_errors=True)
    with Step("Opmaak klaarzetten"):
        run(
            # The unpacked fonts are for paper; browsers take the packed ones.
            [PYTHON, "manage.py", "collectstatic", "--noinput", "--verbosity=0", "--ignore=*.ttf"],
            cwd=ROOT,
            env=env,
            failed="De opmaak klaarzetten (collectstatic) lukte niet:",
        )
    _write_stamp(data / "static", "bron", wanted)
