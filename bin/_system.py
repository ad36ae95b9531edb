"""System packages: installed with apt where that is allowed, otherwise one line that names the package."""

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from _console import Step, tail


@dataclass(frozen=True)
class Package:
    """Something outside the virtual environment, by the names the package managers know it under."""

    purpose: str
    apt: tuple[str, ...]
    brew: str = ""

    @property
    def how(self) -> str:
        if sys.platform == "darwin" and self.brew:
            return f"brew install {self.brew}"
        return f"apt-get install {' '.join(self.apt)}"


VENV = Package("de Python-omgeving", (f"python3.{sys.version_info.minor}-venv",), "python")
PANGO = Package("PDF's maken", ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"), "pango")
# The shell is the same browser without its windows: a new page costs a third of the processor time.
CHROMIUM_SHELL = Package("de browsertests", ("chromium-headless-shell",))
CHROMIUM = Package("de browsertests", ("chromium",), "--cask chromium")
POSTGRESQL = Package("de tests op PostgreSQL", ("postgresql",), "postgresql")
REDIS = Package("de tests op Redis", ("redis-server",), "redis")

NGINX = Package("de test van deploy/nginx.conf", ("nginx-light",), "nginx")

PANGO_LIBRARIES = ("libpango-1.0", "libpangoft2-1.0", "libharfbuzz-subset")
# Homebrew's libraries are not on the loader's own path.
MACOS_LIBRARIES = ("/opt/homebrew/lib", "/usr/local/lib")


def has_pango() -> bool:
    """WeasyPrint loads these by name; ask the loader, not the package manager."""
    return all(any(_loads(name) for name in _spellings(library)) for library in PANGO_LIBRARIES)


def _spellings(library: str) -> list[str]:
    if sys.platform == "darwin":
        return [f"{folder}/{library}.{ending}" for folder in MACOS_LIBRARIES for ending in ("dylib", "0.dylib")]
    return [f"{library}.so.0"]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def chromium() -> str | None:
    """The browser for the tests; OCMW_CHROMIUM wins. On Ubuntu `chromium` is a snap, Chrome works as well."""
    names = [
        os.environ.get("OCMW_CHROMIUM", ""),
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ]
    return next((path for name in names if name and (path := shutil.which(name))), None)


def has_nginx() -> bool:
    """Debian puts it where only root looks."""
    return bool(shutil.which("nginx", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"))


def missing(package: Package) -> str:
    """The one clear line."""
    return f"Voor {package.purpose} ontbreekt een systeempakket. Laat het installeren: {package.how}"


def install(package: Package) -> bool:
    """True when apt installed it; False when we may not, cannot, or it failed (the reason is printed)."""
    prefix = _may_install()
    if prefix is None:
        return False
    with Step(f"Systeempakket {' '.join(package.apt)} installeren voor {package.purpose}"):
        result = _apt([*prefix, "install", "-y", "-qq", "--no-install-recommends", *package.apt])
        if result.returncode:
            _apt([*prefix, "update", "-qq"])
            result = _apt([*prefix, "install", "-y", "-qq", "--no-install-recommends", *package.apt])
    if result.returncode:
        print(f"Dat lukte niet:\n{tail(result.stdout, 6)}", file=sys.stderr)
    return result.returncode == 0


@cache
def _may_install() -> list[str] | None:
    """The start of the apt-get command: as root, or through sudo when it asks no password."""
    apt = shutil.which("apt-get")
    if not apt:
        return None
    # Another installation may be busy; wait for it instead of failing.
    command = [apt, "-o", "DPkg::Lock::Timeout=300"]
    if os.geteuid() == 0:
        return command
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n", "DEBIAN_FRONTEND=noninteractive", *command]
    return None


def _apt(argv: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        argv,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def library_path(env: dict[str, str]) -> dict[str, str]:
    """The environment in which WeasyPrint finds Pango on macOS too."""
    if sys.platform == "darwin":
        folders = [folder for folder in MACOS_LIBRARIES if Path(folder).is_dir()]
        env = {**env, "DYLD_FALLBACK_LIBRARY_PATH": ":".join([*folders, "/usr/lib"])}
    return env
