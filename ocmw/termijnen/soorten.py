"""The kinds of promises: which one, why it is there, how it closes, what you do to keep it and where it comes from. The room
that makes the promise says all of that in its own `beloften.py`: a new kind is one object there, and nothing anywhere else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, TypedDict, Unpack

from django.db.models import Model
from django.urls import reverse

from clienten.feiten import Feiten
from ocmw.regels.opzoeken import regel
from ocmw.termijnen.belofte import Belofte
from ocmw.ui.codeboek import Codeboek, Codewoord
from ocmw.ui.plaats import naar

# The facts of a group of dossiers -> (client pk, promise), in any order. It asks the database once per kind of fact.
Bron = Callable[[Feiten], Iterable[tuple[int, Belofte]]]


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
    EINDEWAARSCHUWING = "an end that comes by itself; its day follows from facts, so nobody puts it off"


class Soortvelden(TypedDict, total=False):
    """What a kind says when it is so. `vanzelf`: nobody ticks it off, it closes once the fact is there (facts in, status out);
    the sentence says which fact. `regel`: the key of the rule with its lead time. `meteen`: who it is for hears of it at once,
    not after the next night."""

    vanzelf: str
    regel: str
    stap: Volgendestap
    rol: Termijnrol
    meteen: bool


class Termijnsoort(Codewoord):
    """Which promise. The label is the sentence on Vandaag; `uitleg` says why it is there.

    `volgt`: the kinds of rows it follows from; when one of those changes, it is derived again. Who follows the client and
    whether the dossier is open count for every kind.
    """

    bron: Bron | None = None

    def __init__(
        self, code: str, label: str, *, uitleg: str, volgt: tuple[type[Model], ...], **velden: Unpack[Soortvelden]
    ) -> None:
        super().__init__(code, label, TERMIJNSOORTEN)
        self.uitleg, self.volgt = uitleg, volgt
        self.vanzelf = velden.get("vanzelf", "")
        self.regel = velden.get("regel", "")
        self.stap = velden.get("stap")
        self.rol = velden.get("rol")
        self.meteen = velden.get("meteen", False)

    def tijd(self, op: date) -> Any:
        """The lead time as the rule says on that day: a number of days, a list of them, or one per phase."""
        return regel(self.regel, op=op).waarde


TERMIJNSOORTEN: Codeboek[Termijnsoort] = Codeboek("soorten termijnen")


def belooft(*soorten: Termijnsoort) -> Callable[[Bron], Bron]:
    """This function says when the facts promise these kinds, for a group of dossiers at once."""

    def bij(bron: Bron) -> Bron:
        for soort in soorten:
            soort.bron = bron
        return bron

    return bij


def met_rol(rol: Termijnrol) -> list[Termijnsoort]:
    return [soort for soort in TERMIJNSOORTEN if soort.rol is rol]
