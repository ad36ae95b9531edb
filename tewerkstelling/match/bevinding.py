"""Builds the judgement of a factor out of several findings: one colour, one sentence, and changes that solve all of it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from tewerkstelling.match.enums import Factor, Kleur
from tewerkstelling.match.feiten import Tegenfeit, Zijde

# Which finding decides the colour of the whole: red, then an unknown.
_ERNST = (Kleur.ROOD, Kleur.GRIJS, Kleur.ORANJE, Kleur.GROEN)


class Factoroordeel(NamedTuple):
    """`bij_client` and `bij_plek` say in a word or two what each side has: the cells of the list."""

    factor: Factor
    kleur: Kleur
    zin: str
    bij_client: str = "?"
    bij_plek: str = "?"
    tegenfeiten: tuple[Tegenfeit, ...] = ()


Anders = tuple[str, dict[str, Any]]  # the words, and the facts that would be different


class Bevindingen:
    """Findings about one factor. A side that cannot solve every objection by itself offers no counter-fact."""

    def __init__(self) -> None:
        self.kleuren: list[Kleur] = [Kleur.GROEN]
        self.zinnen: list[str] = []
        self.anders: dict[Zijde, list[Anders | None]] = {Zijde.PLEK: [], Zijde.CLIENT: []}

    def goed(self, zin: str) -> None:
        self.zinnen.append(zin)

    def onbekend(self, zin: str) -> None:
        self.kleuren.append(Kleur.GRIJS)
        self.zinnen.append(zin)

    def bezwaar(self, kleur: Kleur, zin: str, *, plek: Anders | None = None, client: Anders | None = None) -> None:
        self.kleuren.append(kleur)
        self.zinnen.append(zin)
        self.anders[Zijde.PLEK].append(plek)
        self.anders[Zijde.CLIENT].append(client)

    @property
    def iets_mis(self) -> bool:
        return len(self.kleuren) > 1

    def oordeel(self, factor: Factor, bij_client: str, bij_plek: str) -> Factoroordeel:
        kleur = min(self.kleuren, key=_ERNST.index)
        tegenfeiten = tuple(_samen(zijde, delen) for zijde, delen in self.anders.items() if delen and all(delen))
        return Factoroordeel(factor, kleur, " ".join(self.zinnen), bij_client, bij_plek, tegenfeiten)


def _samen(zijde: Zijde, delen: Iterable[Anders | None]) -> Tegenfeit:
    zinnen: list[str] = []
    wijzigingen: dict[str, Any] = {}
    for deel in delen:
        if deel:
            zinnen.append(deel[0])
            wijzigingen |= deel[1]
    return Tegenfeit(zijde, " en ".join(zinnen), tuple(wijzigingen.items()))
