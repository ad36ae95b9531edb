"""From the rows of a contract to the facts of the rechtenteller, and to its answer with the rules that hold.

`zoek` is the way to a rule: the published ones, or a draft whose impact somebody wants to see before it is published.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde, regel
from tewerkstelling.enums import Toelatingssoort
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Teller, Tellerfeiten, rechtenteller

Zoek = Callable[[str, date], Regelwaarde]


@dataclass(frozen=True)
class Telling:
    """The ledger with the two rule sets it used, so that a page can show both with their source."""

    teller: Teller
    toelating: Regelwaarde
    gelijkgesteld: Regelwaarde

    @property
    def regelsets(self) -> tuple[Regelwaarde, Regelwaarde]:
        return self.toelating, self.gelijkgesteld


def gepubliceerd(sleutel: str, op: date) -> Regelwaarde:
    return regel(sleutel, op=op)


def feiten_van(
    contract: Tewerkstelling,
    onderbrekingen: Iterable[Onderbreking] = (),
    positie: Rechtspositie | None = None,
    eerder: Fraction = Fraction(0),
) -> Tellerfeiten:
    """Needs `contract.client`. A contract without hours counts as full-time: the form of an art.60 contract asks them.

    `eerder`: days of earlier contracts (eerder_bewezen), on top of what was proven outside this application.
    """
    return Tellerfeiten(
        start=contract.van,
        geboortedatum=contract.client.geboortedatum,
        tot_en_met=contract.laatste_dag,
        uren=Fraction(contract.uren_per_week or contract.voltijds_uren),
        voltijds=Fraction(contract.voltijds_uren),
        dagen_per_week=contract.dagen_per_week,
        halve_dagen=contract.toelating == Toelatingssoort.DEELTIJDS,
        gebeurtenissen=tuple(Gebeurtenis(o.soort, o.van, o.laatste_dag) for o in onderbrekingen),
        al_bewezen=eerder + (Fraction(positie.al_bewezen) if positie else 0),
        vorige_toelating=positie.vorige_toelating_op if positie else None,
        aanvraag=contract.aanvraag_op,
        wijzigingen=contract.regimes,
    )


def tel(feiten: Tellerfeiten, *, op: date, zoek: Zoek = gepubliceerd) -> Telling:
    """The ledger up to `op`, with the rules of the day of the application: the one that is known, or else the day after
    the contract, or else today (A10, A12). Raises ValueError with a Dutch sentence, OnbekendeRegel outside all rules."""
    dag = feiten.aanvraag or (date.fromordinal(feiten.tot_en_met.toordinal() + 1) if feiten.tot_en_met else op)
    toelating, gelijkgesteld = zoek("rva.toelating", dag), zoek("rva.gelijkgesteld", dag)
    teller = rechtenteller(feiten, op=op, toelating=toelating.waarde, regels=gelijkgesteld.waarde)
    return Telling(teller, toelating, gelijkgesteld)


def eerder_bewezen(
    contract: Tewerkstelling,
    contracten: Iterable[Tewerkstelling],
    onderbrekingen: Sequence[Onderbreking],
    positie: Rechtspositie | None = None,
    *,
    op: date,
    zoek: Zoek = gepubliceerd,
) -> list[tuple[Tewerkstelling, Fraction]]:
    """Days that contracts which ended before this one started already proved, newest first; all need `client`.

    All paid work counts (A14). Days before the reference period of this contract, or used for an earlier admission
    (A13), do not. All of them are counted in the days or half-days this contract asks (A18).
    """
    vroeger = [ander for ander in contracten if ander.pk != contract.pk and ander.tot and ander.tot <= contract.van]
    if not vroeger:
        return []
    hier = feiten_van(contract, [o for o in onderbrekingen if o.contract_id == contract.pk], positie)
    telling = tel(hier, op=op, zoek=zoek)
    grens = date.fromordinal(telling.teller.referte_van.toordinal() - 1)
    grens = max(grens, hier.vorige_toelating) if hier.vorige_toelating else grens
    dag = hier.aanvraag or telling.teller.referte_tot
    uit = []
    for ander in sorted(vroeger, key=lambda rij: rij.van, reverse=True):
        feiten = feiten_van(ander, [o for o in onderbrekingen if o.contract_id == ander.pk])
        feiten = replace(feiten, vorige_toelating=grens, halve_dagen=hier.halve_dagen, aanvraag=dag)
        if geteld := tel(feiten, op=op, zoek=zoek).teller.geteld:
            uit.append((ander, geteld))
    return uit


def feiten_met_vorige(
    contract: Tewerkstelling,
    alle: Iterable[Tewerkstelling],
    onderbrekingen: Mapping[int, Sequence[Onderbreking]],
    positie: Rechtspositie | None,
    *,
    op: date,
    zoek: Zoek = gepubliceerd,
) -> Tellerfeiten:
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


def rechten_op(feiten: Tellerfeiten, *, op: date, zoek: Zoek = gepubliceerd) -> date | None:
    """The day on which the days are proven, when work goes on; None when the rules or facts do not say (or: already)."""
    try:
        return tel(feiten, op=op, zoek=zoek).teller.verwacht_einde
    except (ValueError, OnbekendeRegel):
        return None
