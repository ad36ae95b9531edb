"""What hangs on a contract besides its own dates. The contract knows no room, so the rooms that count on it say what moves."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models

from clienten.models import Client
from ocmw.ui.aanbod import Aanbod
from tewerkstelling.models import Onderbreking, Tewerkstelling


@dataclass(frozen=True)
class Contractstand:
    """All contracts of a client with what interrupts them, as they are or as they would be.

    `contract`: the one at hand, None when it does not exist (yet). `anders`: a row of a room that is not stored yet, such
    as what somebody proved before; the room that owns it looks for it here first.
    """

    client: Client
    contract: Tewerkstelling | None
    contracten: Sequence[Tewerkstelling]
    onderbrekingen: Sequence[Onderbreking]
    anders: models.Model | None = None

    def van(self, contract: Tewerkstelling) -> list[Onderbreking]:
        return [rij for rij in self.onderbrekingen if rij.contract_id == contract.pk]


# Before, after, today -> per stand its lines (what, when or how much), in reading order.
Regels = Iterable[tuple[str, str]]
Bron = Callable[[Contractstand, Contractstand, date], tuple[Regels, Regels]]
OPVOLGING: Aanbod[Bron] = Aanbod("wat aan een contract hangt")


def lees_stand(client: Client, contracten: Sequence[Tewerkstelling] | None = None) -> Contractstand:
    """As the dossier is now, without a contract at hand. One query, and one more when the contracts are not at hand."""
    if contracten is None:
        contracten = list(Tewerkstelling.objects.filter(client=client).select_related("werkplek__werkgever"))
    for contract in contracten:
        contract.client = client  # the age comes from the client; no query per contract
    return Contractstand(
        client, None, contracten, list(Onderbreking.objects.filter(client=client)) if contracten else []
    )


def aanhangende_gevolgen(
    voor: Contractstand, na: Contractstand, *, op: date
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The lines before and after, of all rooms that offer some."""
    paren = [bron(voor, na, op) for bron in OPVOLGING]
    return tuple(tuple(regel for paar in paren for regel in paar[kant]) for kant in (0, 1))
