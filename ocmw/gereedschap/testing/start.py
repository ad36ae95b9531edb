"""A running bin/start and somebody with a browser, for tests of the whole: real processes, real files, real answers."""

import contextlib
import http.cookiejar
import os
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings

from ocmw.gereedschap.testing.formulier import formulieren_in

START = settings.BASE_DIR / "bin" / "start"


def omgeving(**extra: str) -> dict[str, str]:
    """Ours without what would point bin/start to the data of the test run."""
    weg = {"DATABASE_URL", "REDIS_URL", "OCMW_DATA", "OCMW_PORT", "OCMW_PRODUCTIE", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return {naam: waarde for naam, waarde in os.environ.items() if naam not in weg} | extra


def vrije_poort() -> int:
    with socket.socket() as sok:
        sok.bind(("127.0.0.1", 0))
        return int(sok.getsockname()[1])


def begin(data: Path, poort: int, **env: str) -> subprocess.Popen[str]:
    """bin/start as a child, with what it says to be read from `stdout`."""
    return subprocess.Popen(
        [START, "--data", data, "--port", str(poort)],
        env=omgeving(**env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def lees_tot(proces: subprocess.Popen[str], tekst: str, geduld: float = 600) -> str:
    """Patient, because filling the demo on a busy machine takes minutes and is no failure."""
    uitvoer = ""
    einde = time.monotonic() + geduld
    while tekst not in uitvoer:
        regel = proces.stdout.readline()
        assert regel, f"bin/start stopte:\n{uitvoer}"
        assert time.monotonic() < einde
        uitvoer += regel
    return uitvoer


def wacht_op(wat: Callable[[], Any], geduld: float = 180) -> Any:
    """What `wat` returns as soon as it is true. Patient: a busy machine is no failure."""
    einde = time.monotonic() + geduld
    while not (gevonden := wat()):
        assert time.monotonic() < einde, f"na {geduld} s nog niet: {wat}"
        time.sleep(0.2)
    return gevonden


class Bezoeker:
    """A person with a browser: keeps cookies, follows redirects, posts a form with everything the page put in it."""

    def __init__(self, adres: str) -> None:
        self.adres = adres
        self._lezer = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.plek = ""

    def open(self, pad: str, data: dict[str, str] | None = None) -> tuple[int, str]:
        """Status and text; 0 when nobody answers."""
        inhoud = None if data is None else urllib.parse.urlencode(data).encode()
        try:
            with self._lezer.open(f"{self.adres}{pad}", inhoud, timeout=60) as antwoord:
                self.plek = antwoord.url
                return antwoord.status, antwoord.read().decode()
        except urllib.error.HTTPError as fout:
            with fout:
                return fout.code, fout.read().decode()
        except OSError:
            return 0, ""

    def formulier(self, pad: str) -> dict[str, str]:
        """The fields of the form that posts to its own page, as a browser would send them; the search form is another."""
        formulieren = formulieren_in(self.open(pad)[1], pad)
        return next({naam: w[0] for naam, w in f.getoond.items() if w} for f in formulieren if f.naar == pad)

    def meld_aan(self, email: str, wachtwoord: str) -> bool:
        """Through the real form; True when the answer is no longer the login page."""
        velden = self.formulier("/account/login/") | {"login": email, "password": wachtwoord}
        status, _ = self.open("/account/login/", velden)
        return status == 200 and "/account/login/" not in self.plek


@contextlib.contextmanager
def kleine_schijf(map_: Path, grootte: str = "64m") -> Any:
    """A disk of its own in memory; False where this user may not make one."""
    gelukt = not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={grootte}", "tmpfs", map_], capture_output=True, check=False
    ).returncode
    try:
        yield gelukt
    finally:
        if gelukt:
            subprocess.run(["umount", "--lazy", map_], check=True)


def vul(map_: Path) -> Path:
    """Write until nothing more fits; the file to remove afterwards."""
    pad = map_ / "vulling"
    with pad.open("wb", buffering=0) as bestand, contextlib.suppress(OSError):
        for brok in (1024 * 1024, 4096, 1):
            with contextlib.suppress(OSError):
                while bestand.write(b"\0" * brok) == brok:
                    pass
    return pad
