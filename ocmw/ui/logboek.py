"""The log: one JSON line per record, and nothing in it that somebody typed.

An error message quotes values ("Key (insz)=(...) already exists"), an address is the key of a form, and an argument of
a log call can be anything. So a line is built from what cannot be typed: names, numbers, codes and places in the code.
A text is kept only when it stands literally in the source of who logs it. To say more, our own code passes `extra={"feiten": {...}}`
with ids, codes and dates.
"""

import ast
import itertools
import json
import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any
from uuid import UUID

from celery import current_task
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

VERZOEK: ContextVar[HttpRequest | None] = ContextVar("verzoek", default=None)
MEESTE_KADERS, MEESTE_OORZAKEN = 40, 5
# Longer numbers can be an INSZ or a telephone number; an id of ours is shorter.
GROOTSTE_GETAL = 10**8
logger = logging.getLogger(__name__)


class _Weggelaten:
    """Stands where a value was; any way of formatting text leaves the same mark."""

    def __str__(self) -> str:
        return "[...]"

    __repr__ = __str__


WEG = _Weggelaten()


class Regelvorm(logging.Formatter):
    """One record as one line of JSON. It never raises: Python would print the record, arguments and all, instead."""

    def format(self, record: logging.LogRecord) -> str:
        regel: dict[str, Any] = {"tijd": _tijd(record.created), "niveau": record.levelname, "bron": record.name}
        try:
            regel |= {
                "bericht": _bericht(record),
                "waar": _plaats(record.pathname, record.lineno, record.funcName or ""),
            }
            regel |= _van_verzoek(record) | _van_taak(record)
            regel["feiten"] = getattr(record, "feiten", None)
            if record.exc_info:
                regel["fouten"] = [_fout(fout) for fout in _keten(record.exc_info[1])]
            return json.dumps({naam: waarde for naam, waarde in regel.items() if waarde not in (None, "")})
        except Exception as fout:
            return json.dumps(regel | {"bericht": f"regel niet te maken: {type(fout).__name__}"}, default=lambda _: "?")


def _tijd(gemaakt: float) -> str:
    return timezone.localtime(datetime.fromtimestamp(gemaakt, tz=UTC)).isoformat(timespec="milliseconds")


# --- what is said -------------------------------------------------------------------------------
def _bericht(record: logging.LogRecord) -> str:
    tekst = record.msg
    if not isinstance(tekst, str) or tekst not in _letterlijk(record.pathname):
        return str(WEG)
    if not record.args:
        return tekst
    if isinstance(record.args, dict):
        veilig: Any = {naam: _veilig(waarde) for naam, waarde in record.args.items()}
    else:
        veilig = tuple(_veilig(waarde) for waarde in record.args)
    try:
        return tekst % veilig
    except (TypeError, ValueError):  # "%d" of something that was left out
        return tekst


@lru_cache(maxsize=256)
def _letterlijk(bestand: str) -> frozenset[str]:
    """Every text that stands in this source file: a text put together from values is not among them."""
    try:
        boom = ast.parse(Path(bestand).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return frozenset()
    teksten = (knoop.value for knoop in ast.walk(boom) if isinstance(knoop, ast.Constant))
    return frozenset(vorm for tekst in teksten if isinstance(tekst, str) for vorm in (tekst, tekst.strip()))


def _veilig(waarde: Any) -> Any:
    """The value of an argument when nobody can have typed it."""
    if waarde is None or isinstance(waarde, bool | float | UUID):
        return waarde
    if isinstance(waarde, int):
        return waarde if abs(waarde) < GROOTSTE_GETAL else WEG
    if isinstance(waarde, BaseException):
        return type(waarde).__name__
    if isinstance(waarde, str) and _is_code(waarde):
        return waarde
    return WEG


def _is_code(tekst: str) -> bool:
    """The dotted name of something in a module that is loaded: a task, a model, a class."""
    return "." in tekst and tekst.rpartition(".")[0] in sys.modules


# --- where and for whom -------------------------------------------------------------------------
def _plaats(bestand: str, regel: int | None, functie: str) -> str:
    """file:line:function, from the folder of the project or of the package on."""
    _, gevonden, pakket = bestand.rpartition("site-packages/")
    return f"{pakket if gevonden else bestand.removeprefix(f'{settings.BASE_DIR}/')}:{regel}:{functie}"


def _van_verzoek(record: logging.LogRecord) -> dict[str, Any]:
    verzoek = getattr(record, "request", None)
    if not isinstance(verzoek, HttpRequest):
        verzoek = VERZOEK.get()
    if verzoek is None:
        return {"status": getattr(record, "status_code", None)}
    adres = verzoek.resolver_match
    # Only who was looked up already: asking the database here would fail inside a broken transaction.
    medewerker = verzoek.__dict__.get("_cached_user")
    return {
        "kenmerk": getattr(verzoek, "kenmerk", None),
        "methode": verzoek.method if verzoek.method in {"GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE"} else None,
        "adres": adres and (adres.view_name or adres.route),
        "status": getattr(record, "status_code", None),
        "medewerker": medewerker and medewerker.pk,
    }


def _van_taak(record: logging.LogRecord) -> dict[str, Any]:
    """The task at work, or the one that Celery's main process speaks of."""
    if current_task:
        return {"taak": current_task.name, "taak_id": current_task.request.id}
    feiten = record.args if isinstance(record.args, dict) and record.name.startswith("celery.") else {}
    naam = feiten.get("name")
    return {"taak": naam, "taak_id": feiten.get("id")} if isinstance(naam, str) and _is_code(naam) else {}


# --- what went wrong ----------------------------------------------------------------------------
def _keten(fout: BaseException | None) -> Iterator[BaseException]:
    """The error and what it came from, newest first."""
    gezien: list[BaseException] = []
    while fout is not None and fout not in gezien and len(gezien) < MEESTE_OORZAKEN:
        gezien.append(fout)
        yield fout
        fout = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)


def _fout(fout: BaseException) -> dict[str, Any]:
    """Class and places, never the message. PostgreSQL says which constraint it was: that name is ours."""
    soort = type(fout)
    beperking = getattr(getattr(fout, "diag", None), "constraint_name", None)
    return {"soort": f"{soort.__module__}.{soort.__qualname__}", "waar": _kaders(fout.__traceback__)} | (
        {"beperking": beperking} if beperking else {}
    )


def _kaders(spoor: TracebackType | None) -> list[str]:
    kaders = itertools.islice(traceback.walk_tb(spoor), MEESTE_KADERS)
    return [_plaats(kader.f_code.co_filename, regel, kader.f_code.co_name) for kader, regel in kaders]


# --- what does not come through logging ---------------------------------------------------------
def vang_de_rest() -> None:
    """Warnings, and what ends a thread or a destructor: Python prints those with their values to standard error."""
    warnings.showwarning = _waarschuwing  # type: ignore[assignment]  # typeshed wants the parameters by their names
    threading.excepthook = lambda feit: _verloren(feit.exc_value)
    sys.unraisablehook = lambda feit: _verloren(feit.exc_value)


def _waarschuwing(_: Warning | str, soort: type[Warning], bestand: str, regel: int, *__: Any, **___: Any) -> None:
    feiten = {"soort": soort.__name__, "plaats": _plaats(bestand, regel, "")}
    logger.warning("waarschuwing van Python", extra={"feiten": feiten})


def _verloren(fout: BaseException | None) -> None:
    logger.error("een fout die niemand opving", exc_info=fout)
