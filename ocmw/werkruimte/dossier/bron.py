"""The shape of a source of the timeline: which rows, which date counts, which sentence it makes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q, Value
from django.db.models.functions import Concat


@dataclass(frozen=True)
class Tijdlijnbron:
    """Where rows come from. `dag` is the date column; `code`, `tekst`, `wie` what the sentence needs."""

    soort: str
    icoon: str
    adres: str
    model: type[Model]
    dag: Any
    zin: Callable[[str], str]
    code: Any = None
    tekst: Any = None
    wie: Any = None
    waar: Q = field(default_factory=Q)
    pad: str = "client"
    eigen_pk: bool = False  # the address takes the row, not only the client


def label(keuzes: Any, begin: str = "", leeg: str = "") -> Callable[[str], str]:
    labels = {str(waarde): str(label) for waarde, label in keuzes}
    return lambda code: f"{begin}{labels.get(code, leeg or code)}"


def vast(zin: str) -> Callable[[str], str]:
    return lambda _code: zin


def wie(veld: str) -> Any:
    return Concat(f"{veld}__voornaam", Value(" "), f"{veld}__achternaam")
