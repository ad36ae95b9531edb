"""Every exception to the rules says why: a `noqa`, a `type: ignore`, SQL of our own, and a lock.

The reason is a comment on the line itself or on the line above. For SQL and locks that is the whole statement, and the
`with` it stands in when it is the first thing done there; a docstring right above will do as well.
"""

import ast
import io
import os
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {"node_modules", "var", "static"}

EXCEPTION = re.compile(r"#\s*(noqa|type:\s*ignore)\b(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|\[[\w\s,-]*\])?", re.IGNORECASE)
# What a reason is made of at the least: two words.
REASON = re.compile(r"[^\W\d_]+\W+[^\W\d_]+")
SQL = {"execute", "executemany", "executescript", "raw", "extra"}
SQL_NAMES = {"RawSQL", "RunSQL"}
ADVISORY = "pg_advisory"  # the locks of PostgreSQL itself all begin like this
LOCKS = {"select_for_update", "flock", "lockf"}
# A file without any of these words needs no reading: taking each of them apart is most of the work.
PERHAPS = re.compile("|".join(["noqa", r"type:\s*ignore", ADVISORY, *sorted(SQL | SQL_NAMES | LOCKS)]), re.IGNORECASE)


def main() -> int:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {what}"
        for path in ours(ROOT)
        for line, what in without_reason(path.read_text(encoding="utf-8"))
    ]
    for line in found:
        print(line)
    return 1 if found else 0


def ours(root: Path) -> list[Path]:
    found: list[Path] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.startswith(".")]
        found += [Path(folder, name) for name in names if name.endswith(".py")]
    return sorted(found)


def without_reason(source: str) -> list[tuple[int, str]]:
    """The exceptions that explain nothing, as line number and what stands there."""
    if not PERHAPS.search(source):
        return []
    comments = {
        token.start[0]: (token.string, token.line.lstrip().startswith("#"))
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    reasons = {number for number, (text, _) in comments.items() if REASON.search(EXCEPTION.sub("", text))}
    above = {number for number in reasons if comments[number][1]}
    tree = ast.parse(source)
    bare = [
        (number, match[0])
        for number, (text, _) in comments.items()
        if (match := EXCEPTION.search(text)) and number not in reasons and number - 1 not in above
    ]
    return sorted(bare + list(_silent_calls(tree, reasons, above | _docstring_ends(tree))))


def _docstring_ends(tree: ast.Module) -> set[int]:
    """A function that begins with the statement explains it in its docstring, which then is the line above."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and ast.get_docstring(node))
    return {function.body[0].end_lineno or 0 for function in functions}


def _silent_calls(tree: ast.Module, reasons: set[int], above: set[int]) -> Iterator[tuple[int, str]]:
    for statement, first, last in _statements(tree):
        explained = first - 1 in above or reasons & set(range(first, last + 1))
        for node in _own_nodes(statement):
            if (what := _explained_call(node)) and not explained:
                yield statement.lineno, what


def _statements(holder: ast.AST, opened: int = 0) -> Iterator[tuple[ast.stmt, int, int]]:
    """Each statement and the lines of its own; of one that holds others, only its head. `opened` is where a `with` began."""
    for field in ("body", "orelse", "handlers", "finalbody", "cases"):
        for place, statement in enumerate(getattr(holder, field, [])):
            if not isinstance(statement, ast.stmt):
                yield from _statements(statement)
                continue
            held = getattr(statement, "body", None)
            first = opened if opened and place == 0 and field == "body" else statement.lineno
            yield statement, first, held[0].lineno - 1 if held else statement.end_lineno or statement.lineno
            yield from _statements(statement, first if isinstance(statement, ast.With) else 0)


def _own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    """What is in a statement itself, not in the statements it holds."""
    for child in ast.iter_child_nodes(statement):
        if not isinstance(child, ast.stmt | ast.ExceptHandler):
            yield from ast.walk(child)


def _explained_call(node: ast.AST) -> str:
    """The name of what must be explained, or nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and ADVISORY in node.value:
        return ADVISORY
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Name):
        return node.func.id if node.func.id in SQL_NAMES else ""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return name if name in SQL | SQL_NAMES | LOCKS else ""


if __name__ == "__main__":
    sys.exit(main())
