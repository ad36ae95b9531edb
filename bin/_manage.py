"""bin/manage: Django's command line in the virtual environment, which is made ready first.

What the preparing says goes to standard error: what a command prints is often read by another program.
"""

import contextlib
import os
import sys

from _setup import PYTHON, ROOT, environment, prepare

if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):
        prepare(dev=False)
    # Instead of us, so that keys, signals and the exit code reach the command itself; in the folder of whoever asks.
    os.execve(PYTHON, [str(PYTHON), str(ROOT / "manage.py"), *sys.argv[1:]], environment())
