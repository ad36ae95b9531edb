"""What a higher room shows inside a phase: questions that are kept somewhere else, asked once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from clienten.models import Client
from ocmw.toegang.models import Medewerker
from ocmw.ui.aanbod import Aanbod

EERSTE = 5  # lines that are there without unfolding


@dataclass(frozen=True)
class Tik:
    """A button that sends one value to the room that offered the part."""

    woord: str
    adres: str
    naam: str
    waarde: str


@dataclass(frozen=True)
class Fasedeelregel:
    """One question with its answer in words; `code` is a status of the house. `redenen`: why it stands here; `wijzig`: the
    address where who does it and by when can be changed."""

    vraag: str
    antwoord: str
    code: str
    wie: str = ""
    redenen: tuple[str, ...] = ()
    wijzig: str = ""
    tik: Tik | None = None


@dataclass(frozen=True)
class Fasedeel:
    """`samen` says how far it is; `adres` is the page where it is kept, `woord` the link to it. `bij`: the code of the question
    of the phase it helps to answer."""

    titel: str
    samen: str
    regels: tuple[Fasedeelregel, ...]
    adres: str
    woord: str
    bij: str = ""

    @property
    def eerste(self) -> tuple[Fasedeelregel, ...]:
        return self.regels[:EERSTE]

    @property
    def rest(self) -> tuple[Fasedeelregel, ...]:
        """Folded away: a phase is read at a glance."""
        return self.regels[EERSTE:]


# By the number of the phase.
FASEDELEN: Aanbod[Callable[[Client, Medewerker, date], Fasedeel | None]] = Aanbod("delen van een fase")


def fasedeel(fase: int, client: Client, lezer: Medewerker, *, op: date) -> Fasedeel | None:
    """What a higher room offers for this phase, as far as `lezer` may read it; None when there is nothing to show."""
    maak = FASEDELEN.get(str(fase))
    return maak(client, lezer, op) if maak else None
