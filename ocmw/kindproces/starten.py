"""Run one function on the bytes of a stranger in a child process, with a ceiling on memory, processor time and clock.

Why a child: a hostile or huge file then costs one child and not the website or the worker behind it. A thread would not
do: one regular expression or one image holds the interpreter, and everybody waits. What the child may and may not is in
`kind.py`. The answer comes back as JSON and bytes, never as a pickle: a child that was taken over must not reach its parent.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import IO, Any, cast

from ocmw.kindproces import kind, warm
from ocmw.ui.weigering import Geweigerd

TIK = 2.0
GEDULD = 3  # times as long on the clock as on the processor: the machine has other work too
# Children of one process at once, and how many more may stand in line: a web process has 8 threads, some must stay free.
TEGELIJK, IN_DE_RIJ, WACHT_SECONDEN = 3, 2, 5.0
_plaatsen = threading.BoundedSemaphore(TEGELIJK + IN_DE_RIJ)
_aan_het_werk = threading.BoundedSemaphore(TEGELIJK)
_OMGEVING = ("PATH", "HOME", "LANG", "LC_", "XDG_", "FONTCONFIG_", "DYLD_", "SYSTEMROOT")


class Waarom(Enum):
    TIJD = "tijd"
    GEHEUGEN = "geheugen"
    KAPOT = "kapot"
    DRUK = "druk"


class KindMislukt(Exception):
    """No answer came out. `soort` is the name of an exception in the child, never its message: that may quote the file."""

    def __init__(self, waarom: Waarom, soort: str = "") -> None:
        super().__init__(f"{waarom.value} {soort}".strip())
        self.waarom = waarom
        self.soort = soort


@dataclass(frozen=True, slots=True)
class Grenzen:
    """`seconden` of processor time; the clock runs GEDULD times as long."""

    seconden: int
    megabyte: int
    leesbaar: tuple[Path, ...] = ()


def in_kind(
    werk: str,
    inhoud: bytes,
    *,
    grenzen: Grenzen,
    gegevens: Mapping[str, Any] | None = None,
    tik: Callable[[], None] = lambda: None,
    geladen: bool = False,
) -> tuple[Any, bytes]:
    """What `package.module:function(**gegevens)(inhoud)` returned: a value that JSON can carry, and bytes.

    `tik` is called every two seconds; what it raises stops the child. `geladen`: born of a process that loaded the work before
    (`warm.py`), where the system can do that. Raises Geweigerd when the work in the child did, and
    KindMislukt when it died, took too long or too much, or when too many children are running.
    """
    opdracht = {
        "werk": werk,
        "gegevens": dict(gegevens or {}),
        "megabyte": grenzen.megabyte,
        "seconden": grenzen.seconden,
        "uiterlijk": GEDULD * grenzen.seconden + 5,
        "leesbaar": [str(pad) for pad in grenzen.leesbaar],
    }
    with _een_plaats():
        uit, fout, code, te_lang = (_warm if geladen else _koud)(
            json.dumps(opdracht).encode() + b"\n" + inhoud, grenzen.seconden, tik
        )
    if code == 0 and not te_lang:
        return _lees_antwoord(uit)
    if te_lang or code in {-signal.SIGXCPU, -signal.SIGALRM}:
        raise KindMislukt(Waarom.TIJD)
    if code in {kind.GEEN_GEHEUGEN, -signal.SIGKILL, -signal.SIGABRT}:  # the kernel kills, C libraries abort
        raise KindMislukt(Waarom.GEHEUGEN)
    soort = fout.decode("ascii", "replace").strip().rpartition("\n")[2][:60] if code == kind.KAPOT else f"code {code}"
    raise KindMislukt(Waarom.KAPOT, soort)


def _lees_antwoord(uit: bytes) -> tuple[Any, bytes]:
    kop, _, inhoud = uit.partition(b"\n")
    try:
        antwoord = json.loads(kop)
    except ValueError as fout:
        raise KindMislukt(Waarom.KAPOT, type(fout).__name__) from fout
    if "geweigerd" in antwoord:
        raise Geweigerd(antwoord["geweigerd"])
    return antwoord["antwoord"], inhoud


@contextmanager
def _een_plaats() -> Iterator[None]:
    """A few at once, a few in line for a moment, the rest is told to come back."""
    if not _plaatsen.acquire(blocking=False):
        raise KindMislukt(Waarom.DRUK)
    try:
        if not _aan_het_werk.acquire(timeout=WACHT_SECONDEN):
            raise KindMislukt(Waarom.DRUK)
        try:
            yield
        finally:
            _aan_het_werk.release()
    finally:
        _plaatsen.release()


def _omgeving() -> dict[str, str]:
    return {naam: waarde for naam, waarde in os.environ.items() if naam.startswith(_OMGEVING)}


def _warm(invoer: bytes, seconden: int, tik: Callable[[], None]) -> tuple[bytes, bytes, int, bool]:
    if warm.KAN:
        # When the loaded process is gone, one that starts from nothing is slower, and says what is wrong.
        with suppress(warm.MoederWeg):
            return _geladen(invoer, seconden, tik)
    return _koud(invoer, seconden, tik)


def _geladen(invoer: bytes, seconden: int, tik: Callable[[], None]) -> tuple[bytes, bytes, int, bool]:
    return warm.draai(invoer, _omgeving(), tik, TIK, time.monotonic() + GEDULD * seconden)


def _koud(invoer: bytes, seconden: int, tik: Callable[[], None]) -> tuple[bytes, bytes, int, bool]:
    uiterlijk = time.monotonic() + GEDULD * seconden
    with (
        tempfile.TemporaryDirectory(prefix="ocmw-kind-") as werkmap,
        subprocess.Popen(  # noqa: S603 - a fixed program; what it works on goes over standard input
            [sys.executable, "-I", "-X", "utf8", kind.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=werkmap,
            env={**_omgeving(), "TMPDIR": werkmap},
        ) as proces,
    ):
        try:
            _voer(proces, invoer)
            uit, fout, te_lang = _wacht(proces, tik, uiterlijk)
        except BaseException:
            proces.kill()
            raise
    return uit, fout, proces.returncode, te_lang


def _voer(proces: "subprocess.Popen[bytes]", invoer: bytes) -> None:
    """Beside the waiting: `communicate` that is stopped by its timeout never sends what it had left, and the child waits."""
    buis, proces.stdin = cast("IO[bytes]", proces.stdin), None  # a pipe: that is how it was started

    def schrijf() -> None:
        with suppress(OSError), buis:  # a child that died reads no further
            buis.write(invoer)

    threading.Thread(target=schrijf, daemon=True).start()


def _wacht(proces: "subprocess.Popen[bytes]", tik: Callable[[], None], uiterlijk: float) -> tuple[bytes, bytes, bool]:
    te_lang = False
    while True:
        try:
            return *proces.communicate(timeout=min(TIK, max(0.05, uiterlijk - time.monotonic()))), te_lang
        except subprocess.TimeoutExpired:
            tik()
            if time.monotonic() > uiterlijk:
                te_lang = True
                proces.kill()
