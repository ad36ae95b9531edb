"""Unpacks the fonts that go on paper, beside the packed ones. Run by the set-up, inside the virtual environment.

Every PDF is made in a process of its own (ocmw/rapporten/pdf.py); unpacking WOFF2 in Python was a third of its work.
"""

import runpy
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

PDF = Path(__file__).resolve().parent.parent / "ocmw" / "rapporten" / "pdf.py"


def unpack(static: Path, files: list[str]) -> None:
    for file in files:
        font = TTFont(static / file)
        font.flavor = None
        font.save((static / file).with_suffix(".ttf"))


if __name__ == "__main__":
    names = runpy.run_path(str(PDF))["HUISBESTANDEN"].values()
    unpack(Path(sys.argv[1]), [name for name in names if name.endswith(".woff2")])
