"""The rechtenteller over all contracts of one client: what earlier contracts here proved counts as proven."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from ocmw.regels.opzoeken import OnbekendeRegel
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.tellen import Feiten
from tewerkstelling.rechtenteller.teller import Zoek, eerder_bewezen, feiten_van, gepubliceerd, tel


def feiten_met_vorige(
    contract: Tewerkstelling,
    alle: Iterable[Tewerkstelling],
    onderbrekingen: Mapping[int, Sequence[Onderbreking]],
    positie: Rechtspositie | None,
    *,
    op: date,
    zoek: Zoek = gepubliceerd,
) -> Feiten:
    """The facts of `contract`, with what earlier contracts in `alle` proved (eerder_bewezen) on top of what was elsewhere.

    `onderbrekingen`: per contract pk. Needs `contract.client`. Raises what tel() raises.
    """
    contracten = list(alle)
    for ander in contracten:
        ander.client = contract.client
    gevallen = [rij for een in (contract, *contracten) for rij in onderbrekingen.get(een.pk, ())]
    eerder = eerder_bewezen(contract, contracten, gevallen, positie, op=op, zoek=zoek)
    samen = sum((dagen for _, dagen in eerder), Fraction(0))
    return feiten_van(contract, onderbrekingen.get(contract.pk, ()), positie, samen)


def rechten_op(feiten: Feiten, *, op: date, zoek: Zoek = gepubliceerd) -> date | None:
    """The day on which the days are proven, when work goes on; None when the rules or facts do not say (or: already)."""
    try:
        return tel(feiten, op=op, zoek=zoek).teller.verwacht_einde
    except (ValueError, OnbekendeRegel):
        return None
