"""Two at the same moment, each in a thread of its own: they look, wait for each other, and then write."""

import contextlib
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections

from ocmw.ui.weigering import Geweigerd

GELUKT = "gelukt"


def ontmoet(monkeypatch: pytest.MonkeyPatch, module: Any, naam: str, *, ervoor: bool = False) -> None:
    """Whoever ran `module.naam` (`ervoor`: whoever is about to) waits there for the other, at most a second: both have looked
    before either one writes."""
    ontmoeting, echt = threading.Barrier(2), getattr(module, naam)

    def wacht() -> None:
        with contextlib.suppress(threading.BrokenBarrierError):
            ontmoeting.wait(timeout=1)

    def kijk_en_wacht(*args: Any, **kwargs: Any) -> Any:
        if ervoor:
            wacht()
        uit = echt(*args, **kwargs)
        if not ervoor:
            wacht()
        return uit

    monkeypatch.setattr(module, naam, kijk_en_wacht)


def tegelijk(*werken: Callable[[], Any], anders: Callable[[Exception], str] | None = None) -> list[str]:
    """What came of each, the shortest first: "gelukt", or the sentence of its refusal. `anders` puts another failure into
    words; without it, or when it raises, the thread fails and with it the test."""
    uitkomsten: list[str] = []

    def probeer(werk: Callable[[], Any]) -> None:
        try:
            werk()
            uitkomsten.append(GELUKT)
        except Geweigerd as fout:
            uitkomsten.append(fout.reden)
        except Exception as fout:
            if anders is None:
                raise
            uitkomsten.append(anders(fout))
        finally:
            connections.close_all()

    draden = [threading.Thread(target=probeer, args=[werk]) for werk in werken]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    return sorted(uitkomsten, key=len)
