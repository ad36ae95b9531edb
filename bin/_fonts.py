"""Unpacks the fonts that go on paper, beside the packed ones. Run by the set-up, inside the virtual environment.

Every PDF is made in a process of its own (ocmw/werkruimte/rapporten/pdf.py); unpacking WOFF2 in Python was a third of its work.
"""

import ast
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

PDF = Path(__file__).resolve().parent.parent / "ocmw" / "werkruimte" / "rapporten" / "pdf.py"


def unpack(static: Path, files: list[str]) -> None:
    for file in files:
        font = TTFont(static / file)
        font.flavor = None
        font.save((static / file).with_suffix(".ttf"))


if __name__ == "__main__":
    # Read, not imported: what that module needs is not all there yet.
    names = next(
        ast.literal_eval(step.value)
        for step in ast.parse(PDF.read_text(encoding="utf-8")).body
        if isinstance(step, ast.Assign) and ast.unparse(step.targets[0]) == "HUISBESTANDEN"
    ).values()
    unpack(Path(sys.argv[1]), [name for name in names if name.endswith(".woff2")])
