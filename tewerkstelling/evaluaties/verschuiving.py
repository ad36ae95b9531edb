"""Before and after: what another scheme does to the days of evaluations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tewerkstelling.evaluaties.models import Evaluatieschema
from tewerkstelling.evaluaties.planning import Gepland, Planning
from tewerkstelling.models import Tewerkstelling


@dataclass(frozen=True)
class Verschuiving:
    """One evaluation that comes, goes or moves; None where it is not planned."""

    contract: Tewerkstelling
    naam: str
    nu: date | None
    straks: date | None


def verschuivingen(contracten: Iterable[Tewerkstelling], schema: Evaluatieschema, *, op: date) -> list[Verschuiving]:
    """What changes when `schema`, saved or not, replaces the one that holds; what was held already stays as it is."""
    rijen = list(contracten)
    planning = Planning(rijen, op=op)
    nu = {contract.pk: _open(planning.evaluaties(contract)) for contract in rijen}
    sleutel = (schema.contract_id, schema.werkgever_id)
    planning.schemas.pop(sleutel, None)
    if schema.maanden:
        planning.schemas[sleutel] = schema
    gevonden = []
    for contract in rijen:
        straks = _open(planning.evaluaties(contract))
        alles = nu[contract.pk] | straks
        gevonden += [
            Verschuiving(contract, gepland.naam, _dag(nu[contract.pk].get(code)), _dag(straks.get(code)))
            for code, gepland in sorted(alles.items(), key=lambda paar: (paar[1].op, paar[0]))
        ]
    return [rij for rij in gevonden if rij.nu != rij.straks]


def _open(rijen: Iterable[Gepland]) -> dict[str, Gepland]:
    return {gepland.code: gepland for gepland in rijen if gepland.evaluatie is None}


def _dag(gepland: Gepland | None) -> date | None:
    return gepland.op if gepland else None
