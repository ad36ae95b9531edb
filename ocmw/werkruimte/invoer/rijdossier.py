"""The rows of one new person, before they are written."""

from dataclasses import dataclass, field
from datetime import date

from clienten.models import Client, Contactgegevens, Toewijzing
from ocmw.werkruimte.invoer.wens import Wens
from tewerkstelling.models import Tewerkstelling
from trajecten.models import Faseperiode, Gesprek, Traject
from trajecten.twe.models import Werkervaring


@dataclass(slots=True)
class Rijdossier:
    """Everything that is made for one new person."""

    wens: Wens
    gesprekken: list[Gesprek]
    client: Client = field(default_factory=Client)
    contact: Contactgegevens = field(default_factory=Contactgegevens)
    toewijzingen: list[Toewijzing] = field(default_factory=list)
    traject: Traject | None = None
    periode: Faseperiode | None = None
    contract: Tewerkstelling | None = None
    werkervaring: Werkervaring | None = None

    @property
    def laatste_contact(self) -> date | None:
        return max((gesprek.op for gesprek in self.gesprekken if gesprek.is_contact), default=None)
