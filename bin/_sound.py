"""Whether the Python that runs this can carry the application: exit code 0 when it can.

Runs in any Python 3, however old, because bin/_python asks it of each that it finds. With --venv it is asked of the Python
in .venv, which must have its pip too; with --whole no package in there may be half installed.
"""

import sys


def main(arguments):  # type: ignore[no-untyped-def]  # an older Python must be able to read this and say no
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        return 1
    if "--venv" in arguments:
        from importlib.util import find_spec

        if sys.prefix == sys.base_prefix or find_spec("pip") is None:
            return 1
    return 1 if "--whole" in arguments and _half_installed() else 0


def _half_installed():  # type: ignore[no-untyped-def]  # as above
    """pip writes RECORD last, and takes a package apart file by file: what was cut off has no list or lacks a file on it."""
    from importlib.metadata import distributions
    from pathlib import Path

    for package in distributions():
        files = package.files
        # Compiled files may be thrown away at any time; Python makes them again.
        if files is None or any(file.suffix != ".pyc" and not Path(file.locate()).exists() for file in files):
            return True
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
