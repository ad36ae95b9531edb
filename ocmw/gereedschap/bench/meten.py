"""Ratios within one run: the work and its reference in turn, pair by pair, so a slow minute of the machine hits both."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any

from django.db import connection, transaction
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

Werk = Callable[[], Any]


@dataclass(frozen=True)
class Tijdmeting:
    """`milliseconden`, `referentie` and their ratio are of the fastest round of each: whatever else the machine does only
    ever adds. `laagste` and `hoogste` are of the pairwise ratios and say how restless it was."""

    verhouding: float
    laagste: float
    hoogste: float
    milliseconden: float
    referentie: float
    queries: int | None = None
    per_seconde: float | None = None
    databank: float | None = None
    geheugen: float | None = None
    toelichting: str = ""


@contextmanager
def teruggedraaid() -> Iterator[None]:
    """What is written inside is gone afterwards: the next round meets the same database."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def terug(werk: Werk) -> Werk:
    def doe() -> None:
        with teruggedraaid():
            werk()

    return doe


def klok(werk: Werk) -> float:
    begin = perf_counter()
    werk()
    return (perf_counter() - begin) * 1000


def paar(werk: Werk, referentie: Werk, *, rondes: int) -> Tijdmeting:
    """The fastest of each after one warm-up of each."""
    werk()
    referentie()
    paren = [(klok(werk), klok(referentie)) for _ in range(rondes)]
    verhoudingen = [a / b for a, b in paren]
    meting = eenmaal(min(a for a, _ in paren), min(b for _, b in paren))
    return replace(meting, laagste=min(verhoudingen), hoogste=max(verhoudingen))


def eenmaal(milliseconden: float, referentie: float) -> Tijdmeting:
    """Work that is too long to repeat."""
    verhouding = milliseconden / referentie
    return Tijdmeting(verhouding, verhouding, verhouding, milliseconden, referentie)


def naast(eerst: Tijdmeting, daarna: Tijdmeting) -> Tijdmeting:
    """The same work before and after something changed, each corrected for the machine by the reference of its moment."""
    factor = daarna.verhouding / eerst.verhouding
    return replace(
        eenmaal(daarna.milliseconden, eerst.milliseconden), verhouding=factor, laagste=factor, hoogste=factor
    )


def haal(browser: Browser, url: str) -> Werk:
    def verzoek() -> bytes:
        antwoord = browser.get(url)
        if antwoord.status_code != 200:
            raise RuntimeError(f"{url} antwoordt {antwoord.status_code}.")
        return bytes(antwoord.content)

    return verzoek


def stuur(browser: Browser, url: str, gegevens: dict[str, Any], *, antwoordt: int = 302) -> Werk:
    """A POST that must answer this: a form with an error answers quickly, and would be measured as fast."""

    def verzoek() -> Any:
        antwoord = browser.post(url, gegevens)
        if antwoord.status_code != antwoordt:
            raise RuntimeError(f"{url} antwoordt {antwoord.status_code} in plaats van {antwoordt}.")
        return antwoord

    return verzoek


def tel_queries(werk: Werk) -> int:
    """All statements of the second time, savepoints counted; what it writes is undone."""
    terug(werk)()
    with teruggedraaid(), CaptureQueriesContext(connection) as queries:
        werk()
    return len(queries)
