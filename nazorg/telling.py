"""The rechtenteller over all contracts of one client: what earlier contracts here proved counts as proven."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from ocmw.regels.opzoeken import OnbekendeRegel
from tewerkstelling.models import Onderbreking, Rechtspositie, Tewerkstelling
from tewerkstelling.rechtenteller import Feiten
from tewerkstelling.teller import Zoek, eerder_bewezen, feiten_van, gepubliceerd, tel


def feiten_met_vorige(
    contract: Tewerkstelling,
    alle: Iterable[Tewerkstelling],
    onderbrekingen: Mapping[int, Sequence[Onderbreking]],
    positie: Rechtspositie | None,
    *,
    op: date,
    zoek: Zoek = gepubliceerd,
) -> Feiten:
    """The facts of `contract`, with the days that earlier contracts in `alle` proved (eerder_bewezen) added to what was proven elsewhere.

    All paid work counts (A14). Days before the reference period, or used for an earlier admission (A13), do not.
    `onderbrekingen`: per contract pk. Needs `contract.client`. Raises what tel() raises.
    """
    contracten = list(alle)
    for ander in contracten:
        ander.client = contract.client
    gevallen = [rij for een in (contract, *contracten) for rij in onderbrekingen.get(een.pk, ())]
    eerder = eerder_bewezen(contract, contracten, gevallen, positie, op=op, zoek=zoek)
    samen = sum((dagen for _, dagen in eerder), Fraction(0))
    return feiten_van(contract, onderbrekingen.get(contract.pk, ()), positie, samen)
    feiten = feiten_van(contract, onderbrekingen.get(contract.pk, ()), positie)
    vroeger = [ander for ander in alle if ander.pk != contract.pk and ander.tot and ander.tot <= contract.van]
    if not vroeger:
        return feiten
    teller = tel(feiten, op=op, zoek=zoek).teller
    grens = max(teller.referte_van - EEN_DAG, feiten.vorige_toelating or date.min)
    dag = feiten.aanvraag or teller.referte_tot
    extra = Fraction(0)
    for ander in vroeger:
        ander.client = contract.client
        oud = feiten_van(ander, onderbrekingen.get(ander.pk, ()))
        oud = replace(oud, vorige_toelating=grens, halve_dagen=feiten.halve_dagen, aanvraag=dag)
        extra += tel(oud, op=op, zoek=zoek).teller.geteld
    return replace(feiten, al_bewezen=feiten.al_bewezen + extra)


def rechten_op(feiten: Feiten, *, op: date, zoek: Zoek = gepubliceerd) -> date | None:
    """The day on which the days are proven, when work goes on; None when the rules or facts do not say (or: already)."""
    try:
        return tel(feiten, op=op, zoek=zoek).teller.verwacht_einde
    except (ValueError, OnbekendeRegel):
        return None
