"""The kinds of promises: which one, why it is there, how it closes and what you do to keep it. The room that makes the
promise makes its kind too, in its own `termijnsoorten.py`: a new kind is one constant there."""

from dataclasses import dataclass
from enum import Enum

from django.urls import reverse

from ocmw.ui.codeboek import Codeboek, Codewoord
from ocmw.ui.plaats import naar


@dataclass(frozen=True)
class Volgendestap:
    """The page where a promise is kept, shown to who has `recht`. `pagina` is a URL name that takes the key of the client,
    or the word of a page that a room above offers (ocmw/ui/plaats.py)."""

    recht: str
    label: str
    pagina: str

    def adres(self, client: int) -> str:
        return reverse(self.pagina, args=[client]) if ":" in self.pagina else naar(self.pagina, client)


class Termijnrol(Enum):
    """What this room itself must know of a kind."""

    STILTE = "the promise of a next contact, whose day the lists of clients show"
    EINDEWAARSCHUWING = "so many days before the same end, each a termijn of its own; the day follows from a contract"
    EINDELIJST = "what is to be settled before an end: once it is due, the warnings before that end have said enough"


class Termijnsoort(Codewoord):
    """Which promise. The label is the sentence on Vandaag; `uitleg` says why it is there.

    `vanzelf`: nobody ticks it off, it closes once the fact is there (facts in, status out); the sentence says which fact.
    `volgt`: facts of a lower room that move this promise: that room asks `volgers()` and names nobody above it.
    """

    def __init__(
        self,
        code: str,
        label: str,
        *,
        uitleg: str,
        vanzelf: str = "",
        stap: Volgendestap | None = None,
        volgt: tuple[str, ...] = (),
        rol: Termijnrol | None = None,
    ) -> None:
        super().__init__(code, label, TERMIJNSOORTEN)
        self.uitleg = uitleg
        self.vanzelf = vanzelf
        self.stap = stap
        self.volgt = volgt
        self.rol = rol


TERMIJNSOORTEN: Codeboek[Termijnsoort] = Codeboek("soorten termijnen")


def met_rol(rol: Termijnrol) -> list[Termijnsoort]:
    return [soort for soort in TERMIJNSOORTEN if soort.rol is rol]


def volgers(feit: str) -> list[Termijnsoort]:
    """The kinds that move when this fact does ("contract", "werkervaring"), of whatever room."""
    return [soort for soort in TERMIJNSOORTEN if feit in soort.volgt]
