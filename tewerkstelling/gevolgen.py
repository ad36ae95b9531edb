"""What hangs on a contract besides its own dates. The contract knows no room, so the rooms that count on it say what moves."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from django.db import models

from clienten.models import Client
from ocmw.ui.aanbod import Aanbod
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen, tel_dagen

T = TypeVar("T")


@dataclass(frozen=True)
class Contractstand:
    """All contracts of a client with what interrupts them, as they are or as they would be.

    `contract`: the one at hand, None when it does not exist (yet). `rijen`: the interruptions as they are written down;
    who counts reads `onderbrekingen`. `op`: the day up to which one without an end is counted. `anders`: a row of a room that is not stored yet, such
    as what somebody proved before; the room that owns it looks for it here first.
    """

    client: Client
    contract: Tewerkstelling | None
    contracten: Sequence[Tewerkstelling]
    rijen: Sequence[Onderbreking]
    op: date
    anders: models.Model | None = None
    gelezen: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def onderbrekingen(self) -> list[Onderbrekingsdagen]:
        return tel_dagen(self.rijen, self.contracten, op=self.op)

    def eenmaal(self, sleutel: str, lees: Callable[[], T]) -> T:
        """What a room reads besides, once for this dossier and every state of it that a page compares."""
        if sleutel not in self.gelezen:
            self.gelezen[sleutel] = lees()
        uit: T = self.gelezen[sleutel]
        return uit

    def van(self, contract: Tewerkstelling) -> list[Onderbrekingsdagen]:
        return [rij for rij in self.onderbrekingen if rij.contract_id == contract.pk]


# Before, after, today -> per stand its lines (what, when or how much), in reading order.
Regels = Iterable[tuple[str, str]]
Bron = Callable[[Contractstand, Contractstand, date], tuple[Regels, Regels]]
OPVOLGING: Aanbod[Bron] = Aanbod("wat aan een contract hangt")


def lees_stand(client: Client, contracten: Sequence[Tewerkstelling] | None = None, *, op: date) -> Contractstand:
    """As the dossier is on `op`, without a contract at hand. One query, and one more when the contracts are not at hand."""
    if contracten is None:
        contracten = list(Tewerkstelling.objects.filter(client=client).select_related("werkplek__werkgever"))
    for contract in contracten:
        contract.client = client  # the age comes from the client; no query per contract
    rijen = list(Onderbreking.objects.filter(client=client)) if contracten else []
    return Contractstand(client, None, contracten, rijen, op)


def aanhangende_gevolgen(
    voor: Contractstand, na: Contractstand, *, op: date
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The lines before and after, of all rooms that offer some."""
    paren = [bron(voor, na, op) for bron in OPVOLGING]
    return tuple(tuple(regel for paar in paren for regel in paar[kant]) for kant in (0, 1))
