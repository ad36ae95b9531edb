"""What one request passes through: every function, module and folder of our own code, and every statement."""

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Self

from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ocmw.gereedschap.bench.meten import Werk, teruggedraaid

# Of others, or not what a user passes: tests, and the tool that measures.
NIET = {".venv", "site-packages", "node_modules", "tests", "testing"}
BENCH = Path(__file__).resolve().parent
# The layers inside a room: a reader who goes from a view to its action stays in the same folder of the house.
LAGEN = {"views", "forms", "models", "actions", "templatetags"}
# Transaction control; how often the outermost one is paid depends on what is around it.
SAVEPOINT = re.compile(r"^(SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT|BEGIN|COMMIT|ROLLBACK)\b")


@dataclass(frozen=True)
class Stroom:
    """`queries` without savepoints; `herhaald`: statements that were sent before, to the letter, parameters included."""

    queries: int
    met_savepoints: int
    herhaald: int
    functies: int
    modules: int
    mappen: int
    wissels: int
    aanroepen: int
    diepte: int
    toelichting: str = ""


class Spoor:
    """Counts while the block runs, in this thread. Comprehensions, generator expressions and lambdas belong to the function
    around them: whether they are a frame of their own differs between versions of Python."""

    def __init__(self) -> None:
        self.functies: set[CodeType] = set()
        self.aanroepen = self.wissels = self.diepte = 0
        self._stapel: list[str] = []
        self._mappen: dict[CodeType, str] = {}

    def __enter__(self) -> Self:
        self._vorige = sys.getprofile()
        sys.setprofile(self._noteer)
        return self

    def __exit__(self, *fout: object) -> None:
        sys.setprofile(self._vorige)

    @property
    def modules(self) -> set[str]:
        return {code.co_filename for code in self.functies}

    @property
    def mappen(self) -> set[str]:
        return {self._mappen[code] for code in self.functies}

    def _noteer(self, frame: FrameType, gebeurtenis: str, _: Any) -> None:
        if gebeurtenis not in {"call", "return"} or not (map_ := self._map(frame.f_code)):
            return
        if gebeurtenis == "return":
            if self._stapel:
                self._stapel.pop()
            return
        self.functies.add(frame.f_code)
        self.aanroepen += 1
        self.wissels += bool(self._stapel) and self._stapel[-1] != map_
        self._stapel.append(map_)
        self.diepte = max(self.diepte, len(self._stapel))

    def _map(self, code: CodeType) -> str:
        """The room a function of ours lives in; empty for anything else."""
        if code not in self._mappen:
            pad = Path(code.co_filename)
            eigen = pad.is_relative_to(settings.BASE_DIR) and not pad.is_relative_to(BENCH)
            vreemd = code.co_name.startswith("<") or not NIET.isdisjoint(pad.parts)
            self._mappen[code] = _kamer(pad) if eigen and not vreemd else ""
        return self._mappen[code]


def _kamer(pad: Path) -> str:
    delen = pad.relative_to(settings.BASE_DIR).parent.parts
    return "/".join(deel for deel in delen if deel not in LAGEN)


def volg(werk: Werk) -> Stroom:
    """Once to warm up and once to count; both are undone."""
    with teruggedraaid():
        werk()
    with teruggedraaid(), CaptureQueriesContext(connection) as gevangen, Spoor() as spoor:
        werk()
    alle = [query["sql"] for query in gevangen.captured_queries]
    echt = [sql for sql in alle if not SAVEPOINT.match(sql)]
    return Stroom(
        queries=len(echt),
        met_savepoints=len(alle),
        herhaald=sum(keer - 1 for keer in Counter(echt).values()),
        functies=len(spoor.functies),
        modules=len(spoor.modules),
        mappen=len(spoor.mappen),
        wissels=spoor.wissels,
        aanroepen=spoor.aanroepen,
        diepte=spoor.diepte,
    )
