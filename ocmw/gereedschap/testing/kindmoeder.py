"""Run as a program by `Kinderen` in ocmw/gereedschap/testing/kind.py: the child of ocmw/kindproces, loaded once and forked for each work.

Arguments: the path of ocmw/kindproces/kind.py, the work, and what it is loaded with. Every line of input is one piece of
work; answers with lines too: the process number, and the code it ended with. The fork sets the same limits and closes the
same locks as a child that starts from nothing, because it runs the same `main()`.
"""

import gc
import importlib.util
import json
import os
import sys
import tempfile
from types import ModuleType


def laad_kind(pad: str) -> ModuleType:
    plan = importlib.util.spec_from_file_location("kind", pad)
    kind = importlib.util.module_from_spec(plan)
    plan.loader.exec_module(kind)
    return kind


def baar(kind: ModuleType, opdracht: dict) -> None:
    if pid := os.fork():
        os.write(1, f"{pid}\n".encode())
        os.write(1, f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n".encode())
        return
    code = 1
    try:
        os.dup2(os.open(opdracht["in"], os.O_RDONLY), 0)
        for nummer, pad in ((1, opdracht["uit"]), (2, opdracht["fout"])):
            os.dup2(os.open(pad, os.O_WRONLY | os.O_CREAT), nummer)
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        os.chdir(opdracht["map"])
        os.environ["TMPDIR"] = tempfile.tempdir = opdracht["map"]  # who loaded may have asked where, before
        code = kind.main()
        sys.stderr.flush()
    except MemoryError:
        code = kind.GEEN_GEHEUGEN
    finally:
        os._exit(code)


def main(pad: str, werk: str, gegevens: str) -> None:
    kind = laad_kind(pad)
    kind.laad(werk)(**json.loads(gegevens))
    gc.freeze()
    for regel in sys.stdin:
        baar(kind, json.loads(regel))


if __name__ == "__main__":
    main(*sys.argv[1:])
