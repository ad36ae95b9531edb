"""From the rows of a contract to the facts of the rechtenteller, and to its answer with the rules that hold.

`zoek` is the way to a rule: the published ones, or a draft whose impact somebody wants to see before it is published.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ocmw.regels.opzoeken import Regelwaarde, regel
from tewerkstelling.enums import Toelatingssoort
from tewerkstelling.models import Onderbreking, Rechtspositie, Tewerkstelling
from tewerkstelling.rechtenteller import Feiten, Gebeurtenis, Teller, rechtenteller

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
) -> Feiten:
    """Needs `contract.client`. A contract without hours counts as full-time: the form of an art.60 contract asks them."""
    return Feiten(
        start=contract.van,
        geboortedatum=contract.client.geboortedatum,
        tot_en_met=contract.laatste_dag,
        uren=Fraction(contract.uren_per_week or contract.voltijds_uren),
        voltijds=Fraction(contract.voltijds_uren),
        dagen_per_week=contract.dagen_per_week,
        halve_dagen=contract.toelating == Toelatingssoort.DEELTIJDS,
        gebeurtenissen=tuple(Gebeurtenis(o.soort, o.van, o.laatste_dag) for o in onderbrekingen),
        al_bewezen=Fraction(positie.al_bewezen) if positie else Fraction(0),
        vorige_toelating=positie.vorige_toelating_op if positie else None,
        aanvraag=contract.aanvraag_op,
    )


def tel(feiten: Feiten, *, op: date, zoek: Zoek = gepubliceerd) -> Telling:
    """The ledger up to `op`, with the rules of the day of the application: the one that is known, or else the day after
    the contract, or else today (A10, A12). Raises ValueError with a Dutch sentence, OnbekendeRegel outside all rules."""
    dag = feiten.aanvraag or (date.fromordinal(feiten.tot_en_met.toordinal() + 1) if feiten.tot_en_met else op)
    toelating, gelijkgesteld = zoek("rva.toelating", dag), zoek("rva.gelijkgesteld", dag)
    teller = rechtenteller(feiten, op=op, toelating=toelating.waarde, regels=gelijkgesteld.waarde)
    return Telling(teller, toelating, gelijkgesteld)
