"""The program of the child (`python -I kind.py`): one piece of work on one file, behind limits and locks.

It imports the standard library only, and the module of the work asked for. Order matters: the limits first, then the work
is loaded (`werk` names a function that returns the function that does it, so that imports and own files are read now),
then the audit hook closes, and only then are the bytes of a stranger looked at.

Standard input: one line of JSON, then the bytes. Standard output: one line of JSON, then bytes. Nothing of the content is
ever printed, whatever goes wrong: only the name of an exception.
"""

import importlib
import json
import os
import signal
import sys
import types
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[2]
GEEN_GEHEUGEN, KAPOT = 3, 4
_NOOIT = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "ctypes.dlopen")


def grendel(werkmap: str, leesbaar: Iterable[str] = ()) -> Callable[[str, tuple[Any, ...]], None]:
    """An audit hook that knows Python's own files, the work folder and what is `leesbaar`, and no network or process at all."""
    schrijfbaar = {os.path.realpath(pad) + os.sep for pad in (werkmap, sys.prefix, sys.base_prefix)}
    schrijfbaar |= {os.path.realpath(pad) + os.sep for pad in sys.path if "site-packages" in pad}
    toegelaten = (*schrijfbaar, *(os.path.realpath(pad) + os.sep for pad in leesbaar))

    def bewaak(gebeurtenis: str, gegevens: tuple[Any, ...]) -> None:
        if gebeurtenis.startswith(_NOOIT):
            raise PermissionError(gebeurtenis)
        if gebeurtenis == "open" and isinstance(gegevens[0], str | bytes):
            pad = os.path.realpath(os.fsdecode(gegevens[0]))
            if not pad.startswith(toegelaten):
                raise PermissionError("open")

    return bewaak


def begrens(megabyte: int, seconden: int, uiterlijk: int) -> None:
    """Caps that the kernel holds. The alarm is for a child whose parent died: nobody else would end it when it sleeps."""
    import resource

    geheugen = megabyte * 1024 * 1024
    for wat, zacht, hard in (
        (resource.RLIMIT_AS, geheugen, geheugen),
        (resource.RLIMIT_CPU, seconden, seconden + 1),  # soft first: its signal says that it was the time
        (resource.RLIMIT_CORE, 0, 0),  # a core dump is a copy of somebody's file
    ):
        try:
            resource.setrlimit(wat, (zacht, hard))
        except (ValueError, OSError):  # macOS refuses an address space limit; the clock of the parent still holds
            continue
    signal.alarm(uiterlijk)


def laad(werk: str) -> Callable[..., Callable[[bytes], tuple[Any, bytes]]]:
    """The function named `package.module:function`, without Django.

    `ocmw/__init__.py` starts Celery and Celery starts Django: half a second and a way to the database that a child has no
    business with. So that one package is put in place as an empty shell; what lies in it is imported as always.
    """
    sys.path.insert(0, str(WORTEL))
    schil = types.ModuleType("ocmw")
    schil.__path__ = [str(WORTEL / "ocmw")]
    sys.modules["ocmw"] = schil
    module, _, naam = werk.partition(":")
    gevonden: Callable[..., Callable[[bytes], tuple[Any, bytes]]] = getattr(importlib.import_module(module), naam)
    return gevonden


def _werk() -> tuple[Any, bytes]:
    opdracht = json.loads(sys.stdin.buffer.readline())
    begrens(opdracht["megabyte"], opdracht["seconden"], opdracht["uiterlijk"])
    doe = laad(opdracht["werk"])(**opdracht["gegevens"])
    sys.addaudithook(grendel(str(Path.cwd()), opdracht["leesbaar"]))
    return doe(sys.stdin.buffer.read())


def main() -> int:
    uit = os.dup(1)
    os.dup2(2, 1)
    try:
        antwoord, inhoud = _werk()
        kop = {"antwoord": antwoord}
    except MemoryError:
        return GEEN_GEHEUGEN
    except Exception as fout:
        reden = getattr(fout, "reden", "")  # ocmw.ui.weigering.Geweigerd, which this file does not import
        if not reden:
            sys.stderr.write(f"{type(fout).__name__}\n")
            return KAPOT
        kop, inhoud = {"geweigerd": str(reden)}, b""
    with os.fdopen(uit, "wb") as pijp:
        pijp.write(json.dumps(kop).encode() + b"\n" + inhoud)
    return 0


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except MemoryError:
        raise SystemExit(GEEN_GEHEUGEN) from None
