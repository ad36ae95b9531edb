"""The rechtenteller over all art.60 contracts of one client: what earlier contracts here proved counts as proven."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from ocmw.regels.opzoeken import OnbekendeRegel
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Onderbreking, Rechtspositie, Tewerkstelling
from tewerkstelling.rechtenteller import Feiten
from tewerkstelling.teller import Zoek, feiten_van, gepubliceerd, tel

EEN_DAG = timedelta(days=1)


def feiten_met_vorige(
    contract: Tewerkstelling,
    alle: Iterable[Tewerkstelling],
    onderbrekingen: Mapping[int, Sequence[Onderbreking]],
    positie: Rechtspositie | None,
    *,
    op: date,
    zoek: Zoek = gepubliceerd,
) -> Feiten:
    """The facts of `contract`, with the days that its predecessors in `alle` proved added to what was proven elsewhere.

    `onderbrekingen`: per contract pk. Needs `contract.client`. Raises what tel() raises.
    """
    feiten = feiten_van(contract, onderbrekingen.get(contract.pk, ()), positie)
    vorige = [
        c for c in alle if c.pk != contract.pk and c.soort == Contractsoort.ART60 and c.tot and c.tot <= contract.van
    ]
    if not vorige:
        return feiten
    aanvraag = feiten.aanvraag or (feiten.tot_en_met + EEN_DAG if feiten.tot_en_met else op)
    extra = Fraction(0)
    for eerder in vorige:
        eerder.client = contract.client
        oud = replace(feiten_van(eerder, onderbrekingen.get(eerder.pk, ()), positie), al_bewezen=Fraction(0))
        extra += tel(replace(oud, aanvraag=aanvraag), op=oud.tot_en_met or op, zoek=zoek).teller.geteld
    return replace(feiten, al_bewezen=feiten.al_bewezen + extra)


def rechten_op(feiten: Feiten, *, op: date, zoek: Zoek = gepubliceerd) -> date | None:
    """The day on which the days are proven, when work goes on; None when the rules or facts do not say (or: already)."""
    try:
        return tel(feiten, op=op, zoek=zoek).teller.verwacht_einde
    except (ValueError, OnbekendeRegel):
        return None
