"""The pages people open most, against the minimal list of the same moment."""

from collections.abc import Callable
from dataclasses import replace

from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, Werk, haal, paar, tel_queries

Adres = Callable[[Meetbank], str]


def pagina(adres: Adres, *, door: str = "coordinator") -> Callable[[Meetbank], Tijdmeting]:
    """`door`: which of the two colleagues of the bench opens it."""

    def meet(bank: Meetbank) -> Tijdmeting:
        return meet_pagina(bank, haal(getattr(bank, door), adres(bank)))

    return meet


def meet_pagina(bank: Meetbank, werk: Werk) -> Tijdmeting:
    return replace(paar(werk, bank.lijst, rondes=bank.maten.rondes), queries=tel_queries(werk))


def gefilterd(bank: Meetbank) -> str:
    return f"/clienten/?stap=14&coach={bank.begeleider.pk}"


def zoek_in_lijst(bank: Meetbank) -> str:
    return _gezocht(bank, "/clienten/")


def zoeken(bank: Meetbank) -> str:
    return _gezocht(bank, "/zoeken/")


def _gezocht(bank: Meetbank, pad: str) -> str:
    """The address after typing a piece of a name: what is typed stays in the session."""
    antwoord = bank.coordinator.post(pad, {"zoek-q": bank.client.achternaam[:5]})
    return str(antwoord.headers["Location"])


def dossier(bank: Meetbank) -> str:
    return f"/clienten/{bank.client.pk}/"


def tijdlijn(bank: Meetbank) -> str:
    return f"/clienten/{bank.client.pk}/tijdlijn/"
