"""Ratios within one run: the page and its reference in turn, pair by pair, so a slow minute of the machine hits both."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True)
class Meting:
    naam: str
    verhouding: float
    laagste: float
    hoogste: float
    milliseconden: float
    referentie: float
    streefdoel: str
    queries: int | None = None

    def rij(self) -> tuple[str, ...]:
        return (
            self.naam,
            f"{self.verhouding:.2f}x",
            f"{self.laagste:.2f}-{self.hoogste:.2f}",
            f"{self.milliseconden:.1f}",
            f"{self.referentie:.1f}",
            "" if self.queries is None else str(self.queries),
            self.streefdoel,
        )


KOPPEN = ("meting", "verhouding", "laagste-hoogste", "ms", "referentie ms", "queries", "streefdoel")


def klok(werk: Callable[[], Any]) -> float:
    begin = perf_counter()
    werk()
    return (perf_counter() - begin) * 1000


def paar(
    naam: str,
    werk: Callable[[], Any],
    referentie: Callable[[], Any],
    *,
    rondes: int,
    streefdoel: str,
    queries: int | None = None,
) -> Meting:
    """Median of the pairwise ratios after one warm-up of each."""
    werk()
    referentie()
    paren = [(klok(werk), klok(referentie)) for _ in range(rondes)]
    verhoudingen = sorted(a / b for a, b in paren)
    return Meting(
        naam,
        statistics.median(verhoudingen),
        verhoudingen[0],
        verhoudingen[-1],
        statistics.median(a for a, _ in paren),
        statistics.median(b for _, b in paren),
        streefdoel,
        queries,
    )


def haal(browser: Browser, url: str) -> Callable[[], None]:
    def verzoek() -> None:
        antwoord = browser.get(url)
        if antwoord.status_code != 200:
            raise RuntimeError(f"{url} antwoordt {antwoord.status_code}")

    return verzoek


def tel_queries(werk: Callable[[], Any]) -> int:
    werk()
    with CaptureQueriesContext(connection) as queries:
        werk()
    return len(queries)


def als_tabel(metingen: list[Meting]) -> str:
    rijen = [KOPPEN, *(meting.rij() for meting in metingen)]
    breedtes = [max(len(rij[k]) for rij in rijen) for k in range(len(KOPPEN))]
    lijn = "|".join("-" * (b + 2) for b in breedtes)
    tekst = ["| " + " | ".join(cel.ljust(b) for cel, b in zip(rij, breedtes, strict=True)) + " |" for rij in rijen]
    return "\n".join([tekst[0], f"|{lijn}|", *tekst[1:]])
