"""The checks after the exit of the last art.60 contract: on which days we look, and what was found."""

from dataclasses import dataclass
from datetime import date

from clienten.models import Client
from nazorg.meetmomenten import Meetmoment, meetmomenten, uitstroomdag
from nazorg.models import Uitkomst
from ocmw.regels.opzoeken import Regelwaarde, regel
from tewerkstelling.models import Tewerkstelling
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import venster_vanaf


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


def opvolging_van(client: Client, *, op: date) -> Uitstroomopvolging | None:
    """None while art.60 runs, or without any. Three queries."""
    contract = Tewerkstelling.objects.art60().filter(client=client).order_by("-van", "-pk").first()
    if contract is None or contract.laatste_dag is None or contract.laatste_dag >= op:
        return None
    werkervaring = Werkervaring.objects.filter(client=client).order_by("-start", "-pk").first()
    twe_einde = werkervaring and (werkervaring.gestopt_op or venster_vanaf(werkervaring.start).laatste_dag)
    uit = uitstroomdag(contract.laatste_dag, twe_einde or None)
    gevonden = regel("uitstroom.meetmomenten", op=op)
    genoteerd = {rij.moment: rij for rij in Uitkomst.objects.filter(contract=contract)}
    metingen = tuple(
        Meting(moment, genoteerd.get(moment.code), moment.dag <= op) for moment in meetmomenten(uit, gevonden.waarde)
    )
    return Uitstroomopvolging(contract, uit, metingen, gevonden)
