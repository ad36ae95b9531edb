"""Work for a child that misbehaves; each function returns what is done with the bytes."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from ocmw.ui.weigering import Geweigerd

# The search of old: quadratic in the number of relations, and it never lets go of the interpreter.
OUD = re.compile(
    rb"<relationship\b(?=[^>]*targetmode=\"external\")(?=[^>]*/(attachedtemplate|oleobject|frame|subdocument|externallink))",
    re.IGNORECASE,
)


def echo(**gegevens):
    return lambda inhoud: (gegevens, inhoud[::-1])


def laadt_traag(**_):
    time.sleep(1)
    return lambda inhoud: ([len(inhoud)], b"")


def weigert(**_):
    def doe(inhoud):
        raise Geweigerd("Dit kan niet.")

    return doe


def slaapt(**_):
    return lambda inhoud: (time.sleep(3_600), b"")


def rekent(**_):
    def doe(inhoud):
        while True:
            pass

    return doe


def zoekt(**_):
    return lambda inhoud: ([bool(OUD.search(inhoud))], b"")


def eet(megabyte=600, **_):
    return lambda inhoud: ([len(bytearray(megabyte << 20))], b"klaar")


def valt_om(**_):
    return lambda inhoud: os.kill(os.getpid(), signal.SIGSEGV)


def stopt(**_):
    return lambda inhoud: os._exit(0)


def struikelt(**_):
    def doe(inhoud):
        raise LookupError(inhoud.decode())

    return doe


def geladen(**_):
    return lambda inhoud: (sorted(sys.modules), b"")


def breekt_uit(hoe, vooraf=False, pad="", **_):
    """Through a socket, a process or a file; `vooraf` before the locks close, which is the negative control."""
    wegen = {
        "socket": lambda: socket.socket().close(),
        "proces": lambda: subprocess.run([sys.executable, "-c", "pass"], check=True),
        "lezen": lambda: Path(pad).read_bytes(),
        "schrijven": lambda: Path(pad).with_suffix(".uit").write_bytes(b"x"),
    }
    if vooraf:
        wegen[hoe]()

    def doe(inhoud):
        if not vooraf:
            wegen[hoe]()
        return "gelukt", b""

    return doe


GEZIEN = []


def onthoudt(**_):
    """Whether an earlier child left something here, and the number of the process."""

    def doe(inhoud):
        GEZIEN.append(inhoud)
        return [
            len(GEZIEN),
            os.getpid(),
            os.getppid(),
            sorted(int(pad.name) for pad in Path("/proc/self/fd").iterdir()),
        ], b""

    return doe
