"""The work of one dossier as every page reads it: what runs, what comes, the window of 24 months and what is left of it.

One answer per fact (docs/adr/0027): overview, tabs, wat-als, PDF and money start here, and calculate none of it again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from clienten.models import Client
from tewerkstelling.enums import Contractsoort
from tewerkstelling.feiten import werkfeiten_uit
from tewerkstelling.gevolgen import Contractstand, lees_stand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen
from trajecten.twe.gevolgen import Werkfeiten
from trajecten.twe.models import Werkervaring
from trajecten.twe.nazorgstand import Nazorgstand, nazorgstand


@dataclass(frozen=True)
class Werkstand:
    """`werkervaring`: the one that runs, or else that was stopped last."""

    stand: Contractstand
    werkervaring: Werkervaring | None
    feiten: Werkfeiten
    op: date

    @property
    def contracten(self) -> Sequence[Tewerkstelling]:
        return self.stand.contracten

    @property
    def onderbrekingen(self) -> Sequence[Onderbrekingsdagen]:
        return self.stand.onderbrekingen

    @cached_property
    def nazorg(self) -> Nazorgstand:
        return nazorgstand(self.feiten, op=self.op)

    @cached_property
    def art60(self) -> Tewerkstelling | None:
        """The art.60 contract people mean; None when there never was one."""
        return kies_contract((c for c in self.contracten if c.soort == Contractsoort.ART60), self.op)

    @cached_property
    def nu(self) -> Tewerkstelling | None:
        """What runs today; of two, art.60."""
        return kies_contract(
            (c for c in self.contracten if c.van <= self.op and (not c.tot or c.tot > self.op)), self.op
        )

    @cached_property
    def straks(self) -> Tewerkstelling | None:
        """What begins first."""
        komend = (contract for contract in self.contracten if contract.van > self.op)
        return min(komend, key=lambda contract: (contract.van, contract.pk), default=None)


def kies_contract(contracten: Iterable[Tewerkstelling], op: date) -> Tewerkstelling | None:
    """The contract people mean: art.60 before other work, what runs now before what comes, and else the last one."""

    def volgorde(contract: Tewerkstelling) -> tuple[bool, int, int]:
        voorbij = contract.tot is not None and contract.tot <= op
        komt = contract.van > op
        dag = contract.van.toordinal()
        return contract.soort != Contractsoort.ART60, 2 * voorbij + komt, dag if komt else -dag

    return min(contracten, key=volgorde, default=None)


def werkstand(
    client: Client,
    *,
    op: date,
    contracten: Sequence[Tewerkstelling] | None = None,
    werkervaringen: Sequence[Werkervaring] | None = None,
) -> Werkstand:
    """Three queries at most; one less for contracts, and for the werkervaringen (the one in view first), that are at hand."""
    stand = lees_stand(client, contracten, op=op)
    if werkervaringen is None:
        werkervaringen = list(Werkervaring.objects.filter(client=client).in_beeld_eerst()[:1])
    werkervaring = werkervaringen[0] if werkervaringen else None
    return Werkstand(stand, werkervaring, werkfeiten_uit(stand, werkervaring, op=op), op)
