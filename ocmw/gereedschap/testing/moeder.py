"""Run as a program by `Moeder` in ocmw/gereedschap/testing/proces.py: load Django once, then fork a child for every line of input.

Answers with lines too: `klaar` when loaded, and for each child its process number and, when it is gone, the code it ended with.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import django

django.setup()

from django.db import connections  # noqa: E402 - Django must be set up first


def zeg(regel: object) -> None:
    os.write(1, f"{regel}\n".encode())


def baar(werk: Callable[..., None], args: list[str], fout: str) -> None:
    """Fork one child, let it work, tell its number and its end. One at a time."""
    connections.close_all()  # a connection that two processes share is not what a worker has
    if pid := os.fork():
        zeg(pid)
        zeg(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        return
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(os.open(fout, os.O_WRONLY | os.O_CREAT), 2)
        werk(*args)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def main(bron: str) -> None:
    naamruimte: dict = {"__name__": "werker"}
    exec(compile(Path(bron).read_text(encoding="utf-8"), bron, "exec"), naamruimte)
    zeg("klaar")
    for regel in sys.stdin:
        baar(naamruimte["werk"], **json.loads(regel))


if __name__ == "__main__":
    main(sys.argv[1])
