"""The checks after the exit of the last art.60 contract: on which days we look, and what was found."""

from dataclasses import dataclass
from datetime import date

from clienten.models import Client
from nazorg.meetmomenten import Meetmoment, meetmomenten, uitstroomdag
from nazorg.models import Uitkomst
from ocmw.regels.opzoeken import Regelwaarde, regel
from tewerkstelling.feiten import venster_van, werkervaring_in_beeld
from tewerkstelling.models import Tewerkstelling


@dataclass(frozen=True)
class Meting:
    moment: Meetmoment
    uitkomst: Uitkomst | None
    kan: bool


@dataclass(frozen=True)
class Uitstroomopvolging:
    """The checks after the exit of the last art.60 contract."""

    contract: Tewerkstelling
    uitstroom_op: date
    metingen: tuple[Meting, ...]
    regel: Regelwaarde

    @property
    def nog_te_doen(self) -> tuple[Meting, ...]:
        """What still has to be looked at: the days after the last one that was noted, as the termijn asks them."""
        gehad = max((m.moment.dag for m in self.metingen if m.uitkomst), default=None)
        return tuple(m for m in self.metingen if gehad is None or m.moment.dag > gehad)


def opvolging_van(client: Client, *, op: date) -> Uitstroomopvolging | None:
    """None while art.60 runs, or without any. Three queries."""
    contract = Tewerkstelling.objects.art60().filter(client=client).order_by("-van", "-pk").first()
    if contract is None or contract.laatste_dag is None or contract.laatste_dag >= op:
        return None
    werkervaring = werkervaring_in_beeld(client)
    venster = venster_van(werkervaring) if werkervaring else None
    uit = uitstroomdag(contract.laatste_dag, venster.einde if venster else None)
    gevonden = regel("uitstroom.meetmomenten", op=op)
    genoteerd = {rij.moment: rij for rij in Uitkomst.objects.filter(contract=contract)}
    metingen = tuple(
        Meting(moment, genoteerd.get(moment.code), moment.dag <= op) for moment in meetmomenten(uit, gevonden.waarde)
    )
    return Uitstroomopvolging(contract, uit, metingen, gevonden)
