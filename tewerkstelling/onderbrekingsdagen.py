"""The days of an interruption as everything that counts reads them. One that nobody knows the end of is counted up to today; only
this says so, so that no page, list or promise has to survive an end that is not there (docs/adr/0034). Pure."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from tewerkstelling.enums import AFGESCHERMDE_ONDERBREKINGEN, Onderbrekingsoort
from tewerkstelling.models import Onderbreking, Tewerkstelling

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Onderbrekingsdagen:
    """[van, tot). `bekend_tot`: the end somebody wrote down; None when nobody knows it. `loopt`: it goes on, for as far as
    anybody knows. `genoteerd_op`: the last day somebody wrote something about it; None when it is not saved."""

    pk: int | None
    contract_id: int
    soort: str
    van: date
    tot: date
    bekend_tot: date | None
    loopt: bool = False
    genoteerd_op: date | None = None

    @property
    def laatste_dag(self) -> date:
        return self.tot - EEN_DAG

    @property
    def afgeschermd(self) -> bool:
        return self.soort in AFGESCHERMDE_ONDERBREKINGEN

    @property
    def naam(self) -> str:
        """Says something about health or justice: see `afgeschermd`."""
        return str(Onderbrekingsoort(self.soort).label)


def tel_dagen(
    rijen: Iterable[Onderbreking], contracten: Iterable[Tewerkstelling], *, op: date
) -> list[Onderbrekingsdagen]:
    """`contracten`: those the rows belong to, as they are or would be. Without an end: up to `op` included, never less than
    the first day, and never past the last day of the contract."""
    einden = {contract.pk: contract.tot for contract in contracten}
    return [_dagen(rij, einden.get(rij.contract_id), op) for rij in rijen]


def _dagen(rij: Onderbreking, einde: date | None, op: date) -> Onderbrekingsdagen:
    if rij.tot is not None:
        return Onderbrekingsdagen(rij.pk, rij.contract_id, rij.soort, rij.van, rij.tot, rij.tot)
    tot = max(op, rij.van) + EEN_DAG
    if einde is not None:
        tot = max(min(tot, einde), rij.van + EEN_DAG)
    return Onderbrekingsdagen(
        rij.pk,
        rij.contract_id,
        rij.soort,
        rij.van,
        tot,
        None,
        loopt=einde is None or einde > op,
        genoteerd_op=timezone.localtime(rij.gewijzigd_op).date() if rij.gewijzigd_op else None,
    )


def eindig_met(rijen: Iterable[Onderbreking], contract: Tewerkstelling) -> list[Onderbreking]:
    """The rows as they would be when those of this contract end with it: one without an end, or with one after its last day,
    is a copy that ends on that day."""
    return [_tot(rij, contract) if _loopt_over(rij, contract) else rij for rij in rijen]


def _loopt_over(rij: Onderbreking, contract: Tewerkstelling) -> bool:
    if rij.contract_id != contract.pk or contract.tot is None or rij.van >= contract.tot:
        return False
    return rij.tot is None or rij.tot > contract.tot


def _tot(rij: Onderbreking, contract: Tewerkstelling) -> Onderbreking:
    nieuw = copy.copy(rij)
    nieuw.tot = contract.tot
    return nieuw
